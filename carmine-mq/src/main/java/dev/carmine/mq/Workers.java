package dev.carmine.mq;

import dev.carmine.client.Carmine;
import dev.carmine.client.ValueCodec;
import dev.carmine.mq.internal.QueueCalls;
import dev.carmine.mq.internal.worker.Engine;
import dev.carmine.mq.internal.worker.EngineSettings;
import dev.carmine.mq.internal.worker.Work;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the workers of a queue.
 *
 * @param redis the client
 * @param calls the queue
 * @param codec reads them
 */
record Workers(Carmine redis, QueueCalls calls, ValueCodec codec) {

    /**
     * Makes one.
     *
     * @param routes by the names of types, empty for messages without one
     */
    Worker worker(WorkerOptions options, Function<String, @Nullable Route<?>> routes) {
        String name = options.name();
        SharedSlots shared = options.sharedSlots();
        EngineSettings settings = new EngineSettings(
                calls.keys(),
                name == null ? hostAndProcess() : name,
                options.concurrency(),
                options.prefetch().orElse(EngineSettings.AUTOMATIC),
                options.handlerTimeout(),
                options.executor(),
                options.throttle(),
                options.monitor(),
                shared == null ? null : shared.pool(),
                options.weight());
        return new Worker(
                new Engine(redis, calls.scripts(), settings, work(options, routes)),
                calls.keys().toString());
    }

    /** What a worker does with messages. */
    Work work(WorkerOptions options, Function<String, @Nullable Route<?>> routes) {
        return new Processing(calls.keys(), codec, options, routes);
    }

    private static String hostAndProcess() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown";
        }
        return host + ":" + ProcessHandle.current().pid();
    }
}
