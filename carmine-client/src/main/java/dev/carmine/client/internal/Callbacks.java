package dev.carmine.client.internal;

import dev.carmine.client.internal.wire.VirtualThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The executor on which a client completes futures and calls listeners, where its user has given none. */
final class Callbacks {
    private static final String NAME = "carmine-callbacks-";

    private Callbacks() {}

    /**
     * Virtual threads where there are some, else as many daemon threads as there are processors. Its queue is bounded
     * by the commands in flight, which leave only when their callbacks are about to run.
     */
    static ExecutorService executor() {
        @Nullable ExecutorService virtual = VirtualThreads.executor(NAME);
        if (virtual != null) {
            return virtual;
        }
        int size = Math.max(2, Runtime.getRuntime().availableProcessors());
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(size, size, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, NAME + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
