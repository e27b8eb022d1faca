package dev.carmine.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineOverloadException;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.wire.PipelineOutcome;
import dev.carmine.client.metrics.ClientObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObservationTest {
    private final List<String> events = new ArrayList<>();
    private final Observation observation = Observation.by(new ClientObserver() {
        @Override
        public void commandStarted(String command) {
            events.add("start " + command);
        }

        @Override
        public void commandEnded(String command, Outcome outcome, long nanos) {
            assertThat(nanos).isNotNegative();
            events.add("end " + command + " " + outcome);
        }
    });

    @Test
    void isOffWithoutAnObserver() {
        assertThat(Observation.by(null).isOff()).isTrue();
        assertThat(observation.isOff()).isFalse();
    }

    @Test
    void tellsOfStartAndEnd() {
        String value = observation.of("GET", () -> {
            events.add("call");
            return "value";
        });

        assertThat(value).isEqualTo("value");
        assertThat(events).containsExactly("start GET", "call", "end GET SUCCESS");
    }

    @Test
    void tellsOfTheEndOfAFuture() {
        CompletableFuture<String> future = new CompletableFuture<>();

        assertThat(observation.ofAsync("GET", () -> future)).isSameAs(future);
        assertThat(events).containsExactly("start GET");
        future.complete("value");
        assertThat(events).containsExactly("start GET", "end GET SUCCESS");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void namesTheOutcome(RuntimeException failure, ClientObserver.Outcome outcome) {
        assertThatThrownBy(() -> observation.of("GET", () -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(events).containsExactly("start GET", "end GET " + outcome);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void namesTheOutcomeOfAFuture(RuntimeException failure, ClientObserver.Outcome outcome) {
        CompletableFuture<String> future = new CompletableFuture<>();
        CompletableFuture<?> unused = observation.ofAsync("GET", () -> future);
        future.completeExceptionally(failure);

        assertThat(events).containsExactly("start GET", "end GET " + outcome);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void namesTheOutcomeOfADependant(RuntimeException failure, ClientObserver.Outcome outcome) {
        CompletableFuture<String> future = new CompletableFuture<>();
        CompletableFuture<?> unused = observation.ofAsync("GET", () -> future.thenApply(String::strip));
        future.completeExceptionally(failure);

        assertThat(events).containsExactly("start GET", "end GET " + outcome);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void namesTheOutcomeOfACallThatFailsBeforeThereIsAFuture(RuntimeException failure, ClientObserver.Outcome outcome) {
        assertThatThrownBy(() -> observation.ofAsync("GET", () -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(events).containsExactly("start GET", "end GET " + outcome);
    }

    @Test
    void cancellingIsAnOutcomeOfItsOwn() {
        CompletableFuture<String> future = new CompletableFuture<>();
        CompletableFuture<?> unused = observation.ofAsync("GET", () -> future);
        future.cancel(true);

        assertThat(events).containsExactly("start GET", "end GET CANCELLED");
    }

    @Test
    void tellsOfTheEndWhateverIsThrown() {
        assertThatThrownBy(() -> observation.of("GET", () -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(events).containsExactly("start GET", "end GET OTHER");
    }

    @Test
    void aPipelineIsAsGoodAsItsCommands() {
        observation.of("PIPELINE", () -> PipelineOutcome.EMPTY);
        observation.of("PIPELINE", () -> outcome(null, null));
        observation.of("PIPELINE", () -> outcome(null, server()));
        CompletableFuture<?> unused =
                observation.ofAsync("PIPELINE", () -> CompletableFuture.completedFuture(outcome(server(), null)));

        assertThat(events)
                .filteredOn(event -> event.startsWith("end"))
                .containsExactly(
                        "end PIPELINE SUCCESS",
                        "end PIPELINE SUCCESS",
                        "end PIPELINE SERVER_ERROR",
                        "end PIPELINE SERVER_ERROR");
    }

    static Stream<Arguments> failures() {
        RuntimeException server = server();
        return Stream.of(
                Arguments.of(server, ClientObserver.Outcome.SERVER_ERROR),
                Arguments.of(
                        new CarminePipelineException("1 of 1", List.of(server), server),
                        ClientObserver.Outcome.SERVER_ERROR),
                Arguments.of(new CarmineTimeoutException("late", Fate.UNKNOWN, null), ClientObserver.Outcome.TIMEOUT),
                Arguments.of(
                        new CarmineConnectionException("lost", Fate.NOT_SENT, null), ClientObserver.Outcome.CONNECTION),
                Arguments.of(new CarmineOverloadException("full"), ClientObserver.Outcome.OVERLOAD),
                Arguments.of(
                        new CarmineInterruptedException("interrupted", Fate.UNKNOWN, null),
                        ClientObserver.Outcome.CANCELLED),
                Arguments.of(new CancellationException(), ClientObserver.Outcome.CANCELLED),
                Arguments.of(new CarmineProtocolException("no RESP", 7, null), ClientObserver.Outcome.OTHER),
                Arguments.of(new ArithmeticException("the user's"), ClientObserver.Outcome.OTHER));
    }

    private static CarmineServerException server() {
        return new CarmineServerException("ERR", "GET: ERR no");
    }

    private static PipelineOutcome outcome(@Nullable RuntimeException... errors) {
        return new PipelineOutcome(new Object[errors.length], errors);
    }
}
