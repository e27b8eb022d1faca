package dev.carmine.client.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Command;
import dev.carmine.client.Frames;
import dev.carmine.client.Reply;
import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
import dev.carmine.client.command.Hashes;
import dev.carmine.client.command.Lists;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.client.command.SetArgs;
import dev.carmine.client.command.Strings;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueEncoderTest {
    /** Writes of an object the name of its type. */
    private static final Serializer TYPE_NAMES = new Serializer() {
        @Override
        public byte[] serialize(Object value) {
            return value.getClass().getTypeName().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> @Nullable T deserialize(byte[] bytes, TypeRef<T> type) {
            return null;
        }
    };

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of("text", "text"),
                Arguments.of("", ""),
                Arguments.of("grüße \uD83D\uDE00", "grüße \uD83D\uDE00"),
                Arguments.of(CharBuffer.wrap("buffer"), "buffer"),
                Arguments.of((byte) -1, "-1"),
                Arguments.of((short) 300, "300"),
                Arguments.of(Integer.MIN_VALUE, "-2147483648"),
                Arguments.of(Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of(new BigInteger("123456789012345678901"), "123456789012345678901"),
                Arguments.of(0.1, "0.1"),
                Arguments.of(3.0, "3"),
                Arguments.of(Double.NEGATIVE_INFINITY, "-inf"),
                Arguments.of(0.1f, "0.1"),
                Arguments.of(2f, "2"),
                Arguments.of(Float.POSITIVE_INFINITY, "inf"),
                Arguments.of(new BigDecimal("1.50"), "1.50"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void writesTextAndNumbersAsText(Object value, String text) {
        assertThat(Frames.words(Strings.set("k", value))).containsExactly("SET", "k", text);
        assertThat(Frames.words(Strings.set("k", value, SetArgs.ifAbsent()))).containsExactly("SET", "k", text, "NX");
        assertThat(Frames.words(Command.of("SET").key("k").arg(value))).containsExactly("SET", "k", text);
    }

    @Test
    void writesBytesAsTheyAre() {
        byte[] value = {0, (byte) 0xff, '\r', '\n', (byte) 0x80};

        assertThat(EncodedWords.of(EncodedCommand.of(Strings.set("k", value)).bytes()))
                .element(2)
                .isEqualTo(value);
    }

    @Test
    void takesBytesForOneValueAmongSeveral() {
        assertThat(Frames.words(Lists.rpush("k", new byte[] {'a'}, "b"))).containsExactly("RPUSH", "k", "a", "b");
        assertThat(Frames.words(Lists.rpush("k", new byte[] {'a', 'b'}))).containsExactly("RPUSH", "k", "ab");
    }

    static Stream<Arguments> objects() {
        return Stream.<Object>of(
                        true,
                        'c',
                        TimeUnit.DAYS,
                        UUID.randomUUID(),
                        List.of("a"),
                        new String[] {"a"},
                        new int[] {1},
                        Optional.of("a"),
                        Instant.EPOCH,
                        new ScoredMember<>("a", 1))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void leavesEverythingElseToTheSerializerOfTheClient(Object value) {
        for (Command<?> command : List.of(
                Hashes.hset("k", "f", value),
                Command.of("HSET").key("k").arg("f").arg(value),
                Hashes.hset("k", Map.of("f", value)))) {
            EncodedCommand<?> encoded = EncodedCommand.of(command);

            assertThat(Frames.words(command)).containsExactly("HSET", "k", "f", "");
            assertThat(Frames.words(encoded.ready(() -> TYPE_NAMES)))
                    .containsExactly("HSET", "k", "f", value.getClass().getTypeName());
            assertThat(encoded.ready(() -> TYPE_NAMES).keys()).hasSize(1);
        }
    }

    @Test
    void putsObjectsInTheirPlacesAmongOtherWords() {
        Command<Long> command = Lists.rpush("k", true, "text", 'c', 5, "");

        for (int i = 0; i < 2; i++) {
            assertThat(Frames.words(EncodedCommand.of(command).ready(() -> TYPE_NAMES)))
                    .containsExactly("RPUSH", "k", "java.lang.Boolean", "text", "java.lang.Character", "5", "");
        }
    }

    @Test
    void keepsObjectsWhenTheReplyIsReadDifferently() {
        Command<?> command = Lists.rpush("k", true).map(String::valueOf).retryable();

        assertThat(Frames.words(EncodedCommand.of(command).ready(() -> TYPE_NAMES)))
                .containsExactly("RPUSH", "k", "java.lang.Boolean");
    }

    @Test
    void isReadyAtOnceWithoutObjects() {
        EncodedCommand<?> command = EncodedCommand.of(Strings.set("k", "v"));

        assertThat(command.ready(() -> {
                    throw new AssertionError("nobody needs a serializer here");
                }))
                .isSameAs(command);
    }

    static Stream<Object> noValues() {
        Reply<String> reply = new Reply<>() {
            @Override
            public String get() {
                return "secret";
            }
        };
        return Stream.of(
                Strings.get("secret"),
                reply,
                Thread.currentThread(),
                ValueEncoderTest.class,
                ClassLoader.getPlatformClassLoader(),
                Stream.of("secret"),
                List.of("secret").iterator(),
                new ByteArrayInputStream(new byte[0]),
                SetArgs.ifAbsent(),
                ClientOptions.of("redis://localhost"));
    }

    @ParameterizedTest
    @MethodSource("noValues")
    void refusesWhatIsNoValue(Object value) {
        assertThatThrownBy(() -> Hashes.hset("k", "f", value))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageStartingWith("HSET: " + value.getClass().getTypeName() + " is not a value: ")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Command.of("X").arg(value)).isInstanceOf(CarmineSerializationException.class);
    }

    @Test
    void refusesALambda() {
        Runnable lambda = () -> {};

        assertThatThrownBy(() -> Strings.set("k", lambda))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageStartingWith("SET: a lambda is not a value: ");
    }

    @Test
    void refusesAFutureByTheNameThatPeopleKnow() {
        assertThatThrownBy(() -> Strings.set("k", new CompletableFuture<>() {}))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessage("SET: a future is not a value: give what comes of it when it has been run");
    }

    @Test
    @SuppressWarnings("NullAway") // The null is the point.
    void refusesNull() {
        assertThatThrownBy(() -> Strings.set("k", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("SET: a value must not be null");
        assertThatThrownBy(() -> Lists.lpush("k", "a", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("LPUSH: a value must not be null");
    }

    @Test
    @SuppressWarnings("NullAway") // The null is the point.
    void refusesNullKeysAndFields() {
        assertThatThrownBy(() -> Strings.get(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("GET: a key must not be null");
        assertThatThrownBy(() -> Strings.mget("k", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("MGET: a key must not be null");
        assertThatThrownBy(() -> Hashes.hmget("k", "f", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("HMGET: argument 3 must not be null");
    }

    @Test
    void refusesNaN() {
        assertThatThrownBy(() -> Strings.set("k", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Strings.set("k", Float.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksForAtLeastOneOfMany() {
        assertThatThrownBy(Strings::mget)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MGET needs at least one key");
        assertThatThrownBy(() -> Lists.lpush("k")).hasMessage("LPUSH needs at least one value");
        assertThatThrownBy(() -> Hashes.hdel("k")).hasMessage("HDEL needs at least one argument");
        assertThatThrownBy(() -> Hashes.hset("k", Map.of())).hasMessage("HSET needs at least one field");
        assertThatThrownBy(() -> Strings.mset(Map.of())).hasMessage("MSET needs at least one key");
    }
}
