package dev.carmine.client.metrics;

/**
 * Sees the commands of a client. Each start has exactly one end. Methods are called by the threads that use the client
 * and by its callback executor; they must be thread-safe and quick and must not throw. A client without an observer
 * pays nothing for this seam.
 */
public interface ClientObserver {
    /**
     * A call begins.
     *
     * @param command the command's name in capitals, or {@code PIPELINE}. Names come from programs, so they are not a
     *     bounded set: a metric must map those it does not know to one value
     */
    void commandStarted(String command);

    /**
     * A call ends.
     *
     * @param command the name given at its start
     * @param outcome how it ended
     * @param nanos how long it took, in nanoseconds, waiting for room and connection included
     */
    void commandEnded(String command, Outcome outcome, long nanos);

    /** How a call ended. */
    enum Outcome {
        /** With a value. */
        SUCCESS,
        /** With an error of the server, or in a pipeline with at least one. */
        SERVER_ERROR,
        /** Its deadline passed. */
        TIMEOUT,
        /** The connection was lost or could not be made. */
        CONNECTION,
        /** A limit of the client was reached. */
        OVERLOAD,
        /** Its thread was interrupted, or its future cancelled. */
        CANCELLED,
        /** Something else was thrown, such as by a function that maps the reply. */
        OTHER
    }
}
