package dev.carmine.mq.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.OnDuplicate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PackerTest {
    @Test
    void defaultsNeedNoWord() {
        assertThat(Packer.word(EnqueueOptions.defaults())).isEmpty();
        assertThat(Packer.word(EnqueueOptions.builder().header("n", "v").build()))
                .as("headers are not in it")
                .isEmpty();
    }

    @Test
    void anIdThatMayHaveBeenUsedBeforeIsToldOf() {
        assertThat(Packer.word(EnqueueOptions.withId("order:7"))).isEqualTo("i");
        assertThat(Packer.word(EnqueueOptions.builder().id("x").priority(2).build()))
                .isEqualTo("::::2::i:");
    }

    @Test
    void everyOptionHasItsPlace() {
        EnqueueOptions.Builder options = EnqueueOptions.builder()
                .delay(Duration.ofMillis(1))
                .lease(Duration.ofMillis(200))
                .maxAttempts(3)
                .maxDeliveries(4)
                .expireAfter(Duration.ofMillis(6))
                .onDuplicate(OnDuplicate.REQUEUE, OnDuplicate.UPDATE)
                .resetDelay();

        assertThat(Packer.word(options.priority(-5).build())).isEqualTo("1:200:3:4:-5:6:uqd:");
        assertThat(Packer.word(options.priority(0).group("a:b").build())).isEqualTo("1:200:3:4::6:uqd:a:b");
    }

    @Test
    void timesAreRoundedUp() {
        assertThat(Packer.word(
                        EnqueueOptions.builder().delay(Duration.ofNanos(1)).build()))
                .isEqualTo("1:::::::");
    }
}
