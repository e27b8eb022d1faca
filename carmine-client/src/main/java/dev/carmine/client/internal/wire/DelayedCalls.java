package dev.carmine.client.internal.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Calls that the server has put off (it is loading, or busy with a script) and that wait for another try. Confined to
 * the holder of the lead.
 */
final class DelayedCalls {
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(5);
    /** The longest wait for another try. */
    static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(100);

    /** In the order in which they came, which is that in which they are due: one caller's calls keep their order. */
    private final ArrayDeque<Delayed> waiting = new ArrayDeque<>();

    private final RandomGenerator random;

    DelayedCalls(RandomGenerator random) {
        this.random = random;
    }

    /** Keeps a call for a while; calls that come later and are not put off may overtake it. */
    void add(Call call, long now) {
        Delayed last = waiting.peekLast();
        long wait = random.nextLong(SHORTEST, LONGEST);
        waiting.add(new Delayed(call, now + (last == null ? wait : Math.max(wait, last.due() - now))));
    }

    /** Moves what is due to the queue. */
    void release(Deque<Call> queue, long now) {
        for (Delayed head = waiting.peek(); head != null && head.due() - now <= 0; head = waiting.peek()) {
            queue.add(waiting.remove().call());
        }
    }

    /** How long until the next call is due; {@link Long#MAX_VALUE} if none waits. */
    long untilNext(long now) {
        Delayed head = waiting.peek();
        return head == null ? Long.MAX_VALUE : head.due() - now;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void removeIf(Predicate<Call> condition) {
        waiting.removeIf(delayed -> condition.test(delayed.call()));
    }

    private record Delayed(Call call, long due) {}
}
