package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.mq.WorkerState;
import dev.carmine.mq.internal.QueueKeys;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine against a server that answers as told. */
class EngineTest {
    private final FakeLink link = new FakeLink();
    private final LinkedBlockingQueue<Lease> handled = new LinkedBlockingQueue<>();
    private final Engine engine = new Engine(
            new EngineSettings(new QueueKeys("q", null), "test", 2, 0, Duration.ofHours(1), null, null, null, null, 1),
            (lease, later) -> {
                handled.add(lease);
                if (lease.grant().id().equals("broken")) {
                    throw new IllegalStateException("on purpose");
                }
                return Settle.success(lease, 0, null, List.of());
            },
            link,
            new Clock(System::nanoTime));

    @AfterEach
    void close() {
        engine.close(Duration.ofSeconds(5));
    }

    private static <E> E next(LinkedBlockingQueue<E> queue) throws InterruptedException {
        E element = queue.poll(10, TimeUnit.SECONDS);
        assertThat(element).isNotNull();
        return element;
    }

    @Test
    void looksBeforeItWaitsAndAfterEveryWakeUp() throws Exception {
        engine.start();
        assertThat(next(link.calls)).returns(2, ExchangeCall::slots).returns(1L, ExchangeCall::number);
        link.then(call -> FakeLink.answer(call, Grants.grant("a")));
        next(link.markers).complete("marker");
        assertThat(next(link.calls).number()).isEqualTo(2);
        assertThat(next(handled).grant().id()).isEqualTo("a");
        ExchangeCall settling = next(link.calls);
        while (settling.settles().isEmpty()) { // the other slot may look once more
            settling = next(link.calls);
        }
        assertThat(settling.settles()).hasSize(1);
        assertThat(settling.slots()).isEqualTo(2);
    }

    @Test
    void repeatsAnUnansweredExchangeUnderItsNumberWithItsContent() throws Exception {
        link.then(call -> FakeLink.answer(call, Grants.grant("a")))
                .thenFail(new CarmineTimeoutException("no answer", Fate.UNKNOWN, null))
                .thenFail(new CarmineServerException("OOM", "command not allowed"));
        engine.start();
        next(link.calls);
        ExchangeCall unanswered = next(link.calls);
        assertThat(unanswered.settles()).hasSize(1);
        assertThat(next(link.calls)).isEqualTo(unanswered);
        assertThat(next(link.calls)).isEqualTo(unanswered);
    }

    @Test
    void beginsAgainUnderANewIdIfItsNumberIsTooLow() throws Exception {
        link.then(call -> FakeLink.answer(call, Grants.grant("a")))
                .thenFail(new CarmineServerException("CMQSTALE", "CMQSTALE exchange 2 after 7"));
        engine.start();
        next(link.calls);
        ExchangeCall stale = next(link.calls);
        ExchangeCall again = next(link.calls);
        assertThat(again).returns(1L, ExchangeCall::number).returns(0L, ExchangeCall::answered);
        assertThat(again.worker()).isNotEqualTo(stale.worker()).hasSize(12);
        assertThat(again.settles()).isEqualTo(stale.settles());
    }

    @Test
    void goesOnUnderTheNextNumberIfAnAnswerIsNonsense() throws Exception {
        link.then(call -> FakeLink.answer(call, Grants.grant("a"))).thenFail(new IllegalStateException("nonsense"));
        engine.start();
        next(link.calls);
        ExchangeCall misunderstood = next(link.calls);
        ExchangeCall again = next(link.calls);
        assertThat(misunderstood).returns(2L, ExchangeCall::number).returns(1L, ExchangeCall::answered);
        assertThat(again).returns(3L, ExchangeCall::number).returns(1L, ExchangeCall::answered);
        assertThat(again.settles()).isEqualTo(misunderstood.settles());
    }

    @Test
    void handsOnWhatAnEndedWaitMayHaveTaken() throws Exception {
        engine.start();
        next(link.calls);
        next(link.markers);
        engine.stop();
        assertThat(next(link.calls).slots()).isZero();
        assertThat(engine.drain(Duration.ofSeconds(10))).isTrue();
        assertThat(engine.snapshot().state()).isEqualTo(WorkerState.STOPPED);
    }

    @Test
    void givesBackWhatArrivesAfterAStop() throws Exception {
        link.then(call -> {
            engine.stop();
            return FakeLink.answer(call, Grants.grant("a"));
        });
        engine.start();
        next(link.calls);
        ExchangeCall last = next(link.calls);
        assertThat(last.slots()).isZero();
        assertThat(last.settles()).singleElement().extracting(Settle::kind).isEqualTo(Settle.Kind.BACK);
        assertThat(handled).isEmpty();
    }

    @Test
    void whatCannotBeHandledIsTriedAgainAfterASecond() throws Exception {
        link.then(call -> FakeLink.answer(call, Grants.grant("broken")));
        engine.start();
        next(link.calls);
        assertThat(next(link.calls).settles())
                .singleElement()
                .satisfies(settle -> assertThat(settle.words())
                        .contains(1_000L)
                        .first(InstanceOfAssertFactories.STRING)
                        .startsWith("r")
                        .endsWith("broken"));
    }

    @Test
    void waitsOnAfterAWaitInWhichNothingCame() throws Exception {
        engine.start();
        next(link.calls);
        next(link.markers).complete(null);
        next(link.markers);
        assertThat(link.calls).isEmpty();
    }
}
