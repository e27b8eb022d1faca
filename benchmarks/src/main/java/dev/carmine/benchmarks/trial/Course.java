package dev.carmine.benchmarks.trial;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How far a trial has got, as its callers see it, and the first thing that went wrong in it. Safe for many threads. */
final class Course {
    /** The stages of a trial, in their order. */
    enum Stage {
        /** Calls are made and not counted. */
        WARM_UP,
        /** Calls are made, and those that begin now are counted. */
        MEASUREMENT,
        /** No more calls are made. */
        OVER
    }

    private volatile Stage stage = Stage.WARM_UP;
    private final CountDownLatch firstOutcome = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Stage stage() {
        return stage;
    }

    void enter(Stage next) {
        stage = next;
    }

    /** Notes what went wrong in one caller. The others go on: the trial fails when it is over. */
    void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
        firstOutcome.countDown();
    }

    /** Notes that a call was counted. */
    void count() {
        if (firstOutcome.getCount() > 0) { // all calls but a few go past without writing to memory that others read
            firstOutcome.countDown();
        }
    }

    /** Waits until a call was counted, or one failed. */
    void awaitOutcome() throws InterruptedException {
        firstOutcome.await();
    }

    void requireNoFailure() {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException("A call failed: " + cause, cause);
        }
    }
}
