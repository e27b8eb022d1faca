package dev.carmine.mq;

import dev.carmine.mq.internal.worker.Work;

/** What the workers of a queue do with a message, for an engine that a test puts together. */
public final class HandlerWork {
    private HandlerWork() {}

    /**
     * Has messages handled as a worker does.
     *
     * @param <T> what bodies are
     * @return the work of an engine
     */
    public static <T> Work of(MessageQueue<T> queue, WorkerOptions options, MessageHandler<T> handler) {
        return queue.work(options, handler);
    }
}
