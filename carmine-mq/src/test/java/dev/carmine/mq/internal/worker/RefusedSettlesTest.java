package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.mq.internal.QueueKeys;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An exchange that fails because of one of its settles. */
class RefusedSettlesTest {
    private final Desk desk = new Desk(new Clock(() -> 0), 3, 0, Clock.ofMillis(1_000_000), null, 1);
    private final FakeLink link = new FakeLink();
    private final Exchanger exchanger = new Exchanger(
            desk,
            link,
            new NoKeeper(),
            new Bystanders(
                    new EngineSettings(
                            new QueueKeys("q", null), "test", 3, 0, Duration.ofHours(1), null, null, null, null, 1),
                    Runnable::run,
                    System.getLogger("test")),
            new Troubles(System.getLogger("test"), "q", desk.clock));

    private static RuntimeException wrongType() {
        return new CarmineServerException(
                "WRONGTYPE", "WRONGTYPE Operation against a key holding the wrong kind of value");
    }

    private static final class NoKeeper implements Lease.Keeper {
        @Override
        public boolean extend(Lease lease, long millis) {
            return true;
        }

        @Override
        public void progressed() {}
    }

    @BeforeEach
    void finishThree() {
        desk.under(() -> {
            desk.leasing = true;
            for (String id : List.of("a", "bad", "b")) {
                desk.looks();
                desk.arrived(new Lease(Grants.grant(id), 0, desk.clock, new NoKeeper()));
                desk.ended(Settle.success(Objects.requireNonNull(desk.take()), 0, null, List.of()));
            }
            return null;
        });
    }

    /** Makes an exchange; the server refuses it if the bad one is in it. */
    private List<String> exchange() {
        link.then(call -> {
            if (ids(call).contains("bad")) {
                throw wrongType();
            }
            return FakeLink.answer(call);
        });
        return ids(exchangeAsIs());
    }

    private ExchangeCall exchangeAsIs() {
        ExchangeCall call = desk.under(exchanger::begin);
        assertThat(exchanger.make(call)).isZero();
        return call;
    }

    private static List<String> ids(ExchangeCall call) {
        return call.settles().stream()
                .map(settle -> settle.lease().grant().id())
                .toList();
    }

    @Test
    void theOthersAreSettledAloneAndTheOneThatFailsAloneIsGivenUp() {
        assertThat(exchange()).containsExactly("a", "bad", "b");
        assertThat(exchange()).as("is it the queue?").isEmpty();
        assertThat(exchange()).containsExactly("a");
        assertThat(exchange()).containsExactly("bad");
        assertThat(exchange()).isEmpty();
        assertThat(exchange()).containsExactly("b");
        assertThat(desk.tally.succeeded.sum()).isEqualTo(2);
        assertThat(desk.tally.leasesLost.sum()).isOne();
        assertThat(desk.held.isEmpty()).as("its lease is not extended").isTrue();
        ExchangeCall next = exchangeAsIs();
        assertThat(next.settles()).isEmpty();
        assertThat(next.slots()).isEqualTo(3);
    }

    @Test
    void nothingIsLeasedUntilAllAreThrough() {
        exchange();
        assertThat(exchangeAsIs().slots()).isZero();
        assertThat(exchangeAsIs().slots()).isZero();
    }

    @Test
    void nothingIsGivenUpWhileTheQueueItselfIsRefused() {
        exchange();
        link.thenFail(wrongType()).thenFail(wrongType());
        assertThat(exchangeAsIs().settles()).isEmpty();
        assertThat(exchangeAsIs().settles()).isEmpty();
        assertThat(exchange()).isEmpty();
        assertThat(exchange()).containsExactly("a");
        assertThat(desk.tally.leasesLost.sum()).isZero();
    }

    @Test
    void oneThatGetsNoAnswerAloneIsRepeated() {
        exchange();
        exchange();
        link.thenFail(new CarmineTimeoutException("no answer", Fate.UNKNOWN, null));
        ExchangeCall unanswered = exchangeAsIs();
        assertThat(ids(unanswered)).containsExactly("a");
        assertThat(exchangeAsIs()).isEqualTo(unanswered);
        assertThat(desk.tally.succeeded.sum()).isOne();
    }
}
