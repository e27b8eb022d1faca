package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private final AtomicLong time = new AtomicLong();
    private final Clock clock = new Clock(time::get);
    private final Lease lease = new Lease(Grants.grant("a"), 0, clock, new Lease.Keeper() {
        @Override
        public boolean extend(Lease which, long millis) {
            which.lasts(millis);
            which.extended(clock.now(), millis);
            return true;
        }

        @Override
        public void progressed() {}
    });

    private void pass(long millis) {
        time.addAndGet(Clock.ofMillis(millis));
    }

    @Test
    void isOverAsSoonAsItMayBeOnTheServer() {
        pass(Grants.TERM - 2);
        assertThat(lease.isLost()).isFalse();
        pass(1);
        assertThat(lease.isLost()).isTrue();
    }

    @Test
    void isToBeExtendedAfterAThirdFromTheMomentItWasAskedFor() {
        assertThat(lease.renewAt()).isEqualTo(Clock.ofMillis(Grants.TERM / 3));
        lease.extended(Clock.ofMillis(9_000), lease.nextTerm());
        assertThat(lease.renewAt()).isEqualTo(Clock.ofMillis(9_000 + Grants.TERM / 3));
        assertThat(lease.term()).isEqualTo(Duration.ofMillis(Grants.TERM));
    }

    @Test
    void keepsTheTermThatItsHandlerHasChosen() {
        lease.extend(60_000);
        assertThat(lease.nextTerm()).isEqualTo(60_000);
        assertThat(lease.term()).isEqualTo(Duration.ofMinutes(1));
        lease.extended(clock.now(), lease.nextTerm());
        pass(59_998);
        assertThat(lease.isLost()).isFalse();
    }

    @Test
    void isNotExtendedAfterItsHandlersTimeIsOver() {
        AtomicInteger interruptions = new AtomicInteger();
        lease.runs(interruptions::incrementAndGet);
        lease.timeOut();
        assertThat(interruptions).hasValue(1);
        assertThat(lease.renewAt()).isEqualTo(Clock.NEVER);
        assertThat(lease.ends()).isTrue();
    }

    @Test
    void interruptsNobodyAfterItsHandlerHasEnded() {
        AtomicInteger interruptions = new AtomicInteger();
        lease.runs(interruptions::incrementAndGet);
        assertThat(lease.ends()).isFalse();
        lease.interrupt();
        assertThat(interruptions).hasValue(0);
    }

    @Test
    void givesTheNewestProgressOnce() {
        lease.progress("1");
        lease.progress("2");
        assertThat(lease.takeProgress()).isEqualTo("2");
        assertThat(lease.takeProgress()).isEmpty();
    }

    @Test
    void progressThatDidNotComeThroughGivesWayToNewer() {
        lease.progress("1");
        String taken = lease.takeProgress();
        lease.progress("2");
        lease.giveBackProgress(taken);
        assertThat(lease.takeProgress()).isEqualTo("2");
    }

    @Test
    void queueingTimeIsTheServersAlone() {
        assertThat(lease.grant().waited()).isEqualTo(1_500);
    }

    @Test
    void aHandlerIsInterruptedEvenIfItBeginsAfterwards() {
        AtomicInteger interruptions = new AtomicInteger();
        lease.interrupt();
        lease.runs(interruptions::incrementAndGet);
        assertThat(interruptions).hasValue(1);
    }

    @Test
    void survivesAHandlerThatCannotBeInterrupted() {
        lease.runs(() -> {
            throw new UnsupportedOperationException("on purpose");
        });
        lease.timeOut();
        assertThat(lease.ends()).isTrue();
    }

    @Test
    void isToBeExtendedAtOnceIfAnExtensionForAnotherTimeMayHaveUndoneItsHandlers() {
        pass(1_000);
        lease.lasts(60_000);
        lease.extended(clock.now(), Grants.TERM);
        assertThat(lease.renewAt()).isEqualTo(clock.now());
        lease.extended(clock.now(), lease.nextTerm());
        assertThat(lease.renewAt()).isEqualTo(clock.now() + Clock.ofMillis(20_000));
    }
}
