package dev.carmine.mq;

import java.util.concurrent.CompletionStage;

/**
 * Handles messages without keeping a thread until they are done. A message counts as handled, for the worker's
 * concurrency, until its stage completes.
 *
 * @param <T> what bodies are
 */
@FunctionalInterface
public interface AsyncMessageHandler<T> {

    /**
     * Begins to handle a message; it should not block. If the stage does not complete within
     * {@link WorkerOptions.Builder#handlerTimeout} its future is cancelled.
     *
     * @param message the message
     * @return completes with what is to become of the message, on any thread; completing it exceptionally or with null is
     *     a failure
     * @throws Exception a failure too
     */
    CompletionStage<? extends Outcome> handle(Message<T> message) throws Exception;
}
