package dev.carmine.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Command;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.process.Polling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Callers that read, write and count until they are told to stop, each in its own way: one by one, in pipelines, with
 * futures. They check every reply, and that no call outlives its deadline.
 */
final class Load implements AutoCloseable {
    /** What a busy machine may need beyond a deadline until the caller runs again. */
    private static final Duration SLACK = Duration.ofSeconds(20);

    private static final int SURPRISES_KEPT = 20;

    private final Carmine redis;
    private final Duration timeout;
    private final SplittableRandom random;
    private final Counters counters = new Counters();
    private final List<Callers> callers = new ArrayList<>();
    private final Queue<Throwable> surprises = new ConcurrentLinkedQueue<>();
    private final LongAdder successes = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private volatile boolean stopped;

    /**
     * Prepares a load without callers.
     *
     * @param redis the client
     * @param timeout its command timeout
     * @param random where what the callers do comes from
     */
    Load(Carmine redis, Duration timeout, SplittableRandom random) {
        this.redis = redis;
        this.timeout = timeout;
        this.random = random;
    }

    /** Adds threads that call one by one, and now and then in a pipeline. */
    Load threads(ThreadKind kind, int count) {
        SplittableRandom[] randoms = Stream.generate(random::split).limit(count).toArray(SplittableRandom[]::new);
        callers.add(Callers.start(kind, count, number -> {
            while (!stopped) {
                if (randoms[number].nextInt(20) == 0) {
                    pipeline(randoms[number]);
                } else {
                    call(errand(randoms[number]));
                }
            }
        }));
        return this;
    }

    /** Adds a thread that keeps a number of futures under way. */
    Load futures(int underWay) {
        SplittableRandom own = random.split();
        Semaphore places = new Semaphore(underWay);
        callers.add(Callers.start(number -> {
            while (!stopped) {
                places.acquire();
                CompletableFuture<?> unused = send(errand(own)).whenComplete((nothing, e) -> places.release());
            }
            places.acquire(underWay);
        }));
        return this;
    }

    private Errand<?> errand(SplittableRandom own) {
        return switch (own.nextInt(3)) {
            case 0 -> counters.increment(own);
            case 1 -> Texts.write(own);
            default -> Texts.read(own);
        };
    }

    private <T extends @Nullable Object> void call(Errand<T> errand) {
        long start = System.nanoTime();
        try {
            settle(errand, redis.call(errand.command()), null, start);
        } catch (RuntimeException e) {
            settleAlone(errand, null, e, start);
        }
    }

    private <T extends @Nullable Object> CompletableFuture<?> send(Errand<T> errand) {
        long start = System.nanoTime();
        return redis.async().callAsync(errand.command()).handle((value, e) -> {
            Throwable failure = e instanceof CompletionException ? e.getCause() : e;
            settleAlone(errand, value, failure, start);
            return "settled";
        });
    }

    private void pipeline(SplittableRandom own) {
        List<Errand<?>> errands = Stream.<Errand<?>>generate(() -> errand(own))
                .limit(1 + own.nextInt(20))
                .toList();
        Command<?>[] commands = errands.stream().map(Errand::command).toArray(Command<?>[]::new);
        long start = System.nanoTime();
        try {
            settle(errands, redis.pipeline(commands), start);
        } catch (CarminePipelineException e) {
            settle(errands, e.replies(), start);
        } catch (CarmineUnansweredException e) {
            errands.forEach(errand -> settle(errand, null, e, start));
        }
    }

    private void settle(List<Errand<?>> errands, List<@Nullable Object> replies, long start) {
        for (int i = 0; i < errands.size(); i++) {
            if (replies.get(i) instanceof RuntimeException failure) {
                settle(errands.get(i), null, failure, start);
            } else {
                settle(errands.get(i), replies.get(i), null, start);
            }
        }
    }

    private <T extends @Nullable Object> void settleAlone(
            Errand<T> errand, @Nullable Object value, @Nullable Throwable failure, long start) {
        if (failure != null && System.nanoTime() - start < timeout.toNanos()) {
            check(() -> errand.failedEarly(failure));
        }
        settle(errand, value, failure, start);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the value is the errand's own, and null only where T can be
    private <T extends @Nullable Object> void settle(
            Errand<T> errand, @Nullable Object value, @Nullable Throwable failure, long start) {
        longest.accumulate(System.nanoTime() - start);
        if (failure == null) {
            successes.increment();
            check(() -> errand.succeeded((T) value));
        } else {
            failures.increment();
            check(() -> errand.failed(failure));
        }
    }

    private void check(Runnable expectation) {
        try {
            expectation.run();
        } catch (Throwable e) {
            if (surprises.size() < SURPRISES_KEPT) {
                surprises.add(e);
            }
        }
    }

    /** How many commands have failed. */
    long failures() {
        return failures.sum();
    }

    /** What became of the counters. */
    Counters counters() {
        return counters;
    }

    /** Waits until that many more commands have succeeded; fails after half a minute. */
    void awaitSuccesses(int more) {
        long aim = successes.sum() + more;
        Polling.require(Clients.PATIENCE, () -> successes.sum() >= aim, () -> "no progress: " + this);
    }

    /** Waits until that many more commands have failed; fails after half a minute. */
    void awaitFailures(int more) {
        long aim = failures.sum() + more;
        Polling.require(Clients.PATIENCE, () -> failures.sum() >= aim, () -> "nothing fails: " + this);
    }

    /** Stops the callers, and fails if something was not as it should be. */
    void stop() {
        stopped = true;
        callers.forEach(Callers::awaitEnd);
        if (!surprises.isEmpty()) {
            AssertionError error = new AssertionError("commands ended as they must not; all in all " + this);
            surprises.forEach(error::addSuppressed);
            throw error;
        }
        assertThat(Duration.ofNanos(longest.get())).as("the longest call").isLessThan(timeout.plus(SLACK));
    }

    /**
     * Waits until no command takes up room. Not at once when the last future is complete: a command counts until its
     * callbacks have run, and what the test has seen was one of them.
     */
    void awaitRoomGivenBack() {
        Polling.require(
                Clients.PATIENCE,
                () -> redis.stats().commandsInFlight() == 0,
                () -> "room that was not given back: " + redis.stats());
    }

    /** Tells the callers to stop, where a test fails before it does. */
    @Override
    public void close() {
        stopped = true;
    }

    @Override
    public String toString() {
        return successes + " commands succeeded, " + failures + " failed, " + counters.unknown()
                + " increments of unknown fate";
    }
}
