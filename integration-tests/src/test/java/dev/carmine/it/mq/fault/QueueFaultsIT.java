package dev.carmine.it.mq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Seed;
import dev.carmine.it.junit.Soak;
import dev.carmine.it.junit.SoakTest;
import dev.carmine.it.server.RedisServer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The promises of the queue hold whatever happens to its producers, its workers, the network and the server. */
@Tag("processes")
@RedisTest(appendOnly = true)
class QueueFaultsIT {
    private static final String NAME = "QueueFaultsIT";
    private static final int FEW_MESSAGES = 2_500;
    private static final int MANY_MESSAGES = 100_000;
    private static final long BRISK = 120_000;
    private static final long STEADY = 400_000;

    @AfterEach
    void goOn(RedisServer server) {
        server.resume();
    }

    @Test
    void whatIsPromisedHoldsUnderEveryFault(RedisServer server) {
        run(server, FEW_MESSAGES, BRISK, Seed.random(NAME));
    }

    @SoakTest
    void whatIsPromisedHoldsForALongTime(RedisServer server) {
        SplittableRandom random = Seed.random(NAME);
        long end = System.nanoTime() + Soak.duration().toNanos();
        do {
            server.flushAll();
            run(server, MANY_MESSAGES, STEADY, random.split());
        } while (System.nanoTime() - end < 0);
    }

    private static void run(RedisServer server, int messages, long pace, SplittableRandom random) {
        try (Campaign campaign = new Campaign(server, random)) {
            assertThat(campaign.run(messages, pace))
                    .as(() -> "what the queue has promised and not kept; "
                            + campaign.staff().output())
                    .isEmpty();
        }
    }
}
