package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.command.ScriptText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Script ADD = Script.of("return redis.call('INCRBY', _:k, _:n) + _:n_2");

    @Test
    void isNamedByItsDigest() {
        Script script = Script.of("return 1");

        assertThat(script.sha1()).isEqualTo("e0e1f9fabfc9d4800c877a703b823ac0578ff8db");
        assertThat(words(script.on(List.of("k1", "k2"), "a", 2)))
                .containsExactly("EVALSHA", script.sha1(), "2", "k1", "k2", "a", "2");
        assertThat(words(script.readOnly().on(List.of()))).containsExactly("EVALSHA_RO", script.sha1(), "0");
        assertThat(script.readOnly().on(List.of()).keys()).isEmpty();
        assertThat(script.on(List.of("k")).keys()).containsExactly("k".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void numbersNamesInTheOrderOfTheAlphabet() {
        Command<?> command = ADD.with(Map.of("k", "key"), Map.of("n_2", 2, "n", 1));
        Script numbered = Script.of("return redis.call('INCRBY', KEYS[1], ARGV[1]) + ARGV[2]");

        assertThat(words(command)).containsExactly("EVALSHA", numbered.sha1(), "1", "key", "1", "2");
        assertThat(words(EncodedCommand.of(command).withScriptText()))
                .containsExactly("EVAL", numbered.text(), "1", "key", "1", "2");
    }

    @Test
    void hasTheSameKeyForTheSameName() {
        Script script = Script.of("redis.call('DEL', _:a, _:b) return redis.call('GET', _:a)");

        assertThat(words(EncodedCommand.of(script.with(Map.of("a", "1", "b", "2"), Map.of()))
                        .withScriptText()))
                .containsExactly(
                        "EVAL", "redis.call('DEL', KEYS[1], KEYS[2]) return redis.call('GET', KEYS[1])", "2", "1", "2");
    }

    @Test
    void leavesAloneWhatOnlyLooksLikeAName() {
        Script script = Script.of("local a_ = {k = 1} return a_:k()");

        assertThat(words(EncodedCommand.of(script.with(Map.of(), Map.of())).withScriptText()))
                .containsExactly("EVAL", script.text(), "0");
    }

    @Test
    void refusesNamesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ADD.with(Map.of("k", "key"), Map.of("n", 1)))
                .withMessage("the script mentions _:n_2, which is neither among the keys [k] nor the arguments [n]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ADD.with(Map.of("k", "key"), Map.of("n", 1, "n_2", 1, "extra", 1)))
                .withMessage(
                        "the script does not mention [extra]: write _:extra where it is to stand, or leave it out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ADD.with(Map.of("k", "key", "n", "key"), Map.of("n", 1, "n_2", 1)))
                .withMessage("'n' is both a key and an argument of the script");
        assertThatNullPointerException().isThrownBy(() -> ADD.on(Collections.singletonList(null)));
    }

    @Test
    void comesFromAResource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Script.ofResource(ScriptTest.class, "none.lua"))
                .withMessageContaining("none.lua");
        assertThatIllegalArgumentException().isThrownBy(() -> Script.of(" \n"));
    }

    @Test
    void saysTheTextOfEachScriptOnceInACallOfSeveralCommands() {
        Script other = Script.of("return 2");
        EncodedCommand<?>[] commands = encoded(
                ADD.with(Map.of("k", "1"), Map.of("n", 1, "n_2", 1)),
                Command.of("PING"),
                other.on(List.of()),
                ADD.with(Map.of("k", "2"), Map.of("n", 1, "n_2", 1)).retryable(),
                other.on(List.of()));
        ScriptText.sayFirstUses(commands);

        assertThat(commands)
                .extracting(EncodedCommand::name)
                .containsExactly("EVAL", "PING", "EVAL", "EVALSHA", "EVALSHA");
        assertThat(words(commands[0])).endsWith("1", "1", "1", "1");
        assertThat(commands[0].keys()).containsExactly("1".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsWhatIsKnownOfTheCommandWhenItSaysTheText() {
        EncodedCommand<Long> command =
                EncodedCommand.of(Script.of("return 1").on(List.of("k")).asLong());

        assertThat(command.withScriptText().isRepeatable()).isFalse();
        assertThat(EncodedCommand.of(command.retryable()).withScriptText().isRepeatable())
                .isTrue();
        assertThat(command.withScriptText().decoder()).isSameAs(command.decoder());
    }

    private static EncodedCommand<?>[] encoded(Command<?>... commands) {
        return Arrays.stream(commands).map(EncodedCommand::of).toArray(EncodedCommand<?>[]::new);
    }

    private static List<String> words(Command<?> command) {
        String[] lines = new String(EncodedCommand.of(command).bytes(), StandardCharsets.UTF_8).split("\r\n", -1);
        assertThat(lines[0]).isEqualTo("*" + (lines.length - 2) / 2);
        for (int i = 2; i < lines.length - 1; i += 2) {
            assertThat(lines[i - 1]).isEqualTo("$" + lines[i].length());
        }
        return IntStream.range(0, (lines.length - 2) / 2)
                .mapToObj(i -> lines[2 * i + 2])
                .toList();
    }
}
