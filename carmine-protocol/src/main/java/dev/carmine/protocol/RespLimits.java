package dev.carmine.protocol;

/**
 * What a peer may send before {@link FrameInput} refuses to go on. Without limits a broken or hostile peer could make
 * its reader overflow its stack or fill the heap.
 *
 * @param maxDepth how deeply aggregates may be nested, attributes included; 1 to 512
 * @param maxBulkLength the longest bulk string, bulk error, verbatim string or streamed string, in bytes; 1 to 2^31 - 9
 * @param maxElements the most elements one frame may have, and so one aggregate; a pair of a map counts as two; 1 to
 *     2^31 - 1
 * @param maxLineLength the longest simple string, simple error or number, in bytes without type byte and CRLF; 1 or more
 */
public record RespLimits(int maxDepth, long maxBulkLength, long maxElements, int maxLineLength) {

    private static final RespLimits DEFAULTS = new RespLimits(128, 512L << 20, 16L << 20, 64 << 10);

    /** Largest array every JVM can allocate; some keep a few words of the 2^31 - 1 for themselves. */
    static final int MAX_ARRAY_LENGTH = Integer.MAX_VALUE - 8;

    /**
     * Checks the limits.
     *
     * @param maxDepth see above
     * @param maxBulkLength see above
     * @param maxElements see above
     * @param maxLineLength see above
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public RespLimits {
        // Trees are read, compared and printed recursively; at this depth they still fit a stack of default size.
        check("maxDepth", maxDepth, 512);
        check("maxBulkLength", maxBulkLength, MAX_ARRAY_LENGTH);
        check("maxElements", maxElements, Integer.MAX_VALUE);
        check("maxLineLength", maxLineLength, Integer.MAX_VALUE);
    }

    /**
     * Limits that no healthy server of default configuration exceeds: depth 128, bulks of 512 MiB (the server's own
     * limit), 16 Mi elements, lines of 64 KiB.
     *
     * @return the limits
     */
    public static RespLimits defaults() {
        return DEFAULTS;
    }

    private static void check(String name, long value, long max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " must be between 1 and " + max + " but is " + value);
        }
    }
}
