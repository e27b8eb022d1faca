package dev.carmine.it.engine;

import java.time.Duration;

/** How long the tests wait. */
final class Limit {
    /** For what must happen. No test takes so long unless it fails. */
    static final Duration PATIENT = Duration.ofSeconds(20);

    /** For what must not happen: a call's time that is to pass. */
    static final Duration SHORT = Duration.ofMillis(150);

    private Limit() {}
}
