package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private final AtomicLong time = new AtomicLong();
    private final Desk desk = new Desk(new Clock(time::get), 2, 0, Clock.ofMillis(1_000_000), null, 1);
    private final FakeLink link = new FakeLink();
    private final Heartbeat heartbeat = new Heartbeat(
            desk,
            link,
            () -> "worker000000",
            new Troubles(System.getLogger(HeartbeatTest.class.getName()), "q", desk.clock));
    private final Lease first = lease("a");
    private final Lease second = lease("b");

    private Lease lease(String id) {
        return new Lease(Grants.grant(id), 0, desk.clock, new Lease.Keeper() {
            @Override
            public boolean extend(Lease which, long millis) {
                return heartbeat.extendNow(which, millis);
            }

            @Override
            public void progressed() {
                heartbeat.progressed();
            }
        });
    }

    @BeforeEach
    void hold() {
        desk.under(() -> {
            desk.arrived(first);
            desk.arrived(second);
            return null;
        });
    }

    private void pass(long millis) {
        time.addAndGet(Clock.ofMillis(millis));
    }

    private long dueAt() {
        return desk.under(heartbeat::dueAt);
    }

    @Test
    void extendsAllLeasesInOneCallAfterAThird() {
        assertThat(dueAt()).isEqualTo(Clock.ofMillis(Grants.TERM / 3));
        pass(Grants.TERM / 3);
        heartbeat.beat();
        assertThat(link.extensions)
                .singleElement()
                .satisfies(call -> assertThat(call).extracting(Extension::lease).containsExactly(first, second));
        assertThat(dueAt()).isEqualTo(Clock.ofMillis(2 * Grants.TERM / 3));
    }

    @Test
    void marksWhatIsLostAndWhatIsCancelled() {
        link.extendBy(call -> "lc");
        heartbeat.beat();
        assertThat(first.isLost()).isTrue();
        assertThat(second.isLost()).isFalse();
        assertThat(second.isCancelled()).isTrue();
        assertThat(desk.tally.leasesLost.sum()).isOne();
        heartbeat.beat();
        assertThat(link.extensions.get(1)).extracting(Extension::lease).containsExactly(second);
    }

    @Test
    void leavesItToTheExchangeToSayWhetherAFinishedOneIsLost() {
        desk.under(() -> {
            desk.looks();
            Lease taken = Objects.requireNonNull(desk.take());
            desk.ended(Settle.success(taken, 0, null, List.of()));
            return null;
        });
        link.extendBy(call -> "lk");
        heartbeat.beat();
        assertThat(first.isLost()).isFalse();
        assertThat(desk.tally.leasesLost.sum()).isZero();
    }

    @Test
    void triesAgainSoonWithProgressIfItHasFailed() {
        pass(5_000);
        first.progress("half");
        link.extendBy(call -> {
            throw new IllegalStateException("on purpose");
        });
        heartbeat.beat();
        assertThat(dueAt()).isBetween(desk.clock.now(), desk.clock.now() + Clock.ofMillis(1_000));
        link.extendBy(call -> "kk");
        heartbeat.beat();
        assertThat(link.extensions.get(1).get(0).progress()).isEqualTo("half");
    }

    @Test
    void tellsProgressWithinASecond() {
        pass(5_000);
        heartbeat.beat();
        first.progress("half");
        assertThat(dueAt()).isEqualTo(Clock.ofMillis(6_000));
    }

    @Test
    void isNotDueWithoutLeases() {
        desk.under(() -> {
            desk.held.remove(first);
            desk.held.remove(second);
            return null;
        });
        pass(Grants.TERM);
        heartbeat.beat();
        assertThat(link.extensions).isEmpty();
        assertThat(dueAt()).isEqualTo(Clock.NEVER);
    }

    @Test
    void aHandlersOwnExtensionLastsFromThenOn() {
        assertThat(first.extend(90_000)).isTrue();
        heartbeat.beat();
        assertThat(link.extensions.get(1)).extracting(Extension::millis).containsExactly(90_000L, Grants.TERM);
        link.extendBy(call -> "l");
        assertThat(first.extend(90_000)).isFalse();
    }
}
