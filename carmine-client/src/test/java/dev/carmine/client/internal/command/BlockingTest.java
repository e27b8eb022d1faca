package dev.carmine.client.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Command;
import dev.carmine.client.GenericCommand;
import dev.carmine.client.command.ListSide;
import dev.carmine.client.command.Lists;
import dev.carmine.client.command.SortedSets;
import dev.carmine.client.command.Strings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockingTest {

    @Test
    void knowsTheTimeoutOfFactories() {
        Duration timeout = Duration.ofMillis(1500);

        assertThat(blockMillis(Lists.blpop(timeout, "k", "l"))).isEqualTo(1500);
        assertThat(blockMillis(Lists.brpop(timeout, "k"))).isEqualTo(1500);
        assertThat(blockMillis(Lists.blmove("a", "b", ListSide.LEFT, ListSide.LEFT, timeout)))
                .isEqualTo(1500);
        assertThat(blockMillis(SortedSets.bzpopmin(timeout, "k"))).isEqualTo(1500);
        assertThat(EncodedCommand.of(Strings.get("k")).blockNanos()).isZero();
    }

    @Test
    void takesZeroForEver() {
        assertThat(EncodedCommand.of(Lists.blpop(Duration.ZERO, "k")).blockNanos())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Lists.blpop(Duration.ZERO, "k").isBlocking()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "blpop q 5, 5000",
        "BLPOP q1 q2 0.25, 250",
        "BrPop q 1e1, 10000",
        "brpoplpush a b 3, 3000",
        "blmove a b left right 2, 2000",
        "bzpopmax z 1, 1000",
        "blmpop 2.5 1 q left, 2500",
        "BZMPOP 4 2 a b MIN COUNT 9, 4000",
        "blmovem a b left right 1.5 count 9 bulk, 1500",
        "wait 1 700, 700",
        "waitaof 1 0 800, 800",
        "cluster setslot 7 stable, 2000",
        "cluster setslot 7 node n timeout 0, 2000",
        "CLUSTER SETSLOT 7 NODE n TIMEOUT 300, 300",
        "xread block 900 streams s $, 900",
        "XREAD COUNT 5 BLOCK 900 STREAMS s $, 900",
        "xreadgroup group g c block 50 streams s >, 50",
        "xreadgroup group block 7 count 2 Block 50 streams s >, 50"
    })
    void knowsTheTimeoutOfCommandsGivenByText(String text, long millis) {
        assertThat(blockMillis(generic(text))).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xread streams block 900",
                "xread count 5 streams s $",
                "xreadgroup group block 900 streams s >",
                "lpop q 5",
                "blocked 5"
            })
    void isNotMisledByWordsThatLookAlike(String text) {
        assertThat(generic(text).isBlocking()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blpop q 0",
                "blpop q x",
                "blpop q -1",
                "blpop q inf",
                "blpop q 1e300",
                "xread block",
                "blmpop",
                "xread block 0 streams s $"
            })
    void countsAsForEverWhatItCannotRead(String text) {
        assertThat(EncodedCommand.of(generic(text)).blockNanos()).isEqualTo(Long.MAX_VALUE);
    }

    private static long blockMillis(Command<?> command) {
        return TimeUnit.NANOSECONDS.toMillis(EncodedCommand.of(command).blockNanos());
    }

    private static GenericCommand generic(String text) {
        String[] words = text.split(" ", -1);
        GenericCommand command = Command.of(words[0]);
        for (int i = 1; i < words.length; i++) {
            command = command.arg(words[i]);
        }
        return command;
    }
}
