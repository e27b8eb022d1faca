package dev.carmine.client;

import dev.carmine.protocol.RespLimits;
import java.util.Objects;

/**
 * What a client holds in memory at most. A call that waits for its reply blocks, within its deadline, while a bound is
 * reached; an asynchronous one fails with {@link CarmineOverloadException}. One call larger than a bound passes when
 * the bound is not reached yet, so a pipeline may have any size. Callbacks under way count no more: who lets them wait
 * without bound must bound them. Immutable.
 *
 * @param commandsInFlight commands without a reply on the shared connection; by default 65,536
 * @param bytesInFlight bytes of those commands; by default 256 MiB
 * @param replies what a reply may look like; by default {@link RespLimits#defaults()}
 */
public record Limits(int commandsInFlight, long bytesInFlight, RespLimits replies) {
    private static final int MOST_COMMANDS = 4_000_000;
    private static final Limits DEFAULTS = new Limits(65_536, 256L << 20, RespLimits.defaults());

    /**
     * Checks the bounds.
     *
     * @param commandsInFlight at least 1
     * @param bytesInFlight at least 1
     * @param replies the limits of replies
     */
    public Limits {
        Objects.requireNonNull(replies, "replies");
        if (commandsInFlight < 1 || commandsInFlight > MOST_COMMANDS) {
            throw new IllegalArgumentException(
                    "commandsInFlight must be from 1 to " + MOST_COMMANDS + ", but is " + commandsInFlight);
        }
        if (bytesInFlight < 1 || bytesInFlight > 1L << 38) {
            throw new IllegalArgumentException("bytesInFlight must be from 1 to 2^38, but is " + bytesInFlight);
        }
    }

    /**
     * The defaults.
     *
     * @return 65,536 commands and 256 MiB in flight
     */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another bound on commands.
     *
     * @param commandsInFlight the bound
     * @return the changed limits
     */
    public Limits withCommandsInFlight(int commandsInFlight) {
        return new Limits(commandsInFlight, bytesInFlight, replies);
    }

    /**
     * The same with another bound on bytes.
     *
     * @param bytesInFlight the bound
     * @return the changed limits
     */
    public Limits withBytesInFlight(long bytesInFlight) {
        return new Limits(commandsInFlight, bytesInFlight, replies);
    }
}
