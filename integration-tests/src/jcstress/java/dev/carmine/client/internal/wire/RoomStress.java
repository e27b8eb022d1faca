package dev.carmine.client.internal.wire;

import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** The bounds are passed by one call at most, and nobody waits while there is room. */
public class RoomStress {
    /** Two come when there is room for one. */
    @JCStressTest
    @Outcome(
            id = {"true, false, 4", "false, true, 4"},
            expect = Expect.ACCEPTABLE,
            desc = "One passes.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Both pass, or none.")
    @State
    public static class TwoEnterTheLastPlace {
        private final Room room = new Room(4, 1_000);

        /** Three are in. */
        public TwoEnterTheLastPlace() {
            room.tryEnter(3, 30);
        }

        /** A caller. */
        @Actor
        public void one(ZZI_Result r) {
            r.r1 = room.tryEnter(1, 10);
        }

        /** Another. */
        @Actor
        public void other(ZZI_Result r) {
            r.r2 = room.tryEnter(1, 10);
        }

        /** How many are in. */
        @Arbiter
        public void counts(ZZI_Result r) {
            r.r3 = room.commands();
        }
    }

    /** Two large ones come when the bound of bytes is nearly reached. */
    @JCStressTest
    @Outcome(
            id = {"true, false, 501", "false, true, 501"},
            expect = Expect.ACCEPTABLE,
            desc = "One passes.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Both pass, or none.")
    @State
    public static class TwoPassTheBound {
        private final Room room = new Room(100_000, 100);

        /** One is in. */
        public TwoPassTheBound() {
            room.tryEnter(1, 99);
        }

        /** A caller. */
        @Actor
        public void one(ZZI_Result r) {
            r.r1 = room.tryEnter(500, 5_000);
        }

        /** Another. */
        @Actor
        public void other(ZZI_Result r) {
            r.r2 = room.tryEnter(500, 5_000);
        }

        /** How many are in. */
        @Arbiter
        public void counts(ZZI_Result r) {
            r.r3 = room.commands();
        }
    }

    /** One leaves while another enters. */
    @JCStressTest
    @Outcome(id = "true, 1", expect = Expect.ACCEPTABLE, desc = "It left first.")
    @Outcome(id = "false, 0", expect = Expect.ACCEPTABLE, desc = "There was no room yet.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The count is wrong.")
    @State
    public static class LeaveAndEnter {
        private final Room room = new Room(1, 1_000);

        /** One is in. */
        public LeaveAndEnter() {
            room.tryEnter(1, 10);
        }

        /** Whoever has read its reply. */
        @Actor
        public void leaves() {
            room.leave(1, 10);
        }

        /** A caller. */
        @Actor
        public void enters(ZI_Result r) {
            r.r1 = room.tryEnter(1, 20);
        }

        /** How many are in. */
        @Arbiter
        public void counts(ZI_Result r) {
            r.r2 = room.commands();
        }
    }

    /** One leaves while another begins to wait for room. */
    @JCStressTest
    @Outcome(id = "true, 1", expect = Expect.ACCEPTABLE, desc = "It enters, waiting or not.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "It waits though there is room.")
    @State
    public static class LeaveAndWait {
        private static final long LONG = TimeUnit.MINUTES.toNanos(1);

        private final Room room = new Room(1, 1_000);

        /** One is in. */
        public LeaveAndWait() {
            room.tryEnter(1, 10);
        }

        /** Whoever has read its reply. */
        @Actor
        public void leaves() {
            room.leave(1, 10);
        }

        /** A caller. */
        @Actor
        public void waits(ZI_Result r) {
            try {
                r.r1 = room.enterWithin(1, 20, LONG);
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts", e);
            }
        }

        /** How many are in. */
        @Arbiter
        public void counts(ZI_Result r) {
            r.r2 = room.commands();
        }
    }
}
