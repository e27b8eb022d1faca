package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.internal.command.EncodedCommand;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericCommandTest {

    @Test
    void encodesItsWordsInOrder() {
        Command<?> command = Command.of("NEW.CMD")
                .key("k")
                .arg(1)
                .args("a", 2.5, new byte[] {'b'})
                .key("l");

        assertThat(Frames.words(command)).containsExactly("NEW.CMD", "k", "1", "a", "2.5", "b", "l");
        assertThat(command.keys()).containsExactly(bytes("k"), bytes("l"));
    }

    @Test
    void splitsItsNameAtBlanks() {
        assertThat(Frames.words(Command.of(" config \t get ").arg("*"))).containsExactly("config", "get", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get secret", " GET  secret more", "json.get secret", "Subscribe secret", "HELLO 3"})
    void takesNoArgumentForAPartOfTheName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.of(name))
                .withMessageEndingWith(" has no subcommands: give arguments by arg(...) or key(...)")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONFIG GET",
                "CONFIG NEWLY",
                "COMMAND DOCS",
                "COMMAND NEWLY",
                "client no-evict",
                "NEW.CMD SUB",
                "NEW SUB"
            })
    void takesWhatMayBeASubcommand(String name) {
        assertThat(Frames.words(Command.of(name))).containsExactly(name.split(" ", -1));
    }

    @Test
    void leavesTheCommandItGrewFromAsItWas() {
        GenericCommand beginning = Command.of("NEW.CMD").key("k");
        GenericCommand one = beginning.arg("1");
        GenericCommand other = beginning.arg("2");

        assertThat(Frames.words(one)).containsExactly("NEW.CMD", "k", "1");
        assertThat(Frames.words(other)).containsExactly("NEW.CMD", "k", "2");
        assertThat(Frames.words(beginning)).containsExactly("NEW.CMD", "k");
    }

    @Test
    void copiesArrays() {
        byte[] key = bytes("k");
        byte[] arg = bytes("a");
        Command<?> command = Command.of("NEW.CMD").key(key).arg(arg);
        key[0] = 'x';
        arg[0] = 'x';

        assertThat(Frames.words(command)).containsExactly("NEW.CMD", "k", "a");
    }

    @Test
    void takesThousandsOfWords() {
        GenericCommand command = Command.of("NEW.CMD");
        for (int i = 0; i < 20_000; i++) {
            command = command.arg(i);
        }

        assertThat(Frames.words(command)).hasSize(20_001).endsWith("19999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void refusesBlankName(String name) {
        assertThatThrownBy(() -> Command.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be blank");
    }

    @Test
    @SuppressWarnings("NullAway") // The null is the point.
    void refusesNullKeys() {
        assertThatThrownBy(() -> Command.of("new.cmd").key((String) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("NEW.CMD: a key must not be null");
        assertThatThrownBy(() -> Command.of("new.cmd").key((byte[]) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("NEW.CMD: a key must not be null");
    }

    @Test
    void saysWhichCommandRefusesAnArgument() {
        assertThatThrownBy(() -> Command.of("new.cmd").arg(Command.of("GET")))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageStartingWith("NEW.CMD: dev.carmine.client.internal.command.OpenCommand is not a value");
    }

    @Test
    void hasTheFlagsOfTheTypedCommandHoweverItIsWritten() {
        assertThat(Command.of("get").key("k").isReadOnly()).isTrue();
        assertThat(Command.of("Get").key("k").name()).isEqualTo("GET");
        assertThat(Command.of("object encoding").key("k").isReadOnly()).isTrue();
        assertThat(Command.of("OBJECT").arg("Encoding").key("k").name()).isEqualTo("OBJECT ENCODING");
        assertThat(Command.of("set").key("k").arg("v").isReadOnly()).isFalse();
    }

    @Test
    void takesAKeyForAKeyAndNotForASubcommand() {
        assertThat(Command.of("GET").key("ENCODING").name()).isEqualTo("GET");
        assertThat(Command.of("NEW.CMD").arg("x").name()).isEqualTo("NEW.CMD");
        assertThat(Command.of("CONFIG").arg("GET".repeat(1_000)).name()).isEqualTo("CONFIG");
        assertThat(Command.of("new.cmd sub").arg("x").name()).isEqualTo("NEW.CMD SUB");
    }

    @Test
    void isNotReadOnlyIfNothingIsKnownOfIt() {
        Command<?> command = Command.of("NEW.CMD");

        assertThat(command.isReadOnly()).isFalse();
        assertThat(command.isBlocking()).isFalse();
        assertThat(EncodedCommand.of(command).refusal()).isNull();
    }

    @Test
    void givesWhateverTheServerAnswers() {
        String reply = "*10|+simple|$4|bulk|=8|txt:verb|:7|,1.5|#t|(123456789012345678901|$-1|~1|+x|%1|+k|*1|:1|";

        assertThat(Frames.reply(Command.of("NEW.CMD"), reply))
                .isEqualTo(Arrays.asList(
                        "simple",
                        "bulk",
                        "verb",
                        7L,
                        1.5,
                        true,
                        new BigInteger("123456789012345678901"),
                        null,
                        Set.of("x"),
                        Map.of("k", List.of(1L))));
    }

    @Test
    void givesAnErrorInsideAnArrayAsAnElement() {
        Object reply = Frames.reply(Command.of("EXEC"), "*2|+OK|-WRONGTYPE not a list|");

        assertThat(reply)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .satisfiesExactly(
                        ok -> assertThat(ok).isEqualTo("OK"),
                        error -> assertThat(error).isInstanceOfSatisfying(CarmineServerException.class, failure -> {
                            assertThat(failure.code()).isEqualTo("WRONGTYPE");
                            assertThat(failure).hasMessage("WRONGTYPE not a list");
                        }));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
