package dev.carmine.client.internal.reply;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Frames;
import dev.carmine.client.TypeRef;
import dev.carmine.client.internal.value.StoredValues;
import dev.carmine.client.serialization.JacksonSerializer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads many values is told which of them is something else. In the frames, {@code |} stands for CRLF. */
class PlacesTest {
    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of(Decoders.NULLABLE_VALUE, "+secret|", "the value"),
                Arguments.of(Decoders.VALUES, "*3|+1|+2|+secret|", "element 2"),
                Arguments.of(Decoders.OPTIONAL_VALUES, "*3|_|+1|+secret|", "element 2"),
                Arguments.of(Decoders.VALUE_SET, "~2|+1|+secret|", "element 1"),
                Arguments.of(Decoders.VALUE_MAP, "%2|+secret1|+1|+secret2|+secret|", "value 1"),
                Arguments.of(ResultDecoders.SCORED_MEMBERS, "*4|+1|+5|+secret|+6|", "element 1"),
                Arguments.of(ResultDecoders.SCANNED_ENTRIES, "*2|+0|*4|+a|+1|+secret|+secret|", "element 1"),
                Arguments.of(ListDecoders.NULLABLE_KEYED_ELEMENTS, "*2|+k|*2|+1|+secret|", "element 1"),
                Arguments.of(VectorDecoders.NULLABLE_LAYERS, "*2|*1|+1|*2|+1|+secret|", "element 1, element 1"),
                Arguments.of(VectorDecoders.VECTOR_MATCHES, "*6|+1|+5|_|+secret|+5|_|", "element 1"),
                Arguments.of(
                        StreamDecoders.ENTRIES_BY_STREAM,
                        "%2|+secret1|*0|+secret2|*2|*2|+1-1|*0|*2|+1-2|*4|+a|+1|+b|+secret|",
                        "stream 1, element 1, value 1"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void areNamedByTheirPosition(ReplyDecoder<?> decoder, String frame, String place) {
        assertThatThrownBy(() -> read(decoder, frame, Integer.class))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessage("HGETALL: " + place
                        + " cannot be read as java.lang.Integer: it is not a number of that kind in decimal digits")
                .hasNoCause();
    }

    /** Fails where a set asks for it. */
    record Unhashable(int number) {
        @Override
        public int hashCode() {
            throw new IllegalStateException("secret");
        }
    }

    @Test
    void includeTheElementThatASetCannotTake() {
        assertThatThrownBy(() -> read(Decoders.VALUE_SET, "~1|+{\"number\":1}|", Unhashable.class))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageStartingWith("HGETALL: element 0 cannot be read as ")
                .hasMessageEndingWith("has thrown java.lang.IllegalStateException");
    }

    private static Object read(ReplyDecoder<?> decoder, String frame, Class<?> type) {
        ReplyDecoder<?> typed =
                decoder.storedAs(TypeRef.of(type)).with(new StoredValues(JacksonSerializer.json(), "HGETALL"));
        return typed.finish(typed.read(Frames.frame(frame)));
    }
}
