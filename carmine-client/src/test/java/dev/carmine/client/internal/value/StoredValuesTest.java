package dev.carmine.client.internal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
import dev.carmine.client.internal.reply.Decoders;
import dev.carmine.client.serialization.JacksonSerializer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoredValuesTest {
    static Stream<Arguments> plain() {
        return Stream.of(
                Arguments.of("", String.class, ""),
                Arguments.of(":)\n is a smile", String.class, ":)\n is a smile"),
                Arguments.of("gr\u00fc\u00dfe", CharSequence.class, "gr\u00fc\u00dfe"),
                Arguments.of("-128", Byte.class, (byte) -128),
                Arguments.of("300", Short.class, (short) 300),
                Arguments.of("-2147483648", int.class, Integer.MIN_VALUE),
                Arguments.of("9223372036854775807", Long.class, Long.MAX_VALUE),
                Arguments.of("123456789012345678901", BigInteger.class, new BigInteger("123456789012345678901")),
                Arguments.of("1.50", BigDecimal.class, new BigDecimal("1.50")),
                Arguments.of("0.1", Float.class, 0.1f),
                Arguments.of("inf", Float.class, Float.POSITIVE_INFINITY),
                Arguments.of("0.1", double.class, 0.1),
                Arguments.of("1e-7", Double.class, 1e-7),
                Arguments.of(".5", Double.class, 0.5),
                Arguments.of("-inf", Double.class, Double.NEGATIVE_INFINITY),
                Arguments.of("nan", Double.class, Double.NaN),
                Arguments.of("true", Boolean.class, true),
                Arguments.of("0", boolean.class, false),
                Arguments.of("DAYS", TimeUnit.class, TimeUnit.DAYS),
                Arguments.of("00000000-0000-0001-0000-000000000002", UUID.class, new UUID(1, 2)));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void readsPlainTypesWithoutTheSerializer(String stored, Class<?> type, Object expected) {
        assertThat(read(new Stub(), utf8(stored), TypeRef.of(type))).isEqualTo(expected);
    }

    @Test
    void readsBytesAsTheyAre() {
        byte[] bytes = {0, (byte) 0xff, '\r'};

        assertThat(read(new Stub(), bytes, TypeRef.of(byte[].class))).isEqualTo(bytes);
    }

    @Test
    void readsMalformedTextWithReplacementCharacters() {
        assertThat(read(new Stub(), new byte[] {'a', (byte) 0xff, 'b'}, TypeRef.of(String.class)))
                .isEqualTo("a\ufffdb");
    }

    static Stream<Arguments> noNumbers() {
        return Stream.of(
                Arguments.of("secret", Integer.class),
                Arguments.of("", Long.class),
                Arguments.of("2147483648", Integer.class),
                Arguments.of("1.0", Long.class),
                Arguments.of(" 1", Long.class),
                Arguments.of("1d", Double.class),
                Arguments.of("0x1p3", Double.class),
                Arguments.of("NaN", Double.class),
                Arguments.of("Infinity", Float.class),
                Arguments.of("9".repeat(100_000), BigInteger.class),
                Arguments.of("true", BigDecimal.class));
    }

    @ParameterizedTest
    @MethodSource("noNumbers")
    void saysThatSomethingIsNoNumberWithoutShowingIt(String stored, Class<?> type) {
        assertThatThrownBy(() -> read(new Stub(), utf8(stored), TypeRef.of(type)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessage("GET: the value cannot be read as " + type.getName()
                        + ": it is not a number of that kind in decimal digits")
                .hasNoCause();
    }

    @Test
    void leavesAllElseToTheSerializer() {
        Serializer telling = new Stub() {
            @Override
            public <T> T deserialize(byte[] bytes, TypeRef<T> type) {
                throw new CarmineSerializationException("asked for " + type, null);
            }
        };
        for (TypeRef<?> type : List.of(
                TypeRef.of(Boolean.class),
                TypeRef.of(TimeUnit.class),
                TypeRef.of(UUID.class),
                TypeRef.of(Object.class),
                new TypeRef<List<String>>() {})) {
            assertThatThrownBy(() -> read(telling, new byte[] {1, 2}, type)).hasMessageEndingWith("asked for " + type);
        }
    }

    enum Level {
        LOW
    }

    static Stream<Arguments> noWords() {
        return Stream.of(JacksonSerializer.smile(), JacksonSerializer.json())
                .flatMap(serializer -> Stream.of(
                        Arguments.of(serializer, "MID\n", Level.class, "not the name of a constant of " + LEVEL),
                        Arguments.of(serializer, "5", Level.class, "not the name of a constant of " + LEVEL),
                        Arguments.of(serializer, "secret", UUID.class, "not the usual form of a UUID"),
                        Arguments.of(serializer, "yes", Boolean.class, "neither true, false, 1 nor 0")));
    }

    private static final String LEVEL = Level.class.getTypeName();

    @ParameterizedTest
    @MethodSource("noWords")
    void saysWhatTextMustBeToStandForAType(Serializer serializer, String stored, Class<?> type, String expected) {
        assertThatThrownBy(() -> read(serializer, utf8(stored), TypeRef.of(type)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessage("GET: the value cannot be read as " + type.getTypeName() + ": it is text, and " + expected)
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"));
    }

    @Test
    void takesNothingForTextThatIsNone() {
        byte[] object = JacksonSerializer.smile().serialize(List.of(1));

        assertThatThrownBy(() -> read(JacksonSerializer.smile(), object, TypeRef.of(Level.class)))
                .hasMessageNotContaining("text");
        assertThatThrownBy(() -> read(JacksonSerializer.smile(), new byte[] {(byte) 0xff}, TypeRef.of(Level.class)))
                .hasMessageContaining("it is not in Smile format");
    }

    @Test
    void takesNoTimeToRefuseALongTextThatIsAlmostANumber() {
        byte[] almost = utf8("9".repeat(9_999) + "x");

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        Object unused = read(new Stub(), almost, TypeRef.of(Double.class));
                    }
                })
                .isInstanceOf(CarmineSerializationException.class);
    }

    @Test
    void refusesAnObjectOfAnotherTypeThanWasAskedFor() {
        Serializer wrong = new Stub() {
            @Override
            @SuppressWarnings("unchecked") // It is wrong.
            public <T> T deserialize(byte[] bytes, TypeRef<T> type) {
                return (T) "text";
            }
        };

        assertThatThrownBy(() -> read(wrong, utf8("x"), new TypeRef<List<String>>() {}))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageEndingWith("the serializer has made something else of it: java.lang.String");
    }

    @Test
    @SuppressWarnings("NullAway") // The null is the point.
    void refusesNothingInThePlaceOfBytes() {
        Serializer empty = new Stub() {
            @Override
            public byte[] serialize(Object value) {
                return null;
            }
        };

        assertThatThrownBy(() -> values(empty).write(new Object()))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageEndingWith("the serializer has given null");
    }

    @Test
    void hidesTheCauseThatASerializerGives() {
        Serializer careless = new Stub() {
            @Override
            public byte[] serialize(Object value) {
                throw new CarmineSerializationException("it is torn", new IllegalStateException("secret"));
            }
        };

        assertThatThrownBy(() -> values(careless).write(new Object()))
                .hasMessageEndingWith("cannot be written: it is torn")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"));
    }

    @Test
    void tellsWhatTheSerializerSaysWithTheCommandAndTheType() {
        Serializer refusing = new Stub() {
            @Override
            public <T> T deserialize(byte[] bytes, TypeRef<T> type) {
                throw new CarmineSerializationException("it is torn", null);
            }
        };

        assertThatThrownBy(() -> read(refusing, utf8("x"), TypeRef.of(Thread.class)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessage("GET: the value cannot be read as java.lang.Thread: it is torn");
    }

    @Test
    void hidesWhatOtherExceptionsMayQuote() {
        Serializer careless = new Stub() {
            @Override
            public byte[] serialize(Object value) {
                throw new IllegalStateException("secret", new IllegalArgumentException("secret"));
            }
        };

        assertThatThrownBy(() -> values(careless).write(new Object()))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessage("GET: java.lang.Object cannot be written: the serializer, or the type"
                        + " itself, has thrown java.lang.IllegalStateException")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"))
                .hasRootCauseInstanceOf(WithoutContent.class)
                .hasRootCauseMessage("java.lang.IllegalArgumentException");
    }

    @Test
    void survivesASerializerThatRunsOutOfStack() {
        Serializer endless = new Stub() {
            @Override
            @SuppressWarnings("InfiniteRecursion") // That is the point.
            public byte[] serialize(Object value) {
                return serialize(value);
            }
        };

        assertThatThrownBy(() -> values(endless).write(new Object()))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageEndingWith("java.lang.StackOverflowError");
    }

    @Test
    void takesANullForAnError() {
        assertThatThrownBy(() -> read(new Stub(), utf8("x"), TypeRef.of(Thread.class)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageEndingWith("a null is stored there");
    }

    private static StoredValues values(Serializer serializer) {
        return new StoredValues(serializer, "GET");
    }

    private static <T> T read(Serializer serializer, byte[] bytes, TypeRef<T> type) {
        return Objects.requireNonNull(
                Decoders.valueAs(type).with(values(serializer)).finish(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Knows nothing. */
    private static class Stub implements Serializer {
        @Override
        public byte[] serialize(Object value) {
            return new byte[0];
        }

        @Override
        public <T> @Nullable T deserialize(byte[] bytes, TypeRef<T> type) {
            return null;
        }
    }
}
