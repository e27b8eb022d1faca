package dev.carmine.client.command;

import java.util.List;

/**
 * One step through the pending entries of a group. A step may claim none.
 *
 * @param cursor the id to begin the next step with
 * @param claimed what the consumer owns now; entries that were deleted from the stream are left out
 * @param deleted the ids of entries that were deleted from the stream, and are no longer pending for that; empty before
 *     Redis 7.0, which does not tell
 * @param <T> the entries or, from {@code JUSTID}, their ids
 * @see <a href="https://redis.io/docs/latest/commands/xautoclaim/">XAUTOCLAIM</a>
 */
public record XautoclaimResult<T>(String cursor, List<T> claimed, List<String> deleted) {

    /** The cursor that begins at the lowest id, and that the last step gives. */
    public static final String START = "0-0";

    /**
     * Whether this was the last step.
     *
     * @return true if no pending entry is left to look at
     */
    public boolean isFinished() {
        return cursor.equals(START);
    }
}
