package dev.carmine.mq;

/**
 * Handles messages, as many at a time as the worker's concurrency allows. It may be given the same message again: after a
 * failure, and after a crash of a worker that had done the work but not yet said so.
 *
 * @param <T> what bodies are
 */
@FunctionalInterface
public interface MessageHandler<T> {

    /**
     * Handles a message. It may block. If it takes longer than {@link WorkerOptions.Builder#handlerTimeout} its thread is
     * interrupted.
     *
     * @param message the message
     * @return what is to become of it; null counts as a failure
     * @throws Exception whatever is thrown is a failure of this message, which the worker's {@link RetryPolicy} is asked
     *     about, and of no other
     */
    Outcome handle(Message<T> message) throws Exception;
}
