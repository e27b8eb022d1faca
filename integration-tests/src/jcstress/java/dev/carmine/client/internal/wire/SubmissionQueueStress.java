package dev.carmine.client.internal.wire;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Nothing is lost, nothing is handed out twice, and the calls of one thread keep their order. */
public class SubmissionQueueStress {
    /** The calls that are handed out, as digits, oldest first. */
    private static int digits(@Nullable Call oldest, Call... numbered) {
        int digits = 0;
        for (Call call = oldest; call != null; call = call.next) {
            for (int i = 0; i < numbered.length; i++) {
                if (call == numbered[i]) {
                    digits = 10 * digits + i + 1;
                }
            }
        }
        return digits;
    }

    /** One pushes while the holder of the lead takes. */
    @JCStressTest
    @Outcome(
            id = {"0, 12", "1, 2", "12, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "Each call is taken once, in order.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "A call is lost, doubled, or out of order.")
    @State
    public static class PushAndTake {
        private final SubmissionQueue queue = new SubmissionQueue();
        private final Call first = Parties.call();
        private final Call second = Parties.call();

        /** A caller. */
        @Actor
        public void pushes() {
            queue.push(first);
            queue.push(second);
        }

        /** The holder of the lead. */
        @Actor
        public void takes(II_Result r) {
            r.r1 = digits(queue.takeAll(), first, second);
        }

        /** The holder again. */
        @Arbiter
        public void takesTheRest(II_Result r) {
            r.r2 = digits(queue.takeAll(), first, second);
        }
    }

    /** Two push at a time. */
    @JCStressTest
    @Outcome(
            id = {"1234", "1324", "1342", "3124", "3142", "3412"},
            expect = Expect.ACCEPTABLE,
            desc = "All calls are there, those of each thread in order.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "A call is lost, doubled, or out of order.")
    @State
    public static class PushAndPush {
        private final SubmissionQueue queue = new SubmissionQueue();
        private final Call first = Parties.call();
        private final Call second = Parties.call();
        private final Call third = Parties.call();
        private final Call fourth = Parties.call();

        /** A caller. */
        @Actor
        public void one() {
            queue.push(first);
            queue.push(second);
        }

        /** Another caller. */
        @Actor
        public void other() {
            queue.push(third);
            queue.push(fourth);
        }

        /** The holder of the lead. */
        @Arbiter
        public void takes(I_Result r) {
            r.r1 = digits(queue.takeAll(), first, second, third, fourth);
        }
    }
}
