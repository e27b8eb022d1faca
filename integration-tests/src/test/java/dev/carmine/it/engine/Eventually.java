package dev.carmine.it.engine;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** What must come to pass by itself. */
final class Eventually {
    private Eventually() {}

    /** A call that may fail at first. */
    static void succeeds(Callable<Boolean> call) {
        Awaitility.await("a call succeeds")
                .atMost(Limit.PATIENT)
                .pollInterval(1, TimeUnit.MILLISECONDS)
                .ignoreExceptionsInstanceOf(CarmineException.class)
                .until(call);
    }

    /** Every command that took up room has given it back. */
    static void nothingIsInFlight(Carmine redis) {
        Awaitility.await("commands in flight")
                .atMost(Limit.PATIENT)
                .pollInterval(1, TimeUnit.MILLISECONDS)
                .until(() -> redis.stats().commandsInFlight() == 0);
    }
}
