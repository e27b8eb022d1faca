package dev.carmine.client.internal.wire;

import dev.carmine.client.Fate;
import dev.carmine.protocol.RespReader;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IL_Result;
import org.openjdk.jcstress.infra.results.ZL_Result;

/** A call ends exactly once, and its owner, once it sees the end, sees the outcome. */
public class CallStress {
    private static final Failure LOST = new Failure.Lost("here:1", "it broke", null);

    /** The reply comes, and the owner looks. */
    @JCStressTest
    @Outcome(
            id = {"true, null", "true, 7"},
            expect = Expect.ACCEPTABLE,
            desc = "Not done yet, or done with its value.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Done without its value.")
    @State
    public static class FinishAndLook {
        private final RespReader reply = Parties.reply();
        private final SingleCall call = Parties.call();

        /** The call was sent. */
        public FinishAndLook() {
            call.claim();
        }

        /** The holder of the lead. */
        @Actor
        public void finishes(ZL_Result r) {
            call.take(reply);
            r.r1 = call.finish();
        }

        /** The owner. */
        @Actor
        public void looks(ZL_Result r) {
            r.r2 = call.isDone() ? call.result() : null;
        }
    }

    /** The reply comes while the owner leaves. */
    @JCStressTest
    @Outcome(id = "true, 7", expect = Expect.ACCEPTABLE, desc = "The reply was first; the owner takes it along.")
    @Outcome(id = "false, UNKNOWN", expect = Expect.ACCEPTABLE, desc = "The owner was first.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Both, neither, or an owner who sees no value.")
    @State
    public static class FinishAndAbandon {
        private final RespReader reply = Parties.reply();
        private final SingleCall call = Parties.call();

        /** The call was sent. */
        public FinishAndAbandon() {
            call.claim();
        }

        /** The holder of the lead. */
        @Actor
        public void finishes(ZL_Result r) {
            call.take(reply);
            r.r1 = call.finish();
        }

        /** The owner. */
        @Actor
        public void abandons(ZL_Result r) {
            Fate fate = call.abandon();
            r.r2 = fate == null ? call.result() : fate;
        }
    }

    /** A call in the queue fails while its owner leaves. */
    @JCStressTest
    @Outcome(id = "true, FAILED_NOT_SENT", expect = Expect.ACCEPTABLE, desc = "It failed, and the owner sees why.")
    @Outcome(
            id = {"false, NOT_SENT", "false, UNKNOWN"},
            expect = Expect.ACCEPTABLE,
            desc = "The owner was first, or left while the failure was written.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Both, neither, or an owner who sees no failure.")
    @State
    public static class FailAndAbandon {
        private final BatchCall call = Parties.batch();

        /** Whoever finds the link closed. */
        @Actor
        public void fails(ZL_Result r) {
            r.r1 = call.fail(LOST, Long.MIN_VALUE);
        }

        /** The owner. */
        @Actor
        public void abandons(ZL_Result r) {
            Fate fate = call.abandon();
            r.r2 = fate == null ? describe(call.outcomes()[0]) : fate;
        }

        private static String describe(@Nullable Object outcome) {
            return outcome instanceof Failed failed && failed.failure() == LOST ? "FAILED_" + failed.fate() : "NOTHING";
        }
    }

    /** A call that was sent is put back, because its wire was lost, while its owner leaves. */
    @JCStressTest
    @Outcome(
            id = {"0, UNKNOWN", "1, UNKNOWN"},
            expect = Expect.ACCEPTABLE,
            desc = "It may have run.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The owner is told that it did not run.")
    @State
    public static class PutBackAndAbandon {
        private final SingleCall call = Parties.call();

        /** The call was sent, and was the first on its wire. */
        public PutBackAndAbandon() {
            call.claim();
            call.end = call.bytes();
        }

        /** The holder of the lead. */
        @Actor
        public void putsBack(IL_Result r) {
            r.r1 = call.putBackAfterLoss(call.bytes()) ? 1 : 0;
        }

        /** The owner. */
        @Actor
        public void abandons(IL_Result r) {
            r.r2 = call.abandon();
        }
    }

    /** The next wire is ready for a call while its owner leaves. */
    @JCStressTest
    @Outcome(id = "true, UNKNOWN", expect = Expect.ACCEPTABLE, desc = "It is on its way.")
    @Outcome(id = "false, NOT_SENT", expect = Expect.ACCEPTABLE, desc = "Not a byte will leave.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "It is sent though its owner was told that it is not.")
    @State
    public static class ClaimAndAbandon {
        private final SingleCall call = Parties.call();

        /** The holder of the lead. */
        @Actor
        public void claims(ZL_Result r) {
            r.r1 = call.claim();
        }

        /** The owner. */
        @Actor
        public void abandons(ZL_Result r) {
            r.r2 = call.abandon();
        }
    }
}
