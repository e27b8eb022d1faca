package dev.carmine.mq;

import dev.carmine.mq.internal.Checks;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Says how long to wait before a message that has failed is handled again. How often at most is not its matter: that
 * limit belongs to the queue or to the message ({@link QueueOptions.Builder#maxAttempts}). Must be thread-safe, and quick.
 */
@FunctionalInterface
public interface RetryPolicy {

    /**
     * Says how long to wait.
     *
     * @param attempt which attempt has failed, 1 for the first
     * @param error what the handler has thrown; null if it has asked for another attempt
     * @return how long, zero for not at all; null to have the message set aside as dead at once
     */
    @Nullable Duration delay(int attempt, @Nullable Throwable error);

    /**
     * The policy by default: {@link #exponential(Duration, Duration)} from a second to an hour. The first wait is one to
     * two seconds, the tenth nine to seventeen minutes.
     *
     * @return the policy
     */
    static RetryPolicy exponential() {
        return exponential(Duration.ofSeconds(1), Duration.ofHours(1));
    }

    /**
     * Waits that double each time, with jitter, so that messages that have failed together do not come back together:
     * {@code (2^attempt + random · 2^attempt) · 0.5 · factor}, with {@code random} from 0 to 1.
     *
     * @param factor the shortest first wait, at least a millisecond
     * @param longest the bound of all waits, at least the factor
     * @return the policy
     */
    static RetryPolicy exponential(Duration factor, Duration longest) {
        Checks.atLeast("factor", factor, Duration.ofMillis(1));
        Checks.atLeast("longest", longest, factor);
        return (attempt, error) -> exponential(
                factor, longest, attempt, ThreadLocalRandom.current().nextDouble());
    }

    private static Duration exponential(Duration factor, Duration longest, int attempt, double random) {
        double millis = Math.scalb(1 + random, attempt - 1) * factor.toMillis();
        return millis >= longest.toMillis() ? longest : Duration.ofMillis((long) millis);
    }

    /**
     * The same wait each time.
     *
     * @param delay how long, zero for not at all
     * @return the policy
     */
    static RetryPolicy fixed(Duration delay) {
        Checks.atLeast("delay", delay, Duration.ZERO);
        return (attempt, error) -> delay;
    }

    /**
     * No retries: a message whose handler has thrown is set aside at once. A handler that returns {@link Outcome#retry()}
     * gets its retry, without a wait.
     *
     * @return the policy
     */
    static RetryPolicy never() {
        return (attempt, error) -> error == null ? Duration.ZERO : null;
    }

    /**
     * This policy, but no retries for some errors, such as those that no retry will mend.
     *
     * @param hopeless the class of errors; their subclasses count too
     * @return the policy
     */
    default RetryPolicy except(Class<? extends Throwable> hopeless) {
        Objects.requireNonNull(hopeless, "hopeless");
        return (attempt, error) -> hopeless.isInstance(error) ? null : delay(attempt, error);
    }
}
