package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private final List<Level> levels = new ArrayList<>();
    private final AtomicLong time = new AtomicLong();
    private final Troubles troubles = new Troubles(
            new System.Logger() {
                @Override
                public String getName() {
                    return "test";
                }

                @Override
                public boolean isLoggable(Level level) {
                    return true;
                }

                @Override
                public void log(
                        Level level, @Nullable ResourceBundle bundle, @Nullable String text, @Nullable Throwable e) {
                    levels.add(level);
                }

                @Override
                public void log(
                        Level level,
                        @Nullable ResourceBundle bundle,
                        @Nullable String format,
                        @Nullable Object @Nullable ... parameters) {
                    levels.add(level);
                }
            },
            "q",
            new Clock(time::get));

    @Test
    void warnsOfTheFirstFailureAndThenOnceAMinute() {
        IllegalStateException failure = new IllegalStateException("on purpose");
        time.set(TimeUnit.SECONDS.toNanos(5));
        troubles.tell(false, "it has failed", failure);
        for (int second = 1; second <= 120; second++) {
            time.addAndGet(TimeUnit.SECONDS.toNanos(1));
            troubles.tell(true, "it has failed", failure);
        }
        assertThat(levels.stream().filter(level -> level == Level.WARNING)).hasSize(3);
        assertThat(levels).hasSize(121);
        assertThat(levels.get(60)).isEqualTo(Level.WARNING);
    }
}
