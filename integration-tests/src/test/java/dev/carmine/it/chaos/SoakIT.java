package dev.carmine.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.ClientOptions;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Seed;
import dev.carmine.it.junit.Soak;
import dev.carmine.it.junit.SoakTest;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;

/** Everything at once for a long time: every kind of caller, and every fault in random order. */
@RedisTest(appendOnly = true)
class SoakIT {
    private static final System.Logger LOG = System.getLogger(SoakIT.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    @AfterEach
    void goOn(RedisServer server) {
        server.resume();
    }

    @SoakTest
    void whatIsPromisedHoldsWhateverHappensToTheServer(RedisServer server) {
        SplittableRandom random = Seed.random("SoakIT");
        long end = System.nanoTime() + Soak.duration().toNanos();
        ClientOptions options = Clients.options(server).commandTimeout(TIMEOUT).build();
        try (Carmine redis = Carmine.connect(options);
                Load load = new Load(redis, TIMEOUT, random.split());
                QueueTraffic queue = new QueueTraffic(redis, 4);
                Transfers transfers = new Transfers(redis, 2)) {
            load.threads(ThreadKind.PLATFORM, 16).futures(64);
            if (ThreadKind.VIRTUAL.isAvailable()) {
                load.threads(ThreadKind.VIRTUAL, 100);
            }
            while (System.nanoTime() - end < 0) {
                load.awaitSuccesses(1 + random.nextInt(5_000));
                Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
                LOG.log(Level.INFO, "{0}; so far {1}", fault, load);
                fault.strike(server, load, random);
            }
            load.awaitSuccesses(1_000);
            load.stop();
            queue.stop(server);
            transfers.stop(server);
            load.counters().assertTrue(server);
            load.awaitRoomGivenBack();
            assertThat(redis.stats().pool().lent())
                    .as("connections that were not given back")
                    .isZero();
        }
        ThreadLeaks.awaitNone();
    }

    /** What can happen to a server. */
    private enum Fault {
        CRASH {
            @Override
            void strike(RedisServer server, Load load, SplittableRandom random) {
                server.kill();
                server.start();
            }
        },
        RESTART {
            @Override
            void strike(RedisServer server, Load load, SplittableRandom random) {
                server.restart();
            }
        },
        OUTAGE {
            @Override
            void strike(RedisServer server, Load load, SplittableRandom random) {
                server.kill();
                load.awaitFailures(1 + random.nextInt(200));
                server.start();
            }
        },
        FREEZE {
            @Override
            void strike(RedisServer server, Load load, SplittableRandom random) {
                server.suspend();
                load.awaitFailures(1 + random.nextInt(200));
                server.resume();
            }
        },
        KILLED_CONNECTIONS {
            @Override
            void strike(RedisServer server, Load load, SplittableRandom random) {
                try (RawConnection operator = server.connect()) {
                    for (int i = random.nextInt(10); i >= 0; i--) {
                        operator.call("CLIENT", "KILL", "TYPE", "normal");
                        load.awaitSuccesses(random.nextInt(1, 100));
                    }
                }
            }
        },
        PAUSE {
            @Override
            void strike(RedisServer server, Load load, SplittableRandom random) {
                String mode = random.nextBoolean() ? "WRITE" : "ALL";
                server.call("CLIENT", "PAUSE", String.valueOf(random.nextInt(1, 2_000)), mode);
            }
        };

        abstract void strike(RedisServer server, Load load, SplittableRandom random);
    }
}
