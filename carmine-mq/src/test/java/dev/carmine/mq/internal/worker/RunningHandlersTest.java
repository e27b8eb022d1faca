package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.mq.WorkerState;
import dev.carmine.mq.internal.QueueKeys;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of handlers that run on after their leases are lost or given back. */
class RunningHandlersTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeLink link = new FakeLink();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @AfterEach
    void open() {
        gate.countDown();
    }

    /** An engine with one handler, which waits at the gate, on a thread that is not the engine's own. */
    private Engine engine(Duration handlerTimeout, Consumer<Lease> first) {
        link.then(call -> FakeLink.answer(call, Grants.grant("a")));
        link.extendBy(list -> "l");
        Work work = (lease, later) -> {
            lease.runs(Thread.currentThread()::interrupt);
            first.accept(lease);
            begun.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            lease.ends();
            return Settle.success(lease, 0, null, List.of());
        };
        return new Engine(
                new EngineSettings(
                        new QueueKeys("q", null),
                        "test",
                        1,
                        0,
                        handlerTimeout,
                        task -> {
                            Thread thread = new Thread(task, "handler-of-test");
                            thread.setDaemon(true);
                            thread.start();
                        },
                        null,
                        null,
                        null,
                        1),
                work,
                link,
                new Clock(System::nanoTime));
    }

    private static boolean opens(CountDownLatch latch) throws InterruptedException {
        return latch.await(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    private static void loses(Lease lease) {
        assertThat(lease.extend(60_000)).isFalse();
    }

    @Test
    void theirTimeEndsThoughTheirLeaseIsLost() throws Exception {
        Engine engine = engine(Duration.ofMillis(200), RunningHandlersTest::loses);
        engine.start();
        assertThat(opens(interrupted)).isTrue();
        engine.close(LONG);
        assertThat(engine.tally().timedOut.sum()).isOne();
    }

    @Test
    void drainWaitsForThem() throws Exception {
        Engine engine = engine(LONG, RunningHandlersTest::loses);
        engine.start();
        assertThat(opens(begun)).isTrue();
        assertThat(engine.drain(Duration.ofMillis(20))).isFalse();
        assertThat(engine.snapshot().state()).isEqualTo(WorkerState.STOPPING);
        gate.countDown();
        assertThat(engine.drain(LONG)).isTrue();
        assertThat(engine.snapshot().state()).isEqualTo(WorkerState.STOPPED);
        engine.close(Duration.ZERO);
    }

    @Test
    void closeInterruptsThem() throws Exception {
        Engine engine = engine(Duration.ofHours(1), RunningHandlersTest::loses);
        engine.start();
        assertThat(opens(begun)).isTrue();
        engine.close(Duration.ofMillis(20));
        assertThat(opens(interrupted)).isTrue();
        assertThatIllegalStateException().isThrownBy(engine::start).withMessageContaining("closed");
    }

    @Test
    void anInterruptedThreadStillGivesBackWhatTheyHaveNotFinished() throws Exception {
        Engine engine = engine(Duration.ofHours(1), lease -> {});
        engine.start();
        assertThat(opens(begun)).isTrue();
        Thread.currentThread().interrupt();
        engine.close(LONG);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(link.calls)
                .flatExtracting(ExchangeCall::settles)
                .extracting(Settle::kind)
                .containsExactly(Settle.Kind.BACK);
    }
}
