package dev.carmine.mq;

/**
 * Surrounds a {@link MessageHandler}, whatever its messages are: to trace, to log, to put something into the context of
 * the thread. Must be thread-safe.
 */
@FunctionalInterface
public interface Interceptor {

    /**
     * Surrounds the handling of one message, on its thread. What it returns or throws counts as if the handler had.
     *
     * @param message the message
     * @param handling calls the next interceptor, or the handler
     * @return mostly what the handling has returned
     * @throws Exception mostly what the handling has thrown
     */
    Outcome intercept(Message<?> message, Handling handling) throws Exception;

    /** What an interceptor surrounds. */
    @FunctionalInterface
    interface Handling {
        /**
         * Handles the message; to be called once, or not at all to keep it from the handler.
         *
         * @return what the handler has returned
         * @throws Exception what the handler has thrown
         */
        Outcome proceed() throws Exception;
    }
}
