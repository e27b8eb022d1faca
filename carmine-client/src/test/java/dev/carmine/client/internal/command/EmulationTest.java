package dev.carmine.client.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Command;
import dev.carmine.client.Frames;
import dev.carmine.client.Serializer;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.command.CompareAndSet;
import dev.carmine.client.command.SetArgs;
import dev.carmine.client.command.Strings;
import dev.carmine.client.serialization.JacksonSerializer;
import dev.carmine.protocol.RespError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmulationTest {
    private static final Command<Boolean> SET = CompareAndSet.compareAndSet("k", "old", "new");
    private static final Command<Boolean> DELETE = CompareAndSet.compareAndDelete("k", "old");
    private static final Command<Boolean> HSET_ALL = CompareAndSet.hsetAllIfNoneExist("k", Map.of("f", "v"));

    @ParameterizedTest
    @CsvSource({"Redis, 8.4", "Redis, 9.0", "Valkey, 8.1", "Valkey, 9.0.1"})
    void comparesByACommandWhereTheServerHasIt(String name, String version) {
        assertThat(words(SET, ServerVersion.of(name, version)))
                .isEqualTo(List.of("SET", "k", "new", "IFEQ", "old", "KEEPTTL"));
    }

    @ParameterizedTest
    @CsvSource({"Redis, 6.2", "Redis, 8.2.9", "Valkey, 8.0.9", "Other, 9.9"})
    void comparesByAScriptElsewhere(String name, String version) {
        assertThat(suited(SET, ServerVersion.of(name, version))).isSameAs(SET);
        assertThat(suited(SET, null)).isSameAs(SET);
    }

    @Test
    void deletesByWhatEachServerHas() {
        assertThat(words(DELETE, ServerVersion.redis("8.4"))).isEqualTo(List.of("DELEX", "k", "IFEQ", "old"));
        assertThat(words(DELETE, ServerVersion.valkey("9.0"))).isEqualTo(List.of("DELIFEQ", "k", "old"));
        assertThat(words(DELETE, ServerVersion.valkey("8.1"))).startsWith("EVALSHA");
    }

    @Test
    void messagesNameWhatWasAskedForHoweverItIsDone() {
        assertThat(suited(SET, null).spec().label()).isEqualTo("compareAndSet");
        assertThat(suited(SET, null).withScriptText().spec().label()).isEqualTo("compareAndSet");
        assertThat(suited(SET, ServerVersion.redis("8.4")).spec().label()).isEqualTo("compareAndSet");
        assertThat(suited(DELETE.retryable(), ServerVersion.valkey("9.0"))
                        .spec()
                        .label())
                .isEqualTo("compareAndDelete");
        assertThat(SET.name()).isEqualTo("EVALSHA");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WRONGTYPE not a text script: d3c21d0c2b9ca22f82737626a27bcaf5d288f99f, on @user_script:9.        | WRONGTYPE | WRONGTYPE not a text
            ERR Error running script (call to f_d3c21d0c): @user_script:9: WRONGTYPE not a text              | WRONGTYPE | WRONGTYPE not a text
            ERR Error running script (call to f_d3c21d0c): @user_script:9: @user_script: 9: -OOM not allowed | OOM       | OOM not allowed
            ERR Error running script (call to f_d3c21d0c): @user_script:9: attempt to index a nil value      | ERR       | ERR Error running script (call to f_d3c21d0c): @user_script:9: attempt to index a nil value
            NOSCRIPT No matching script.                                                                     | NOSCRIPT  | NOSCRIPT No matching script.
            """)
    void tellsNothingOfTheScriptInItsErrors(String said, String code, String message) {
        assertThat(Emulation.withoutScript(new RespError(said.substring(0, said.indexOf(' ')), said)))
                .isEqualTo(new RespError(code, message));
    }

    @Test
    void setsFieldsByACommandWhereTheServerHasIt() {
        List<String> command = List.of("HSETEX", "k", "FNX", "FIELDS", "1", "f", "v");
        assertThat(words(HSET_ALL, ServerVersion.redis("8.0"))).isEqualTo(command);
        assertThat(words(HSET_ALL, ServerVersion.valkey("9.0"))).isEqualTo(command);
        assertThat(words(HSET_ALL, ServerVersion.valkey("8.1"))).startsWith("EVALSHA");
        assertThat(words(HSET_ALL, ServerVersion.redis("7.4"))).startsWith("EVALSHA");
    }

    @Test
    void theCommandHasWhatTheScriptHad() {
        Command<Boolean> set =
                CompareAndSet.compareAndSet("k", "old", "new", SetArgs.always().expireIn(Duration.ofSeconds(5)));
        EncodedCommand<Boolean> command = suited(set, ServerVersion.redis("8.4"));
        assertThat(Frames.words(command)).endsWith("IFEQ", "old", "EX", "5");
        assertThat(command.keys()).containsExactly("k".getBytes(StandardCharsets.UTF_8));
        assertThat(command.name()).isEqualTo("SET");
        assertThat(command.decoder()).isSameAs(EncodedCommand.of(set).decoder());
        assertThat(command.isRepeatable()).isFalse();
        assertThat(suited(set.retryable(), ServerVersion.redis("8.4")).isRepeatable())
                .isTrue();
        assertThat(command.spec().script()).isNull();
    }

    @Test
    void objectsTakeTheirPlacesFirst() {
        EncodedCommand<Boolean> command = EncodedCommand.of(CompareAndSet.compareAndSet("k", List.of(1), List.of(2)));
        Serializer json = JacksonSerializer.json();
        assertThat(Frames.words(command.ready(() -> json).suited(ServerVersion.redis("8.4"))))
                .containsExactly("SET", "k", "[2]", "IFEQ", "[1]", "KEEPTTL");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_025, 100_000})
    void aLongExpectedValueDoesNotTravelToAScript(int length) {
        String value = "x".repeat(length);
        String digest = ScriptText.sha1(value.getBytes(StandardCharsets.UTF_8));
        for (Command<?> command : List.of(
                CompareAndSet.compareAndDelete("k", value),
                CompareAndSet.compareAndHdel("k", "IFEQ", value),
                CompareAndSet.compareAndHset("k", "IFEQ", value, "IFEQ"))) {
            assertThat(words(command, null)).endsWith("IFSHA1", digest).doesNotContain(value);
        }
        List<String> set = words(CompareAndSet.compareAndSet("k", value, "IFEQ").retryable(), null);
        assertThat(set).endsWith("k", "IFEQ", "IFSHA1", digest, "KEEPTTL");
        assertThat(words(CompareAndSet.compareAndDelete("k", value), ServerVersion.redis("8.4")))
                .endsWith("IFEQ", value);
    }

    @Test
    void whatIsShorterTravels() {
        String value = "x".repeat(Emulation.LONGEST_COMPARED);
        assertThat(words(CompareAndSet.compareAndDelete("k", value), null)).endsWith("IFEQ", value);
        String field = "x".repeat(2_000);
        assertThat(words(CompareAndSet.hsetAllIfNoneExist("k", Map.of(field, field)), null))
                .endsWith("FNX", "FIELDS", "1", field, field);
    }

    @Test
    void aDigestStaysWhenTheScriptIsSaid() {
        String value = "x".repeat(2_000);
        EncodedCommand<?> command =
                suited(CompareAndSet.compareAndDelete("k", value), null).withScriptText();
        assertThat(Frames.words(command)).startsWith("EVAL").contains("IFSHA1").doesNotContain(value);
    }

    @Test
    void otherCommandsSuitEveryServer() {
        Command<?> get = Strings.get("k");
        assertThat(suited(get, ServerVersion.redis("8.4"))).isSameAs(get);
    }

    private static <T extends @Nullable Object> EncodedCommand<T> suited(
            Command<T> command, @Nullable ServerVersion server) {
        return EncodedCommand.of(command).suited(server);
    }

    private static List<String> words(Command<?> command, @Nullable ServerVersion server) {
        return Frames.words(suited(command, server));
    }
}
