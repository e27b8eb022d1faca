package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.carmine.client.command.Strings;
import dev.carmine.client.serialization.JacksonSerializer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueCodecTest {
    private static final ValueCodec WITHOUT_SERIALIZER = new ValueCodec(
            () -> {
                throw new AssertionError("plain values need no serializer");
            },
            "a body");
    private static final ValueCodec JSON = new ValueCodec(JacksonSerializer::json, "a body");

    record Point(int x, int y) {}

    static Stream<Object> plainValues() {
        return Stream.of("", "gr\u00fc\u00dfe", -7, Long.MAX_VALUE, (short) 3, 0.1, 2f, new BigDecimal("1.50"));
    }

    @ParameterizedTest
    @MethodSource("plainValues")
    void plainValuesAreTheWordsOfCommands(Object value) {
        byte[] bytes = WITHOUT_SERIALIZER.encode(value);

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(Frames.words(Strings.set("k", value)).get(2));
    }

    @Test
    void textIsReadWithoutASerializer() {
        assertThat(WITHOUT_SERIALIZER.decode("7".getBytes(StandardCharsets.UTF_8), TypeRef.of(String.class)))
                .isEqualTo("7");
    }

    static Stream<Object> values() {
        UUID id = new UUID(1, 2);
        return Stream.concat(plainValues(), Stream.of(new Point(1, -2), true, id));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatWasWrittenIsRead(Object value) {
        assertThat(JSON.decode(JSON.encode(value), TypeRef.of(value.getClass())))
                .isEqualTo(value);
    }

    @Test
    void bytesAreCopiedWhenTheyAreWritten() {
        byte[] bytes = {0, (byte) 0xff, '\r'};

        byte[] written = WITHOUT_SERIALIZER.encode(bytes);

        assertThat(written).isEqualTo(bytes).isNotSameAs(bytes);
        assertThat(JSON.decode(written, TypeRef.of(byte[].class))).isEqualTo(bytes);
    }

    @Test
    void typeArgumentsAreKept() {
        List<Point> points = List.of(new Point(1, 2), new Point(3, 4));

        assertThat(JSON.decode(JSON.encode(points), new TypeRef<List<Point>>() {}))
                .isEqualTo(points);
    }

    @Test
    void whatCommandsRefuseIsRefusedInTheSameWords() {
        Runnable lambda = () -> {};

        assertThatExceptionOfType(CarmineSerializationException.class)
                .isThrownBy(() -> JSON.encode(lambda))
                .withMessageStartingWith("a body: a lambda is not a value: ");
        assertThatNullPointerException()
                .isThrownBy(() -> JSON.encode(nothing()))
                .withMessageStartingWith("a body: a value must not be null");
    }

    @SuppressWarnings("NullAway") // as callers without checks may do
    private static Object nothing() {
        return null;
    }

    @Test
    void whatCannotBeReadIsToldWithoutContent() {
        byte[] secret = "secret".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(CarmineSerializationException.class)
                .isThrownBy(() -> JSON.decode(secret, TypeRef.of(Point.class)))
                .withMessageStartingWith("a body: the value cannot be read as " + Point.class.getTypeName())
                .satisfies(e -> assertThat(e).hasMessageNotContaining("secret"));
    }
}
