package dev.carmine.client.internal.wire;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Who has a link, and for how long: somebody, a pool in which it lies idle, or nobody any more because it has ended
 * there. The link's thread looks when the time is over. A state changes by compare-and-set only.
 */
final class Use {
    private enum Kind {
        /** Somebody has it, and so wants another connection when this one is lost. */
        TAKEN,
        /** It lies in a pool. */
        IDLE,
        /** It has ended while it lay there. */
        ENDED
    }

    /**
     * A kind of use and when it has lasted for long enough, in the time of {@link System#nanoTime()}.
     *
     * @param until a century from now if it may last for ever
     * @param afterwards what to do if it is taken for longer
     */
    private record State(Kind kind, long until, @Nullable Runnable afterwards) {
        static State of(Kind kind, long nanos) {
            return new State(kind, System.nanoTime() + nanos, null);
        }

        static State taken() {
            return of(Kind.TAKEN, Call.FOR_EVER);
        }

        boolean isOver(Kind wanted, long now) {
            return kind == wanted && until - now <= 0;
        }
    }

    private final AtomicReference<State> state;

    /** What the link's thread has planned its next look by; confined to it. */
    private State planned;

    /** Somebody has it, for as long as he likes. */
    Use() {
        planned = State.taken();
        state = new AtomicReference<>(planned);
    }

    /**
     * TAKEN → TAKEN with a limit, by whoever has taken it.
     *
     * @param afterwards what the link's thread does, once, if it is still taken then
     */
    void limit(long nanos, Runnable afterwards) {
        leaveTaken(new State(Kind.TAKEN, System.nanoTime() + nanos, afterwards));
    }

    /** TAKEN → IDLE, by whoever has taken it. */
    void layAside(long nanos) {
        leaveTaken(State.of(Kind.IDLE, nanos));
    }

    /**
     * IDLE → TAKEN, by its pool.
     *
     * @return false if it has ended, or has been idle for long enough
     */
    boolean takeUp() {
        State now = current();
        return now.kind() == Kind.IDLE
                && !now.isOver(Kind.IDLE, System.nanoTime())
                && state.compareAndSet(now, State.taken());
    }

    /** IDLE → ENDED, by the link's thread. */
    boolean endIfIdle() {
        State now = current();
        return now.kind() == Kind.IDLE && state.compareAndSet(now, State.of(Kind.ENDED, Call.FOR_EVER));
    }

    /** Whether it has been idle for long enough. */
    boolean isIdleForLongEnough(long now) {
        return current().isOver(Kind.IDLE, now);
    }

    /** Does what is to be done if somebody has had it for longer than the limit; by the link's thread. */
    void keepLimit(long now) {
        State seen = current();
        if (seen.isOver(Kind.TAKEN, now) && state.compareAndSet(seen, State.taken())) {
            Runnable afterwards = seen.afterwards();
            if (afterwards != null) {
                afterwards.run();
            }
        }
    }

    /** How long the link's thread need not look; by that thread. */
    long untilNextLook(long now) {
        planned = current();
        return planned.until() - now;
    }

    /** Whether the use is another one than the link's thread has planned by; by that thread. */
    boolean hasChanged() {
        return !current().equals(planned);
    }

    private State current() {
        return Objects.requireNonNull(state.get());
    }

    /** The link's thread may forget a limit meanwhile. */
    private void leaveTaken(State to) {
        State now = current();
        while (now.kind() == Kind.TAKEN && !state.compareAndSet(now, to)) {
            now = current();
        }
    }
}
