package dev.carmine.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.Commands;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Values that begin with their key, so that a reply which reaches the wrong caller is seen. */
final class Texts {
    private static final int KEYS = 200;
    private static final String PADDING = "x".repeat(2_000);

    private Texts() {}

    /** A SET, mostly of a short value. */
    static Errand<?> write(SplittableRandom random) {
        String key = key(random);
        String padding = PADDING.substring(0, random.nextInt(10) == 0 ? random.nextInt(PADDING.length()) : 0);
        return new Errand<Boolean>(Commands.set(key, key + "=" + random.nextLong() + padding)) {
            @Override
            void succeeded(Boolean isSet) {
                assertThat(isSet).isTrue();
            }

            @Override
            void mayHaveRun() {}
        };
    }

    /** A GET. */
    static Errand<?> read(SplittableRandom random) {
        String key = key(random);
        return new Errand<@Nullable String>(Commands.get(key)) {
            @Override
            void succeeded(@Nullable String value) {
                if (value != null) {
                    assertThat(value).startsWith(key + "=");
                }
            }

            @Override
            void mayHaveRun() {}
        };
    }

    private static String key(SplittableRandom random) {
        return "text:" + random.nextInt(KEYS);
    }
}
