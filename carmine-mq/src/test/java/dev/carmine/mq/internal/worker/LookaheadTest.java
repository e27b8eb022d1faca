package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How far ahead of its slots a worker leases, and what becomes of that if a handler takes long. */
class LookaheadTest {
    private static final long MICROSECOND = 1_000;

    private final AtomicLong time = new AtomicLong();
    private final Lookahead lookahead = new Lookahead();
    private final Desk desk = desk(1);

    private Desk desk(int concurrency) {
        return new Desk(new Clock(time::get), concurrency, EngineSettings.AUTOMATIC, Clock.ofMillis(1_000), null, 1);
    }

    private void handled(int times, long nanos) {
        for (int i = 0; i < times; i++) {
            lookahead.handled(nanos, 1);
        }
    }

    @Test
    void nothingIsLeasedAheadBeforeHandlersAreKnownToBeQuick() {
        assertThat(lookahead.messages()).isZero();
        handled(10, MICROSECOND);
        assertThat(lookahead.messages()).isZero();
        handled(90, MICROSECOND);
        assertThat(lookahead.messages()).isEqualTo(100);
    }

    @Test
    void asMuchIsLeasedAheadAsHandlersGetThroughInAMillisecond() {
        handled(200, 100 * MICROSECOND);
        assertThat(lookahead.messages()).isBetween(9, 10);
        handled(200, Clock.ofMillis(1) + MICROSECOND);
        assertThat(lookahead.messages()).isZero();
    }

    @Test
    void moreSideBySideGetThroughMore() {
        for (int i = 0; i < 200; i++) {
            lookahead.handled(Clock.ofMillis(2), 32);
        }
        assertThat(lookahead.messages()).isBetween(15, 16);
    }

    @Test
    void oneLongWaitIsEnoughToLeaseNothingAhead() {
        handled(200, MICROSECOND);
        lookahead.isTooFar();
        assertThat(lookahead.messages()).isZero();
    }

    private Lease take() {
        desk.looks();
        return Objects.requireNonNull(desk.take());
    }

    private void end(Lease lease) {
        desk.ended(Settle.success(lease, 0, null, List.of()));
    }

    private void arrive(Desk at, String... ids) {
        for (String id : ids) {
            at.arrived(Grants.lease(id));
        }
    }

    private void handleQuickly(int messages) {
        for (int i = 0; i < messages; i++) {
            desk.arrived(Grants.lease("quick" + i));
            Lease lease = take();
            time.addAndGet(MICROSECOND);
            end(lease);
        }
    }

    private List<String> settled() {
        List<String> settled = new ArrayList<>();
        for (List<Settle> slice = desk.finished.slice(); !slice.isEmpty(); slice = desk.finished.slice()) {
            slice.forEach(settle ->
                    settled.add(settle.kind() + " " + settle.lease().grant().id()));
        }
        return settled;
    }

    @Test
    void whatIsLeasedAheadCountsAgainstTheNext() {
        handleQuickly(200);
        assertThat(desk.room()).isOne();
        assertThat(desk.ahead()).isEqualTo(100);
        for (int i = 0; i < 61; i++) {
            desk.arrived(Grants.lease("" + i));
        }
        assertThat(desk.room()).isEqualTo(-60);
        assertThat(desk.ahead()).isEqualTo(40);
    }

    @Test
    void whatWaitsBehindASlowHandlerGoesBack() {
        handleQuickly(200);
        settled();
        arrive(desk, "slow", "a", "b");
        take();
        long late = time.get() + Lookahead.PATIENCE;
        assertThat(desk.giveBackAt()).isEqualTo(late);
        time.set(late - 1);
        desk.giveBackLate();
        assertThat(settled()).isEmpty();
        time.set(late);
        desk.giveBackLate();
        assertThat(settled()).containsExactly("BACK b", "BACK a");
        assertThat(desk.ahead()).isZero();
        assertThat(desk.giveBackAt()).isEqualTo(Clock.NEVER);
    }

    @Test
    void whatHasWaitedForLongGoesBackThoughHandlersGetOn() {
        handleQuickly(200);
        settled();
        arrive(desk, "1", "2", "3", "4");
        for (int i = 0; i < 2; i++) {
            Lease lease = take();
            time.addAndGet(Clock.ofMillis(15));
            desk.giveBackLate();
            end(lease);
        }
        assertThat(settled()).containsExactly("SUCCESS 1", "BACK 4", "BACK 3", "SUCCESS 2");
    }

    @Test
    void onlyThatGoesBackForWhichThereIsNoSlot() {
        Desk ofThree = desk(3);
        arrive(ofThree, "a", "b", "c", "d", "e");
        ofThree.looks();
        assertThat(ofThree.take()).isNotNull();
        time.set(Lookahead.PATIENCE);
        ofThree.giveBackLate();
        assertThat(ofThree.finished.slice())
                .extracting(settle -> settle.lease().grant().id())
                .containsExactly("e", "d");
        assertThat(ofThree.waiting()).as("they wait for threads").isEqualTo(2);
        assertThat(ofThree.giveBackAt()).isEqualTo(Clock.NEVER);
    }

    /** Else what goes back would be leased again in the same exchange. */
    @Test
    void aFullWorkerOfManySlotsLeasesNothingAheadAfterThat() {
        Desk ofMany = desk(1_000);
        for (int i = 0; i < 1_001; i++) {
            arrive(ofMany, "" + i);
        }
        for (int i = 0; i < 1_000; i++) {
            ofMany.looks();
            assertThat(ofMany.take()).isNotNull();
        }
        time.set(Lookahead.PATIENCE);
        ofMany.giveBackLate();
        assertThat(ofMany.finished.slice()).hasSize(1);
        assertThat(ofMany.ahead()).isZero();
    }

    @Test
    void nothingIsAskedForInVain() {
        handleQuickly(200);
        desk.findsNothingAhead();
        assertThat(desk.ahead()).isZero();
    }

    @Test
    void settlesAreGatheredWhileHandlersHaveEnoughToDo() {
        handleQuickly(200);
        settled();
        for (int i = 0; i < 54; i++) {
            arrive(desk, "" + i);
        }
        desk.leasing = true;
        long begin = time.get();
        for (int i = 0; i < 3; i++) {
            end(take());
            assertThat(desk.exchangeAt()).as("the first waits no longer").isEqualTo(begin + Lookahead.HORIZON);
            time.addAndGet(MICROSECOND);
        }
        take();
        assertThat(desk.exchangeAt()).as("half of it is handled").isZero();
    }

    @Test
    void nothingIsLeasedAheadOfSlotsThatAreShared() {
        Desk sharing =
                new Desk(new Clock(time::get), 1, EngineSettings.AUTOMATIC, Clock.ofMillis(1_000), new SlotPool(1), 1);
        sharing.joinOthers();
        assertThat(sharing.giveBackAt()).isEqualTo(Clock.NEVER);
        assertThat(sharing.ahead()).isZero();
    }
}
