package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UseTest {
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    private final Use use = new Use();

    private static long later(long nanos) {
        return System.nanoTime() + nanos;
    }

    @Test
    void lastsAsLongAsItsTakerWants() {
        assertThat(use.isIdleForLongEnough(later(100 * HOUR))).isFalse();
        use.keepLimit(later(100 * HOUR));
        assertThat(use.endIfIdle()).isFalse();
        assertThat(use.takeUp()).isFalse();
    }

    @Test
    void endsWhenItWasIdleForLongEnough() {
        use.layAside(HOUR);
        assertThat(use.isIdleForLongEnough(System.nanoTime())).isFalse();
        assertThat(use.isIdleForLongEnough(later(HOUR))).isTrue();
        assertThat(use.endIfIdle()).isTrue();
        assertThat(use.takeUp()).isFalse();
        assertThat(use.endIfIdle()).isFalse();
        assertThat(use.untilNextLook(later(2 * HOUR))).isPositive();
    }

    @Test
    void isTakenUpOnlyInTime() {
        use.layAside(HOUR);
        assertThat(use.takeUp()).isTrue();
        assertThat(use.takeUp()).isFalse();
        assertThat(use.isIdleForLongEnough(later(2 * HOUR))).isFalse();
        use.layAside(0);
        assertThat(use.takeUp()).isFalse();
        assertThat(use.endIfIdle()).isTrue();
    }

    @Test
    void keepsALimitOnce() {
        AtomicInteger kept = new AtomicInteger();
        use.limit(HOUR, kept::incrementAndGet);
        use.keepLimit(System.nanoTime());
        assertThat(kept).hasValue(0);
        use.keepLimit(later(HOUR));
        use.keepLimit(later(HOUR));
        assertThat(kept).hasValue(1);
    }

    @Test
    void forgetsTheLimitOfWhoHasGivenItBack() {
        AtomicInteger kept = new AtomicInteger();
        use.limit(HOUR, kept::incrementAndGet);
        use.layAside(10 * HOUR);
        use.keepLimit(later(2 * HOUR));
        assertThat(use.takeUp()).isTrue();
        use.keepLimit(later(2 * HOUR));
        assertThat(kept).hasValue(0);
    }

    @Test
    void knowsWhetherItHasChangedSinceTheThreadLooked() {
        assertThat(use.hasChanged()).isFalse();
        use.layAside(HOUR);
        assertThat(use.hasChanged()).isTrue();
        assertThat(use.untilNextLook(System.nanoTime())).isBetween(1L, HOUR);
        assertThat(use.hasChanged()).isFalse();
    }
}
