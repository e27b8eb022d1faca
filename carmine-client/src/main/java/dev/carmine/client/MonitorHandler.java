package dev.carmine.client;

/**
 * Handles what a {@linkplain Monitor monitor} sees: one command at a time, in the server's order, on the monitor's
 * executor. What it throws is logged, and the next command follows.
 */
@FunctionalInterface
public interface MonitorHandler {

    /**
     * The server has run a command.
     *
     * @param command the command
     */
    void onCommand(MonitoredCommand command);

    /**
     * Commands may be missing between the one before and the next.
     *
     * @param gap why
     */
    default void onGap(Gap gap) {}
}
