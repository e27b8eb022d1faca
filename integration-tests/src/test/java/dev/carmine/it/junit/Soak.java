package dev.carmine.it.junit;

import java.time.Duration;

/** How long each {@link SoakTest} runs. */
public final class Soak {
    private static final int DEFAULT_MINUTES = 30;

    private Soak() {}

    /**
     * How long to go on.
     *
     * @return the minutes in {@code -Dcarmine.soak.minutes}, by default thirty
     */
    public static Duration duration() {
        return Duration.ofMinutes(Integer.getInteger("carmine.soak.minutes", DEFAULT_MINUTES));
    }
}
