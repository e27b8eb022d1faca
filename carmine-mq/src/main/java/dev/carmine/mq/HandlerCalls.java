package dev.carmine.mq;

import dev.carmine.mq.Route.HandlerCall;
import dev.carmine.mq.internal.worker.Lease;
import dev.carmine.mq.internal.worker.Settle;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How the two kinds of handlers are called. */
final class HandlerCalls {
    private static final System.Logger LOGGER = System.getLogger(Worker.class.getName());

    /** When a message is handled again if its verdict could not be made, in milliseconds. */
    private static final long RETRY_MILLIS = 1_000;

    private HandlerCalls() {}

    /** A handler that returns an outcome, with its interceptors around it. */
    static <T> HandlerCall<T> of(MessageHandler<T> handler, List<Interceptor> interceptors) {
        Surrounded<T> surrounded = new Surrounded<>(handler, interceptors);
        return (lease, message, verdicts, later) -> {
            Thread thread = Thread.currentThread();
            lease.runs(thread::interrupt);
            try {
                Outcome outcome = surrounded.handle(message, 0);
                lease.ends();
                return verdicts.of(lease, outcome);
            } catch (Throwable e) {
                return lease.ends() ? verdicts.ofTimeout(lease, e) : verdicts.ofError(lease, e);
            }
        };
    }

    /** A handler, and what is around it. */
    private record Surrounded<T>(MessageHandler<T> handler, List<Interceptor> interceptors) {
        Outcome handle(Message<T> message, int from) throws Exception {
            if (from == interceptors.size()) {
                return handler.handle(message);
            }
            return interceptors.get(from).intercept(message, () -> handle(message, from + 1));
        }
    }

    /** A handler that returns a stage. */
    static <T> HandlerCall<T> of(AsyncMessageHandler<T> handler) {
        return (lease, message, verdicts, later) -> {
            CompletionStage<? extends Outcome> stage;
            try {
                stage = handler.handle(message);
                lease.runs(() -> cancel(stage));
                CompletionStage<?> unused = stage.whenComplete((outcome, e) -> {
                    boolean timedOut = lease.ends();
                    later.accept(settle(lease, verdicts, outcome, e, timedOut));
                });
            } catch (Throwable e) {
                return lease.ends() ? verdicts.ofTimeout(lease, e) : verdicts.ofError(lease, e);
            }
            return null;
        };
    }

    private static void cancel(CompletionStage<?> stage) {
        stage.toCompletableFuture().cancel(true);
    }

    private static Settle settle(
            Lease lease, Verdicts verdicts, @Nullable Outcome outcome, @Nullable Throwable error, boolean timedOut) {
        try {
            if (error == null) {
                return verdicts.of(lease, outcome);
            }
            Throwable cause =
                    error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            return timedOut ? verdicts.ofTimeout(lease, cause) : verdicts.ofError(lease, cause);
        } catch (Throwable e) { // the stage would keep it for itself, and the message its slot
            LOGGER.log(Level.ERROR, "what became of a message could not be told", e);
            return Settle.retry(lease, RETRY_MILLIS, e.getClass().getName());
        }
    }
}
