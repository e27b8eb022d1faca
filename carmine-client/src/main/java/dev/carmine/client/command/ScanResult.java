package dev.carmine.client.command;

import java.util.List;

/**
 * One step of a scan. Elements may come more than once in the course of a scan, and a step may have none.
 *
 * @param cursor what to give to the next step; an unsigned integer of 64 bits as text
 * @param elements the elements of this step
 * @param <T> the type of the elements
 * @see <a href="https://redis.io/docs/latest/commands/scan/">SCAN</a>
 */
public record ScanResult<T>(String cursor, List<T> elements) {

    /** The cursor that begins a scan, and that the last step gives. */
    public static final String START = "0";

    /**
     * Whether this was the last step.
     *
     * @return true if nothing is left to scan
     */
    public boolean isFinished() {
        return cursor.equals(START);
    }
}
