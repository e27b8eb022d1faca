package dev.carmine.mq;

import dev.carmine.mq.internal.Checks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a message that was handled. Immutable.
 *
 * <pre>{@code
 * return Outcome.success();
 * return Outcome.success(receipt).dedupeFor(Duration.ofHours(1)).then(shipments.newMessage(shipment));
 * return Outcome.retry(Duration.ofMinutes(5));
 * }</pre>
 */
public sealed interface Outcome {

    /**
     * The message is done.
     *
     * @return a success without a result
     */
    static Success success() {
        return Success.PLAIN;
    }

    /**
     * The message is done, and has a result, which is kept for {@link QueueOptions.Builder#resultRetention}.
     *
     * @param result text, a number, bytes, or an object for the client's serializer; if it cannot be encoded, that is a
     *     failure
     * @return a success
     */
    static Success success(Object result) {
        return new Success(Objects.requireNonNull(result, "result"), Duration.ZERO, List.of());
    }

    /**
     * The message is to be handled again, after the time that the worker's {@link RetryPolicy} says, or not if its
     * attempts are used up.
     *
     * @return a failure without an error
     */
    static Retry retry() {
        return new Retry(null);
    }

    /**
     * The message is to be handled again, or not if its attempts are used up.
     *
     * @param after how long to wait before; zero for not at all
     * @return a failure without an error
     */
    static Retry retry(Duration after) {
        return new Retry(Objects.requireNonNull(after, "after"));
    }

    /**
     * The message is not to be handled again, but to be set aside.
     *
     * @param reason why, for people; what is longer than 1,000 characters is cut off
     * @return a failure for good
     */
    static DeadLetter deadLetter(String reason) {
        return new DeadLetter(reason);
    }

    /**
     * The message was not handled: it goes back in its place as if it had not been handed out. The worker then leases
     * nothing for a second, so that another one gets it.
     *
     * @return neither success nor failure
     */
    static Release release() {
        return Release.INSTANCE;
    }

    /** The message is done. Made by {@link Outcome#success()}. */
    final class Success implements Outcome {
        private static final Success PLAIN = new Success(null, Duration.ZERO, List.of());

        private final @Nullable Object result;
        private final Duration dedupeWindow;
        private final List<NewMessage<?>> chained;

        private Success(@Nullable Object result, Duration dedupeWindow, List<NewMessage<?>> chained) {
            this.result = result;
            this.dedupeWindow = dedupeWindow;
            this.chained = chained;
        }

        /**
         * Has the id of the message refused for a time, as {@link EnqueueStatus#DEDUPLICATED}.
         *
         * @param window how long from now, at least a millisecond; by default not at all
         * @return the changed outcome
         */
        public Success dedupeFor(Duration window) {
            return new Success(result, Checks.atLeast("window", window, Duration.ofMillis(1)), chained);
        }

        /**
         * Enqueues further messages in the same step in which this one is done: both happen or none. Their queues must
         * share the slot of this one's ({@link QueueOptions.Builder#slot}), else it is a failure. One whose id is taken
         * is left out, as with any other enqueue.
         *
         * @param messages what to enqueue; more calls add to them
         * @return the changed outcome
         */
        public Success then(NewMessage<?>... messages) {
            List<NewMessage<?>> all = new ArrayList<>(chained);
            all.addAll(List.of(messages));
            return new Success(result, dedupeWindow, List.copyOf(all));
        }

        /**
         * What the handling has given.
         *
         * @return the result, or null
         */
        public @Nullable Object result() {
            return result;
        }

        /**
         * For how long the id is refused.
         *
         * @return zero if it is not
         */
        public Duration dedupeWindow() {
            return dedupeWindow;
        }

        /**
         * What is enqueued along.
         *
         * @return the messages; unmodifiable
         */
        public List<NewMessage<?>> chained() {
            return chained;
        }

        /** Without the result, which may be secret. */
        @Override
        public String toString() {
            return "Success[" + (result == null ? "no result" : "a result") + ", dedupeWindow=" + dedupeWindow + ", "
                    + chained.size() + " chained]";
        }
    }

    /**
     * The message is to be handled again.
     *
     * @param after how long to wait before; null for as long as the policy says
     */
    record Retry(@Nullable Duration after) implements Outcome {
        /**
         * Checks the time.
         *
         * @param after zero or more, or null
         */
        public Retry {
            if (after != null) {
                Checks.atLeast("after", after, Duration.ZERO);
            }
        }
    }

    /**
     * The message is to be set aside.
     *
     * @param reason why, for people
     */
    record DeadLetter(String reason) implements Outcome {
        /**
         * Checks the reason.
         *
         * @param reason why
         */
        public DeadLetter {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The message was not handled. */
    final class Release implements Outcome {
        private static final Release INSTANCE = new Release();

        private Release() {}

        @Override
        public String toString() {
            return "Release";
        }
    }
}
