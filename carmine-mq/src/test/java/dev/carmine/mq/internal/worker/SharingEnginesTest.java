package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.mq.WorkerActivity;
import dev.carmine.mq.internal.QueueKeys;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two engines that share two slots, against servers that answer as told. */
class SharingEnginesTest {
    private final SlotPool pool = new SlotPool(2);
    private final FakeLink firstLink = new FakeLink();
    private final FakeLink secondLink = new FakeLink();
    private final CountDownLatch handlersMayEnd = new CountDownLatch(1);
    private final Engine first = engine("first", firstLink);
    private final Engine second = engine("second", secondLink);

    private Engine engine(String queue, FakeLink link) {
        EngineSettings settings = new EngineSettings(
                new QueueKeys(queue, null), "test", 2, 0, Duration.ofHours(1), null, null, null, pool, 1);
        Work work = (lease, later) -> {
            awaitQuietly(handlersMayEnd);
            return Settle.success(lease, 0, null, List.of());
        };
        return new Engine(settings, work, link, new Clock(System::nanoTime));
    }

    @AfterEach
    void close() {
        handlersMayEnd.countDown();
        first.close(Duration.ofSeconds(5));
        second.close(Duration.ofSeconds(5));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExchangeCall next(LinkedBlockingQueue<ExchangeCall> calls) throws InterruptedException {
        ExchangeCall call = calls.poll(10, TimeUnit.SECONDS);
        assertThat(call).isNotNull();
        return call;
    }

    @Test
    void aServerThatDoesNotAnswerKeepsNoSlotsFromOthers() throws Exception {
        CountDownLatch silence = new CountDownLatch(1);
        firstLink
                .thenFail(new CarmineTimeoutException("no answer", Fate.UNKNOWN, null))
                .then(call -> {
                    awaitQuietly(silence);
                    return FakeLink.answer(call);
                });
        first.start();
        ExchangeCall unanswered = next(firstLink.calls);
        assertThat(unanswered.slots()).isEqualTo(2);
        assertThat(next(firstLink.calls)).isEqualTo(unanswered.withoutSlots());
        second.start();
        assertThat(next(secondLink.calls).slots()).isEqualTo(2);
        silence.countDown();
    }

    @Test
    void whatALateAnswerBringsGoesBackIfItsSlotsWereGivenUp() throws Exception {
        firstLink
                .thenFail(new CarmineTimeoutException("no answer", Fate.UNKNOWN, null))
                .then(call -> FakeLink.answer(call, Grants.grant("a")));
        first.start();
        next(firstLink.calls);
        next(firstLink.calls);
        assertThat(next(firstLink.calls).settles())
                .singleElement()
                .extracting(Settle::kind)
                .isEqualTo(Settle.Kind.BACK);
    }

    @Test
    void oneThatWasRefusedLooksWhenAHandlerOfTheOtherEnds() throws Exception {
        firstLink.then(call -> FakeLink.answer(call, Grants.grant("a"), Grants.grant("b")));
        first.start();
        next(firstLink.calls);
        second.start();
        assertThat(second.snapshot().activity()).isEqualTo(WorkerActivity.FULL);
        assertThat(secondLink.calls).isEmpty();
        handlersMayEnd.countDown();
        assertThat(next(secondLink.calls).slots()).isPositive();
    }
}
