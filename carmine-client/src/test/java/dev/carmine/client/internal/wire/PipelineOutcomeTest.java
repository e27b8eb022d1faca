package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.command.EncodedCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelineOutcomeTest {
    private static final EncodedCommand<?> GET = Words.command("GET", "key");

    @Test
    void givesTheValuesInTheOrderOfTheCommands() {
        List<@Nullable Object> values =
                outcome(List.of(GET, GET, GET), "+a\r\n", "_\r\n", ":3\r\n").valuesOrThrow();

        assertThat(values).containsExactly("a", null, 3L);
        assertThatThrownBy(() -> values.set(0, "b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void ofNoCommandsHasNoValues() {
        assertThat(PipelineOutcome.EMPTY.valuesOrThrow()).isEmpty();
    }

    @Test
    void throwsTheFirstErrorWithTheRepliesOfAll() {
        PipelineOutcome outcome =
                outcome(List.of(GET, GET, GET, GET), "+a\r\n", "-ERR first\r\n", "_\r\n", "-OOM second\r\n");

        CarminePipelineException thrown = catchThrowableOfType(CarminePipelineException.class, outcome::valuesOrThrow);
        assertThat(thrown)
                .hasMessage("2 of 4 commands of a pipeline failed, the first with: GET: ERR first")
                .hasCause(outcome.errors()[1]);
        assertThat(thrown.replies()).containsExactly("a", outcome.errors()[1], null, outcome.errors()[3]);
        assertThat(thrown.replies().get(3))
                .isInstanceOfSatisfying(
                        CarmineServerException.class, e -> assertThat(e.code()).isEqualTo("OOM"));
        assertThatThrownBy(() -> thrown.replies().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aFunctionThatThrowsFailsItsOwnCommandAlone() {
        EncodedCommand<?> throwing =
                EncodedCommand.of(Command.of("GET").key("k").asText().map(text -> {
                    throw new ArithmeticException("the user's");
                }));
        PipelineOutcome outcome = outcome(List.of(GET, throwing, GET), "+a\r\n", "+b\r\n", "+c\r\n");

        assertThat(outcome.values()).containsExactly("a", null, "c");
        assertThat(outcome.errors()[1]).isInstanceOf(ArithmeticException.class);
        assertThat(outcome.errors()[0]).isNull();
    }

    @Test
    void timingOutWithTheRestUnsentIsNotSentAsAWholeOnlyIfNothingWasAnswered() {
        assertThat(timedOut("+a\r\n").wholeFailure())
                .isInstanceOfSatisfying(
                        CarmineTimeoutException.class, e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN));
        assertThat(timedOut().wholeFailure())
                .isInstanceOfSatisfying(
                        CarmineTimeoutException.class, e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
    }

    /** Of two commands the first ones have replies, and nothing of the others has left when the time is over. */
    private static PipelineOutcome timedOut(String... replies) {
        BatchCall call = Words.batch(GET, GET);
        assertThat(call.claim()).isTrue();
        for (String reply : replies) {
            call.take(Words.reply(reply));
        }
        call.end = call.bytes();
        assertThat(call.fail(new Failure.Late("node", "in the queue", null), call.bytes() - call.bytesToSend()))
                .isTrue();
        return PipelineOutcome.of(call);
    }

    private static PipelineOutcome outcome(List<EncodedCommand<?>> commands, String... replies) {
        BatchCall call = Words.batch(commands.toArray(EncodedCommand<?>[]::new));
        assertThat(call.claim()).isTrue();
        for (String reply : replies) {
            call.take(Words.reply(reply));
        }
        assertThat(call.finish()).isTrue();
        return PipelineOutcome.of(call);
    }
}
