package dev.carmine.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Protocol;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.NotInContainer;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Soak;
import dev.carmine.it.junit.SoakTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that closes an idle connection: the next INCR succeeds, and has happened once. */
@BothProtocols
@RedisTest
@NotInContainer("must see the end of a connection at once, not when Docker's proxy passes it on")
class KillWhileIdleIT {
    /** A connection that has been silent for so long is looked at before it is written to. */
    private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(1);

    private static final int ROUNDS = 50;

    private final RawConnection raw;
    private final Carmine redis;
    private final Thread linkThread;
    private long counted;

    KillWhileIdleIT(Protocol protocol, RedisServer server) {
        raw = server.connect();
        raw.call("DEL", "c");
        redis = Carmine.connect(TestOptions.to(server.address(), protocol).build());
        linkThread = Waits.linkThread();
    }

    @AfterEach
    void close() {
        redis.close();
        raw.close();
    }

    @Test
    void theNextIncrSucceedsOnceWhileTheLinksThreadWatches() {
        for (int round = 0; round < ROUNDS; round++) {
            killWhileTheLinksThreadWatches();
            assertIncrementsOnce();
        }
    }

    @Test
    void theNextIncrSucceedsOnceWhileNobodyHasTheLead() {
        int rounds = 0;
        while (rounds < ROUNDS) {
            if (killWhileNobodyHasTheLead()) {
                rounds++;
            }
            assertIncrementsOnce();
        }
    }

    @SoakTest
    void theNextIncrSucceedsOnceForALongTime() {
        long end = System.nanoTime() + Soak.duration().toNanos();
        while (System.nanoTime() - end < 0) {
            killWhileTheLinksThreadWatches();
            assertIncrementsOnce();
            killWhileNobodyHasTheLead();
            assertIncrementsOnce();
        }
    }

    private void killWhileTheLinksThreadWatches() {
        long id = redis.clientId();
        Waits.awaitInSelector(linkThread);
        kill(id);
    }

    /** Tells whether nobody had the lead: on a busy machine the link's thread may have taken it back. */
    private boolean killWhileNobodyHasTheLead() {
        long id = redis.clientId();
        LeadingCaller.warmUp(redis);
        long used = System.nanoTime();
        kill(id);
        while (System.nanoTime() - used <= IDLE) {
            Thread.onSpinWait();
        }
        return Waits.isParked(linkThread);
    }

    private void kill(long id) {
        assertThat(raw.call("CLIENT", "KILL", "ID", Long.toString(id))).isEqualTo(1L);
    }

    private void assertIncrementsOnce() {
        counted++;
        assertThat(redis.incr("c")).isEqualTo(counted);
        assertThat(raw.text("GET", "c")).isEqualTo(Long.toString(counted));
    }
}
