package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A caller whose stack overflows in the midst of a call fails alone. */
@RedisTest
@Timeout(120)
class DeepStackIT {
    private static final int ROUNDS = 8;

    /** Small, because the way down makes a call at every depth. */
    private static final long STACK_BYTES = 256 * 1024;

    @Test
    void theClientWorksForOthersAfterACallerHasRunOutOfStack(RedisServer server) throws InterruptedException {
        try (Carmine redis = Clients.connect(server)) {
            redis.set("key", "value");
            overflowAgainAndAgain(() -> redis.get("key"));
            assertThat(redis.get("key")).isEqualTo("value");
        }
    }

    @Test
    void soItDoesWhenTheCallWasAsynchronous(RedisServer server) throws InterruptedException {
        try (Carmine redis = Clients.connect(server)) {
            redis.set("key", "value");
            overflowAgainAndAgain(() -> redis.async().get("key").isDone());
            assertThat(redis.async().get("key").join()).isEqualTo("value");
        }
    }

    /** Each round begins at another depth, so that the stack ends at other places. */
    private static void overflowAgainAndAgain(Supplier<?> call) throws InterruptedException {
        AtomicInteger overflows = new AtomicInteger();
        Runnable rounds = () -> {
            for (int round = 0; round < ROUNDS; round++) {
                try {
                    int unused = callAtEveryDepth(call, round);
                } catch (StackOverflowError e) {
                    overflows.incrementAndGet();
                }
            }
        };
        Thread thread = new Thread(null, rounds, "deep", STACK_BYTES);
        thread.start();
        thread.join();
        assertThat(overflows).hasValue(ROUNDS);
    }

    private static int callAtEveryDepth(Supplier<?> call, int before) {
        if (before < 0) {
            assertThat(call.get()).isNotNull();
        }
        return before == Integer.MIN_VALUE ? before : callAtEveryDepth(call, before - 1) + 1;
    }
}
