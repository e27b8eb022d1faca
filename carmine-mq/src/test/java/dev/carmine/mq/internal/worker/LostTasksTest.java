package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.internal.QueueKeys;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An executor that accepts tasks and does not run them. */
class LostTasksTest {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final int MOST_LOOKS = 1_000;

    private final AtomicLong time = new AtomicLong();
    private final FakeLink link = new FakeLink();
    private final LinkedBlockingQueue<Runnable> lost = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> handled = new LinkedBlockingQueue<>();
    private volatile Executor executor = lost::add;
    private final Engine engine = new Engine(
            new EngineSettings(
                    new QueueKeys("q", null),
                    "test",
                    2,
                    0,
                    Duration.ofHours(1),
                    task -> executor.execute(task),
                    null,
                    null,
                    null,
                    1),
            (lease, later) -> {
                handled.add(lease.grant().id());
                return Settle.success(lease, 0, null, List.of());
            },
            link,
            new Clock(time::get));

    @AfterEach
    void close() {
        engine.close(Duration.ofSeconds(5));
    }

    /** A message whose lease outlasts the test. */
    private static Grant grant(String id) {
        Grant usual = Grants.grant(id);
        return new Grant(id, usual.record(), Duration.ofHours(1).toMillis(), usual.envelope(), 0);
    }

    /** The next one; meanwhile the engine looks around, as its clock stands still while it sleeps. */
    private <E> E next(LinkedBlockingQueue<E> queue) throws InterruptedException {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            E element = queue.poll(10, TimeUnit.MILLISECONDS);
            if (element != null) {
                return element;
            }
            engine.start();
        }
        throw new AssertionError("nothing has come");
    }

    /** The next exchange that settles something. */
    private Settle settled() throws InterruptedException {
        ExchangeCall call = next(link.calls);
        while (call.settles().isEmpty()) {
            call = next(link.calls);
        }
        return call.settles().get(0);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
        engine.start(); // has it look around
    }

    @Test
    void whatWaitsForALostTaskGoesBackAfterAMinuteAndTheWorkerGoesOn() throws Exception {
        link.then(call -> FakeLink.answer(call, grant("a")));
        engine.start();
        Runnable task = next(lost);
        pass(LONGEST_WAIT.minusNanos(1));
        assertThat(engine.snapshot().waiting()).isOne();
        pass(Duration.ofNanos(1));
        assertThat(settled().kind()).isEqualTo(Settle.Kind.BACK);
        assertThat(engine.snapshot().waiting()).isZero();

        executor = began -> new Thread(began).start();
        link.then(call -> FakeLink.answer(call, grant("b")));
        pass(Duration.ofSeconds(1));
        assertThat(next(handled)).isEqualTo("b");
        assertThat(settled().kind()).isEqualTo(Settle.Kind.SUCCESS);
        assertThat(engine.tally().released.sum()).isOne();
        assertThat(engine.tally().errors.sum()).isOne();
        task.run();
        assertThat(handled).as("a task that begins too late does nothing").isEmpty();
    }

    @Test
    void oneThatIsBegunInTimeIsNotGivenUp() throws Exception {
        link.then(call -> FakeLink.answer(call, grant("a")));
        engine.start();
        Runnable task = next(lost);
        pass(LONGEST_WAIT.minusNanos(1));
        new Thread(task).start();
        assertThat(next(handled)).isEqualTo("a");
        assertThat(settled().kind()).isEqualTo(Settle.Kind.SUCCESS);
        pass(LONGEST_WAIT);
        assertThat(engine.tally().errors.sum()).isZero();
    }
}
