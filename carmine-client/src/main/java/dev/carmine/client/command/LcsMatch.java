package dev.carmine.client.command;

/**
 * A part that two values have in common. Positions count bytes from 0; start and end are both included.
 *
 * @param start1 where it begins in the first value
 * @param end1 where it ends in the first value
 * @param start2 where it begins in the second value
 * @param end2 where it ends in the second value
 */
public record LcsMatch(long start1, long end1, long start2, long end2) {
    /**
     * How long it is.
     *
     * @return the number of bytes
     */
    public long length() {
        return end1 - start1 + 1;
    }
}
