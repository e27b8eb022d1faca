package dev.carmine.client.internal.wire;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * However the lead changes hands while somebody submits a call or closes the link, in the end the link's thread is
 * awake and has it, and exactly one party has woken it.
 */
public class LeadStress {
    /** A caller that leads gives the lead up while another submits a call. */
    @JCStressTest
    @Outcome(
            id = {"true, false, true", "false, true, true"},
            expect = Expect.ACCEPTABLE,
            desc = "One wakes the thread.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The call is left behind.")
    @State
    public static class CallerReleasesAndOtherSubmits extends Parties {
        /** A caller leads. */
        public CallerReleasesAndOtherSubmits() {
            super(Lead.Holder.CALLER);
        }

        /** The caller that leads. */
        @Actor
        public void releases(ZZZ_Result r) {
            r.r1 = releaseAlone();
        }

        /** Another caller. */
        @Actor
        public void submits(ZZZ_Result r) {
            r.r2 = submit();
        }

        /** What is left. */
        @Arbiter
        public void looks(ZZZ_Result r) {
            r.r3 = nothingIsLeftBehind();
        }
    }

    /** The link's thread lets callers lead while one submits a call. */
    @JCStressTest
    @Outcome(
            id = {"true, false, true", "false, true, true"},
            expect = Expect.ACCEPTABLE,
            desc = "One wakes the thread.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The call is left behind.")
    @State
    public static class ThreadReleasesAndCallerSubmits extends Parties {
        /** The link's thread. */
        @Actor
        public void releases(ZZZ_Result r) {
            r.r1 = releaseToCallers();
        }

        /** A caller. */
        @Actor
        public void submits(ZZZ_Result r) {
            r.r2 = submit();
        }

        /** What is left. */
        @Arbiter
        public void looks(ZZZ_Result r) {
            r.r3 = nothingIsLeftBehind();
        }
    }

    /** Two callers come when nobody has the lead. */
    @JCStressTest
    @Outcome(id = "false, false, true", expect = Expect.ACCEPTABLE, desc = "One came after the other.")
    @Outcome(
            id = {"true, false, true", "false, true, true"},
            expect = Expect.ACCEPTABLE,
            desc = "One wakes the thread.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "A call is left behind, or both lead.")
    @State
    public static class TwoCallersCome extends Parties {
        /** Nobody leads. */
        public TwoCallersCome() {
            super(Lead.Holder.NONE);
        }

        /** A caller. */
        @Actor
        public void one(ZZZ_Result r) {
            r.r1 = call(tryLead());
        }

        /** Another. */
        @Actor
        public void other(ZZZ_Result r) {
            r.r2 = call(tryLead());
        }

        /** What is left. */
        @Arbiter
        public void looks(ZZZ_Result r) {
            r.r3 = nothingIsLeftBehind();
        }
    }

    /** The link's thread takes the lead back, since nobody has come for a while, when a caller comes. */
    @JCStressTest
    @Outcome(
            id = {"true, false", "false, true"},
            expect = Expect.ACCEPTABLE,
            desc = "One has the lead.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Both have the lead, or nobody.")
    @State
    public static class ThreadReturnsAndCallerComes extends Parties {
        /** Nobody leads. */
        public ThreadReturnsAndCallerComes() {
            super(Lead.Holder.NONE);
        }

        /** The link's thread. */
        @Actor
        public void returns(ZZ_Result r) {
            r.r1 = lead.tryGiveToWire();
        }

        /** A caller. */
        @Actor
        public void comes(ZZ_Result r) {
            r.r2 = tryLead();
        }
    }

    /** The link is closed when a caller that leads gives the lead up. */
    @JCStressTest
    @Outcome(
            id = {"true, false, true", "false, true, true"},
            expect = Expect.ACCEPTABLE,
            desc = "One wakes the thread.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The thread never learns that it is to end.")
    @State
    public static class CallerReleasesAndLinkIsClosed extends Parties {
        /** A caller leads. */
        public CallerReleasesAndLinkIsClosed() {
            super(Lead.Holder.CALLER);
        }

        /** The caller that leads. */
        @Actor
        public void releases(ZZZ_Result r) {
            r.r1 = releaseAlone();
        }

        /** Who closes the link. */
        @Actor
        public void closes(ZZZ_Result r) {
            r.r2 = close();
        }

        /** Who has the lead. */
        @Arbiter
        public void looks(ZZZ_Result r) {
            r.r3 = lead.holder() == Lead.Holder.WIRE;
        }
    }

    /** The link is closed when its thread lets callers lead. */
    @JCStressTest
    @Outcome(
            id = {"true, false, true", "false, true, true"},
            expect = Expect.ACCEPTABLE,
            desc = "One wakes the thread.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The thread never learns that it is to end.")
    @State
    public static class ThreadReleasesAndLinkIsClosed extends Parties {
        /** The link's thread. */
        @Actor
        public void releases(ZZZ_Result r) {
            r.r1 = releaseToCallers();
        }

        /** Who closes the link. */
        @Actor
        public void closes(ZZZ_Result r) {
            r.r2 = close();
        }

        /** Who has the lead. */
        @Arbiter
        public void looks(ZZZ_Result r) {
            r.r3 = lead.holder() == Lead.Holder.WIRE;
        }
    }

    /** The link ends while a caller submits a call. */
    @JCStressTest
    @Outcome(
            id = {"true, false, true", "false, true, true"},
            expect = Expect.ACCEPTABLE,
            desc = "One fails the call.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Nobody fails the call, or both do.")
    @State
    public static class ThreadEndsAndCallerSubmits extends Parties {
        /** The link's thread. */
        @Actor
        public void ends(ZZZ_Result r) {
            r.r1 = end();
        }

        /** A caller. */
        @Actor
        public void submits(ZZZ_Result r) {
            r.r2 = submit();
        }

        /** What is left. */
        @Arbiter
        public void looks(ZZZ_Result r) {
            r.r3 = submissions.isEmpty();
        }
    }

    /** A caller that leads gives the lead up while another submits a call without waiting, and then makes one. */
    @JCStressTest
    @Outcome(id = "false", expect = Expect.ACCEPTABLE, desc = "The second call waits for the first, or it is gone.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "The second call overtakes the first.")
    @State
    public static class CallerReleasesAndOtherCallsTwice extends Parties {
        /** A caller leads. */
        public CallerReleasesAndOtherCallsTwice() {
            super(Lead.Holder.CALLER);
        }

        /** The caller that leads. */
        @Actor
        public void releases() {
            releaseAlone();
        }

        /** Another caller. */
        @Actor
        public void callsTwice(Z_Result r) {
            submit();
            r.r1 = tryLead() && !submissions.isEmpty();
        }
    }
}
