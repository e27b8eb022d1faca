package dev.carmine.it.engine;

import static org.assertj.core.api.Assertions.fail;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.junit.ThreadKind;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Makes a caller that leads: its call is alone, so that it writes and reads by itself. On a busy machine the link may
 * take the lead back before the call comes; then all is begun again.
 */
final class LeadingCaller {
    /** More than the link wants to see before it gives the lead away. */
    private static final int SOLITARY_CALLS = 40;

    private static final int ATTEMPTS = 200;
    private static final long NOT_YET = Long.MAX_VALUE;

    private LeadingCaller() {}

    /** Calls so often that a caller who comes soon and is alone may lead. */
    static void warmUp(Carmine redis) {
        for (int i = 0; i < SOLITARY_CALLS; i++) {
            redis.ping();
        }
    }

    /**
     * Starts a caller, and returns when it leads and waits for its reply.
     *
     * @param redis a client, or a view of one, that nobody else uses
     * @param held a command that the server answers when the gate is open
     */
    static <T extends @Nullable Object> Pending<T> start(Carmine redis, Command<T> held, FakeServer server, Gate gate) {
        AtomicLong before = new AtomicLong(NOT_YET);
        Supplier<T> call = () -> {
            warmUp(redis.withTimeout(Limit.PATIENT));
            gate.close();
            before.set(received(server, held));
            return redis.call(held);
        };
        Runnable release = () -> {
            before.set(NOT_YET);
            gate.open();
        };
        return start(call, () -> received(server, held) > before.get(), release);
    }

    /**
     * Starts a caller, and returns when it leads and waits.
     *
     * @param call warms up, sees to it that what follows is held back, and makes the call
     * @param sent whether it has sent that
     * @param release lets it end; after that, nothing has been sent
     */
    static <T extends @Nullable Object> Pending<T> start(Supplier<T> call, BooleanSupplier sent, Runnable release) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Pending<T> caller = Pending.on(ThreadKind.PLATFORM, call);
            Awaitility.await("the caller has sent its command and waits")
                    .atMost(Limit.PATIENT)
                    .pollInterval(1, TimeUnit.MILLISECONDS)
                    .until(() -> caller.isDone() || (sent.getAsBoolean() && Waits.isWaiting(caller.thread())));
            if (Waits.isInSelector(caller.thread())) {
                return caller;
            }
            release.run();
            Throwable unused = caller.outcome();
        }
        return fail("in " + ATTEMPTS + " attempts no caller got the lead");
    }

    private static long received(FakeServer server, Command<?> command) {
        return server.commands().stream()
                .filter(received -> received.name().equals(command.name()))
                .count();
    }
}
