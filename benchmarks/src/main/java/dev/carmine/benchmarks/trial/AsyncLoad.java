package dev.carmine.benchmarks.trial;

import dev.carmine.benchmarks.client.BenchmarkClient;
import dev.carmine.benchmarks.scenario.Call;
import dev.carmine.benchmarks.trial.Course.Stage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One thread that makes {@code GET}s without waiting for their replies. It stops when the limit of calls in flight is
 * reached and goes on when half of them are answered: waking it for every single reply would measure the wake-ups.
 */
final class AsyncLoad implements Load {
    private final BenchmarkClient client;
    private final Course course;
    private final int limit;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final CountDownLatch dismissed = new CountDownLatch(1);
    private final Histogram latencies = Latencies.ofManyThreads();
    private final Thread caller = new Thread(this::run, "caller");

    AsyncLoad(BenchmarkClient client, Course course, int limit) {
        this.client = client;
        this.course = course;
        this.limit = limit;
    }

    @Override
    public void start() {
        caller.start();
    }

    @Override
    public Histogram finish() throws InterruptedException {
        dismissed.countDown();
        caller.join();
        return latencies;
    }

    private void run() {
        try {
            makeCalls();
            awaitInFlight(0);
            dismissed.await();
        } catch (RuntimeException | Error | InterruptedException e) {
            course.fail(e);
        }
    }

    private void makeCalls() {
        int turn = 0;
        Stage stage = course.stage();
        while (stage != Stage.OVER) {
            if (inFlight.get() >= limit) {
                awaitInFlight(limit / 2);
            }
            call(turn++, stage);
            stage = course.stage();
        }
    }

    private void call(int turn, Stage stage) {
        inFlight.incrementAndGet();
        long start = System.nanoTime();
        var unused = client.getAsync(Call.key(turn))
                .whenComplete((value, failure) -> complete(start, stage, value, failure));
    }

    private void complete(long start, Stage stage, @Nullable String value, @Nullable Throwable failure) {
        try {
            if (failure != null) {
                course.fail(failure);
            } else {
                Call.requireValue(value);
            }
        } catch (IllegalStateException e) {
            course.fail(e);
        }
        if (stage == Stage.MEASUREMENT) {
            latencies.recordValue(System.nanoTime() - start);
            course.count();
        }
        int left = inFlight.decrementAndGet();
        if (left == limit / 2 || left == 0) {
            LockSupport.unpark(caller);
        }
    }

    private void awaitInFlight(int most) {
        while (inFlight.get() > most) {
            LockSupport.park(this);
        }
    }
}
