package dev.carmine.it.engine;

import dev.carmine.client.Carmine;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** What must come to pass by itself. */
final class Eventually {
    private Eventually() {}

    /** Every command that took up room has given it back. */
    static void nothingIsInFlight(Carmine redis) {
        Awaitility.await("commands in flight")
                .atMost(Limit.PATIENT)
                .pollInterval(1, TimeUnit.MILLISECONDS)
                .until(() -> redis.stats().commandsInFlight() == 0);
    }
}
