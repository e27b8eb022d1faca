package dev.carmine.client.internal;

import dev.carmine.client.internal.wire.VirtualThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The executor on which a client completes futures and calls listeners, where its user has given none. */
final class Callbacks {
    private static final String NAME = "carmine-callbacks-";

    private static final String HANDLERS = "carmine-handlers-";

    private Callbacks() {}

    /**
     * Runs handlers, which may block: virtual threads where there are some, else daemon threads as needed. There are
     * never more than handlers with something to do.
     */
    static ExecutorService handlers() {
        @Nullable ExecutorService virtual = VirtualThreads.executor(HANDLERS);
        if (virtual != null) {
            return virtual;
        }
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads(HANDLERS));
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

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
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(size, size, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads(NAME));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
