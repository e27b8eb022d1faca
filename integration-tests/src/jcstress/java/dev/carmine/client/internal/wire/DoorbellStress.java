package dev.carmine.client.internal.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A holder of the lead that goes to sleep while a call is submitted sees the call or is woken. */
public class DoorbellStress {
    /** One submits a call and rings while the holder of the lead goes to sleep. */
    @JCStressTest
    @Outcome(
            id = {"SAW_THE_CALL", "WOKEN"},
            expect = Expect.ACCEPTABLE,
            desc = "The call is not overlooked.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The holder sleeps though there is a call.")
    @State
    public static class SleepAndRing {
        private final SubmissionQueue submissions = new SubmissionQueue();
        private final Bed bed = new Bed();
        private final Doorbell bell = new Doorbell(bed);

        /** The holder of the lead. */
        @Actor
        public void sleeps(L_Result r) {
            try {
                bell.await(Long.MAX_VALUE, () -> !submissions.isEmpty());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            r.r1 = bed.slept ? bed.woken ? "WOKEN" : "OVERSLEPT" : "SAW_THE_CALL";
        }

        /** A caller. */
        @Actor
        public void rings() {
            submissions.push(Parties.call());
            bell.ring();
            bed.everyoneHasRung = true;
        }
    }

    /** Where one can only sleep and be woken: sleeps until it is clear whether somebody wakes. */
    private static final class Bed extends Selector {
        boolean slept;
        volatile boolean woken;
        volatile boolean everyoneHasRung;

        @Override
        public int select(Consumer<SelectionKey> action, long timeout) {
            slept = true;
            while (!woken && !everyoneHasRung) {
                Thread.onSpinWait();
            }
            return 0;
        }

        @Override
        public int selectNow(Consumer<SelectionKey> action) {
            return 0;
        }

        @Override
        public Selector wakeup() {
            woken = true;
            return this;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public SelectorProvider provider() {
            throw new UnsupportedOperationException("no sockets");
        }

        @Override
        public Set<SelectionKey> keys() {
            return Set.of();
        }

        @Override
        public Set<SelectionKey> selectedKeys() {
            return Set.of();
        }

        @Override
        public int selectNow() {
            throw new UnsupportedOperationException("no sockets");
        }

        @Override
        public int select(long timeout) {
            throw new UnsupportedOperationException("no sockets");
        }

        @Override
        public int select() {
            throw new UnsupportedOperationException("no sockets");
        }

        @Override
        public void close() {}
    }
}
