package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.command.Hashes;
import dev.carmine.client.command.Scripts;
import dev.carmine.client.command.Streams;
import dev.carmine.client.command.Strings;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.reply.ReplyDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {

    @Test
    void readsReplyAsWhatIsAskedFor() {
        assertThat(Frames.reply(Strings.get("k").asLong(), "$2|42|")).isEqualTo(42L);
        assertThat(Frames.reply(Strings.get("k").asDouble(), "$3|0.5|")).isEqualTo(0.5);
        assertThat(Frames.reply(Strings.incr("k").asText(), ":42|")).isEqualTo("42");
        assertThat(Frames.reply(Strings.get("k").asBytes(), "$2|hi|")).containsExactly('h', 'i');
        assertThat(Frames.reply(Hashes.hgetall("k").asMap(), "*2|$1|f|$-1|")).containsEntry("f", null);
    }

    @Test
    void tellsWhichServerHasIt() {
        assertThat(Command.of("HEXPIRE").needs()).isEqualTo("Redis 7.4 or Valkey 9.0");
        assertThat(Strings.get("k").needs()).isEqualTo("Redis 1.0");
        assertThat(Command.of("NO.SUCH.COMMAND").needs()).isNull();
    }

    @Test
    void readsNilAsNull() {
        Command<?> get = Strings.get("k");

        assertThat(List.of(get.asText(), get.asLong(), get.asDouble(), get.asBool(), get.asBytes(), get.asMap()))
                .allSatisfy(command -> {
                    assertThat(Frames.<Object>reply(unchecked(command), "$-1|")).isNull();
                    assertThat(Frames.<Object>reply(unchecked(command), "_|")).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "#t|, true",
        "#f|, false",
        ":1|, true",
        ":0|, false",
        "$1|1|, true",
        "$1|0|, false",
        "$4|true|, true",
        "$5|false|, false",
        "+OK|, true"
    })
    void readsTruthValuesInEveryFormInWhichTheyAreStored(String reply, boolean expected) {
        assertThat(Frames.reply(Strings.get("k").asBool(), reply)).isEqualTo(expected);
    }

    @Test
    void doesNotShowTheTextThatIsNoTruthValue() {
        assertThatThrownBy(() -> Frames.reply(Strings.get("k").asBool(), "$6|secret|"))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageContaining("1, 0, true, false")
                .hasMessageNotContaining("secret");
    }

    @Test
    void appliesFunctionsOneAfterTheOther() {
        Command<Integer> command =
                Strings.get("k").map(String::valueOf).map(String::length).map(n -> n + 1);

        assertThat(Frames.reply(command, "$5|hello|")).isEqualTo(6);
    }

    @Test
    void givesTheFunctionNullForNil() {
        Command<String> command = Strings.get("k").map(value -> value == null ? "nothing" : value);

        assertThat(Frames.reply(command, "_|")).isEqualTo("nothing");
    }

    @Test
    void runsTheFunctionOnlyWhenTheReplyIsFinished() {
        Command<String> command = Strings.get("k").map(value -> {
            throw new IllegalStateException("of the user");
        });
        ReplyDecoder<String> decoder = EncodedCommand.of(command).decoder();

        assertThat(decoder.hasFinisher()).isTrue();
        Object read = decoder.read(Frames.frame("$1|v|"));
        assertThatThrownBy(() -> decoder.finish(read))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("of the user");
    }

    @Test
    void hasNothingToFinishWithoutAFunction() {
        assertThat(EncodedCommand.of(Strings.get("k")).decoder().hasFinisher()).isFalse();
    }

    @Test
    @SuppressWarnings("NullAway") // The null is the point.
    void refusesToBeMappedByNothing() {
        assertThatThrownBy(() -> Strings.get("k").map(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void replacesTheFunctionWithTheLastReading() {
        assertThat(Frames.reply(Strings.get("k").map(value -> "mapped").asLong(), "$1|7|"))
                .isEqualTo(7L);
    }

    @Test
    void keepsWordsKeysAndMarkThroughReadings() {
        Command<?> command =
                Strings.set("k", "v").retryable().map(done -> !done).asText();

        assertThat(Frames.words(command)).containsExactly("SET", "k", "v");
        assertThat(command.keys()).containsExactly("k".getBytes(StandardCharsets.UTF_8));
        assertThat(EncodedCommand.of(command).isRepeatable()).isTrue();
    }

    @Test
    void isRepeatableIfItOnlyReadsOrTheCallerSaysSo() {
        assertThat(EncodedCommand.of(Strings.get("k")).isRepeatable()).isTrue();
        assertThat(EncodedCommand.of(Strings.incr("k")).isRepeatable()).isFalse();
        assertThat(EncodedCommand.of(Strings.incr("k").retryable()).isRepeatable())
                .isTrue();
        assertThat(EncodedCommand.of(Streams.xread("k", "$")).isRepeatable())
                .as("what came before a second try would be missing")
                .isFalse();
        assertThat(EncodedCommand.of(Streams.xread("k", "$").retryable()).isRepeatable())
                .isTrue();
        assertThat(EncodedCommand.of(Streams.xread("k", "0")).isRepeatable()).isTrue();
        assertThat(EncodedCommand.of(Command.of("INCR").key("k").retryable()).isRepeatable())
                .isTrue();
    }

    @Test
    void stillSaysThatItWritesWhenItMayBeRepeated() {
        assertThat(Strings.incr("k").retryable().isReadOnly()).isFalse();
    }

    @Test
    void givesKeysAsCopies() {
        Command<?> command = Strings.get("k");
        command.keys().get(0)[0] = 'x';

        assertThat(Frames.words(command)).containsExactly("GET", "k");
    }

    @Test
    void showsItsNameAndNothingElse() {
        assertThat(Scripts.eval("return secret", List.of("secret"), "secret")).hasToString("EVAL");
        assertThat(Command.of("auth").arg("secret")).hasToString("AUTH");
        assertThat(Strings.mset(Map.of("secret", "secret")).asText()).hasToString("MSET");
    }

    @SuppressWarnings("unchecked") // The tests look at the reply as an object.
    private static Command<Object> unchecked(Command<?> command) {
        return (Command<Object>) command;
    }
}
