package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import dev.carmine.client.command.Lists;
import dev.carmine.client.command.Streams;
import dev.carmine.client.command.Strings;
import dev.carmine.client.internal.command.EncodedCommand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {
    private static final Failure LOST = new Failure.Lost("here:1", "the connection was lost", null, true);
    private static final Failure ENDED = new Failure.Lost("here:1", "the client was closed", null);

    @Test
    void aLostWriteMayBeMarked() {
        assertThat(message(LOST, Strings.incr("k"), Fate.UNKNOWN))
                .isEqualTo(
                        "INCR on here:1 was sent and may have been executed (mark it retryable() if it may run twice):"
                                + " the connection was lost");
    }

    @Test
    void whatTakesAnElementIsNotToBeMarked() {
        Duration moment = Duration.ofMillis(1);
        List<Command<?>> taking = List.of(Lists.blpop(moment, "k"), Command.of("xreadgroup"));
        for (Command<?> command : taking) {
            assertThat(message(LOST, command, Fate.UNKNOWN))
                    .contains("may have been executed: ")
                    .doesNotContain("retryable");
        }
    }

    @Test
    void whatIsMarkedOrOnlyReadsNeedsNoMark() {
        assertThat(message(LOST, Strings.incr("k").retryable(), Fate.UNKNOWN)).doesNotContain("retryable");
        assertThat(message(LOST, Strings.get("k"), Fate.UNKNOWN)).doesNotContain("retryable");
        assertThat(message(LOST, Streams.xread("k", "$"), Fate.UNKNOWN)).contains("retryable");
    }

    @Test
    void noMarkHelpsIfThereIsNoNextConnection() {
        assertThat(message(ENDED, Strings.incr("k"), Fate.UNKNOWN))
                .isEqualTo("INCR on here:1 was sent and may have been executed: the client was closed");
    }

    private static String message(Failure failure, Command<?> command, Fate fate) {
        return String.valueOf(
                failure.toException(EncodedCommand.of(command), fate).getMessage());
    }
}
