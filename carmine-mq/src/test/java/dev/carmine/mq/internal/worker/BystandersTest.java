package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.carmine.mq.internal.QueueKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BystandersTest {
    private final List<Long> heard = new ArrayList<>();
    private @Nullable Error refusal = new OutOfMemoryError("on purpose");

    private static Bystanders bystanders(
            Executor executor, @Nullable LongFunction<Duration> throttle, @Nullable LongConsumer monitor) {
        return new Bystanders(
                new EngineSettings(
                        new QueueKeys("q", null),
                        "test",
                        1,
                        0,
                        Duration.ofHours(1),
                        executor,
                        throttle,
                        monitor,
                        null,
                        1),
                executor,
                System.getLogger(BystandersTest.class.getName()));
    }

    @Test
    void anErrorOfTheExecutorIsNotTheExchanges() {
        Bystanders bystanders = bystanders(
                task -> {
                    if (refusal != null) {
                        throw refusal;
                    }
                    task.run();
                },
                null,
                heard::add);
        assertThatCode(() -> bystanders.tell(7)).doesNotThrowAnyException();
        refusal = null;
        bystanders.tell(8);
        assertThat(heard).containsExactly(8L);
    }

    @Test
    void aThrottleThatThrowsMakesNoPause() {
        Bystanders bystanders = bystanders(
                Runnable::run,
                size -> {
                    throw new AssertionError("on purpose");
                },
                null);
        assertThat(bystanders.throttle(7)).isNull();
    }
}
