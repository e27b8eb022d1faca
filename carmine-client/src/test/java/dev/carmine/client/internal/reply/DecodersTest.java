package dev.carmine.client.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.Frames;
import dev.carmine.client.TypeRef;
import dev.carmine.client.command.KeyedElement;
import dev.carmine.client.command.KeyedMember;
import dev.carmine.client.command.ScanResult;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.client.internal.value.StoredValues;
import dev.carmine.client.serialization.JacksonSerializer;
import dev.carmine.protocol.RespTypeException;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the frames, {@code |} stands for CRLF, and {@code ¦} for the type byte of attributes. */
class DecodersTest {
    private static final String NULL2 = "$-1|";
    private static final String NULLS2 = "*-1|";
    private static final String NULL3 = "_|";

    /**
     * One datum in the forms of both protocols.
     *
     * @param name the decoder
     * @param decoder how it is read
     * @param resp2 its frame in RESP2
     * @param resp3 its frame in RESP3
     * @param expected what it becomes in both
     */
    private record Row(
            String name,
            ReplyDecoder<?> decoder,
            String resp2,
            String resp3,
            @Nullable Object expected) {
        @Override
        public String toString() {
            return name + " " + resp3;
        }
    }

    private static Row row(
            String name, ReplyDecoder<?> decoder, String resp2, String resp3, @Nullable Object expected) {
        return new Row(name, decoder, resp2, resp3, expected);
    }

    static Stream<Row> rows() {
        return Stream.of(plainRows(), collectionRows(), compositeRows()).flatMap(rows -> rows);
    }

    // spotless:off
    private static Stream<Row> plainRows() {
        return Stream.of(
            row("TEXT", Decoders.TEXT, "+OK|", "+OK|", "OK"),
            row("TEXT", Decoders.TEXT, "$6|a: b||", "=10|txt:a: b||", "a: b\r\n"),
            row("NULLABLE_TEXT", Decoders.NULLABLE_TEXT, "$1|v|", "$1|v|", "v"),
            row("NULLABLE_TEXT", Decoders.NULLABLE_TEXT, NULL2, NULL3, null),
            row("NULLABLE_VALUE", Decoders.NULLABLE_VALUE, "$1|v|", "$1|v|", "v"),
            row("NULLABLE_VALUE", Decoders.NULLABLE_VALUE, NULL2, NULL3, null),
            row("LONG", Decoders.LONG, ":-7|", ":-7|", -7L),
            row("NULLABLE_LONG", Decoders.NULLABLE_LONG, ":7|", ":7|", 7L),
            row("NULLABLE_LONG", Decoders.NULLABLE_LONG, NULL2, NULL3, null),
            row("DOUBLE", Decoders.DOUBLE, "$3|1.5|", ",1.5|", 1.5),
            row("DOUBLE", Decoders.DOUBLE, "$4|-inf|", ",-inf|", Double.NEGATIVE_INFINITY),
            row("DOUBLE", Decoders.DOUBLE, "$1|3|", ",3|", 3.0),
            row("NULLABLE_DOUBLE", Decoders.NULLABLE_DOUBLE, "$3|1.5|", ",1.5|", 1.5),
            row("NULLABLE_DOUBLE", Decoders.NULLABLE_DOUBLE, NULL2, NULL3, null),
            row("BOOL", Decoders.BOOL, ":1|", "#t|", true),
            row("BOOL", Decoders.BOOL, ":0|", "#f|", false),
            row("IS_DONE", Decoders.IS_DONE, "+OK|", "+OK|", true),
            row("IS_DONE", Decoders.IS_DONE, NULL2, NULL3, false),
            row("NULLABLE_BYTES", Decoders.NULLABLE_BYTES, "$2|hi|", "$2|hi|", new byte[] {'h', 'i'}),
            row("NULLABLE_BYTES", Decoders.NULLABLE_BYTES, NULL2, NULL3, null));
    }

    private static Stream<Row> collectionRows() {
        return Stream.of(
            row("TEXTS", Decoders.TEXTS, "*2|$1|b|$1|a|", "*2|$1|b|$1|a|", List.of("b", "a")),
            row("TEXTS", Decoders.TEXTS, "*0|", "*0|", List.of()),
            row("TEXTS", Decoders.TEXTS, "*1|$1|a|", "~1|$1|a|", List.of("a")),
            row("NULLABLE_VALUES", Decoders.NULLABLE_VALUES, NULLS2, NULL3, null),
            row("NULLABLE_VALUES", Decoders.NULLABLE_VALUES, "*1|$1|a|", "*1|$1|a|", List.of("a")),
            row("OPTIONAL_VALUES", Decoders.OPTIONAL_VALUES, "*2|$1|a|$-1|", "*2|$1|a|_|", Arrays.asList("a", null)),
            row("VALUES", Decoders.VALUES, "*2|$1|b|$1|a|", "*2|$1|b|$1|a|", List.of("b", "a")),
            row("VALUE_SET", Decoders.VALUE_SET, "*2|$1|b|$1|a|", "~2|$1|b|$1|a|", Set.of("a", "b")),
            row("VALUE_MAP", Decoders.VALUE_MAP, "*4|$1|f|$1|1|$1|g|$1|2|", "%2|$1|f|$1|1|$1|g|$1|2|", Map.of("f", "1", "g", "2")),
            row("LONGS", Decoders.LONGS, "*2|:1|:2|", "*2|:1|:2|", List.of(1L, 2L)),
            row("BOOLS", Decoders.BOOLS, "*2|:1|:0|", "*2|#t|#f|", List.of(true, false)),
            row("OPTIONAL_DOUBLES", Decoders.OPTIONAL_DOUBLES, "*2|$3|1.5|$-1|", "*2|,1.5|_|", Arrays.asList(1.5, null)),
            row("TEXT_SET", Decoders.TEXT_SET, "*2|$1|b|$1|a|", "~2|$1|b|$1|a|", Set.of("a", "b")),
            row("TEXT_MAP", Decoders.TEXT_MAP, "*4|$1|f|$1|1|$1|g|$1|2|", "%2|$1|f|$1|1|$1|g|$1|2|", Map.of("f", "1", "g", "2")),
            row("TEXT_MAP", Decoders.TEXT_MAP, "*0|", "%0|", Map.of()),
            row("NULLABLE_MAP", Decoders.NULLABLE_MAP, "*2|$1|f|$-1|", "%1|$1|f|_|", mapWithNull("f")),
            row("NULLABLE_MAP", Decoders.NULLABLE_MAP, NULLS2, NULL3, null));
    }

    private static Stream<Row> compositeRows() {
        ScoredMember<String> a = new ScoredMember<>("a", 1);
        ScoredMember<String> b = new ScoredMember<>("b", Double.POSITIVE_INFINITY);
        return Stream.of(
            row("SCORED_MEMBERS", ResultDecoders.SCORED_MEMBERS, "*4|$1|a|$1|1|$1|b|$3|inf|", "*2|*2|$1|a|,1|*2|$1|b|,inf|", List.of(a, b)),
            row("SCORED_MEMBERS", ResultDecoders.SCORED_MEMBERS, "*0|", "*0|", List.of()),
            row("NULLABLE_SCORED_MEMBER", ResultDecoders.NULLABLE_SCORED_MEMBER, "*2|$1|a|$1|1|", "*2|$1|a|,1|", a),
            row("NULLABLE_SCORED_MEMBER", ResultDecoders.NULLABLE_SCORED_MEMBER, "*0|", "*0|", null),
            row("ENTRIES", ResultDecoders.ENTRIES, "*4|$1|f|$1|1|$1|f|$1|1|", "*2|*2|$1|f|$1|1|*2|$1|f|$1|1|", List.of(Map.entry("f", "1"), Map.entry("f", "1"))),
            row("ENTRIES", ResultDecoders.ENTRIES, "*2|$1|f|$1|1|", "%1|$1|f|$1|1|", List.of(Map.entry("f", "1"))),
            row("NULLABLE_KEYED_ELEMENT", ResultDecoders.NULLABLE_KEYED_ELEMENT, "*2|$1|k|$1|e|", "*2|$1|k|$1|e|", new KeyedElement<>("k", "e")),
            row("NULLABLE_KEYED_ELEMENT", ResultDecoders.NULLABLE_KEYED_ELEMENT, NULLS2, NULL3, null),
            row("NULLABLE_KEYED_MEMBER", ResultDecoders.NULLABLE_KEYED_MEMBER, "*3|$1|k|$1|m|$3|0.5|", "*3|$1|k|$1|m|,0.5|", new KeyedMember<>("k", "m", 0.5)),
            row("NULLABLE_KEYED_MEMBER", ResultDecoders.NULLABLE_KEYED_MEMBER, NULLS2, NULL3, null),
            row("SCANNED_VALUES", ResultDecoders.SCANNED_VALUES, "*2|$2|17|*1|$1|k|", "*2|$2|17|*1|$1|k|", new ScanResult<>("17", List.of("k"))),
            row("SCANNED_VALUES", ResultDecoders.SCANNED_VALUES, "*2|$20|18446744073709551615|*0|", "*2|$20|18446744073709551615|*0|", new ScanResult<>("18446744073709551615", List.of())),
            row("SCANNED_KEYS", ResultDecoders.SCANNED_KEYS, "*2|$2|17|*1|$1|k|", "*2|$2|17|*1|$1|k|", new ScanResult<>("17", List.of("k"))),
            row("SCANNED_ENTRIES", ResultDecoders.SCANNED_ENTRIES, "*2|$1|0|*2|$1|f|$1|v|", "*2|$1|0|*2|$1|f|$1|v|", new ScanResult<>("0", List.of(Map.entry("f", "v")))),
            row("SCANNED_MEMBERS", ResultDecoders.SCANNED_MEMBERS, "*2|$1|0|*2|$1|a|$1|1|", "*2|$1|0|*2|$1|a|$1|1|", new ScanResult<>("0", List.of(a))),
            row("EPOCH_SECONDS", ResultDecoders.EPOCH_SECONDS, ":1000|", ":1000|", Instant.ofEpochSecond(1000)),
            row("SECONDS_AND_MICROS", ResultDecoders.SECONDS_AND_MICROS, "*2|$4|1000|$6|500000|", "*2|$4|1000|$6|500000|", Instant.ofEpochMilli(1_000_500)));
    }
    // spotless:on

    @ParameterizedTest
    @MethodSource("rows")
    void readsTheSameFromBothProtocols(Row row) {
        assertThat(row.decoder.read(Frames.frame(row.resp2))).isEqualTo(row.expected);
        assertThat(row.decoder.read(Frames.frame(row.resp3))).isEqualTo(row.expected);
    }

    /** What is read in two steps, as bytes and then as a type, must be what is read as text in one. */
    @ParameterizedTest
    @MethodSource("rows")
    void readsStoredValuesInTheSameShapeAsATypeAndAsText(Row row) {
        if (!(row.decoder instanceof StoredDecoder)) {
            return;
        }
        ReplyDecoder<?> typed = row.decoder
                .storedAs(TypeRef.of(CharSequence.class))
                .with(new StoredValues(JacksonSerializer.smile(), "X"));

        assertThat(typed.finish(typed.read(Frames.frame(row.resp2)))).isEqualTo(row.expected);
        assertThat(typed.finish(typed.read(Frames.frame(row.resp3)))).isEqualTo(row.expected);
    }

    @Test
    void everyDecoderOfStoredValuesHasARow() throws IllegalAccessException {
        for (Class<?> holder : List.of(Decoders.class, ResultDecoders.class)) {
            for (Field field : holder.getFields()) {
                if (field.get(null) instanceof StoredDecoder<?> decoder) {
                    assertThat(rows()).as(field.getName()).anyMatch(row -> row.decoder == decoder);
                }
            }
        }
    }

    @Test
    void keepsTheOrderOfTheReply() {
        assertThat(Decoders.TEXT_SET.read(Frames.frame("~3|$1|c|$1|a|$1|b|")))
                .asInstanceOf(InstanceOfAssertFactories.collection(Object.class))
                .containsExactly("c", "a", "b");
        assertThat(Decoders.TEXT_MAP.finish(Decoders.TEXT_MAP.read(Frames.frame("%2|$1|z|$1|1|$1|a|$1|2|"))))
                .containsExactly(Map.entry("z", "1"), Map.entry("a", "2"));
    }

    @Test
    void skipsAttributes() {
        String attributes = "¦1|+ttl|:3|";
        String reply = attributes + "*2|" + attributes + "$1|a|$1|b|";

        assertThat(Decoders.TEXTS.read(Frames.frame(reply))).isEqualTo(List.of("a", "b"));
    }

    @Test
    void refusesNilWhereThereMustBeSomething() {
        for (ReplyDecoder<?> decoder : List.of(
                Decoders.TEXT, Decoders.TEXTS, Decoders.TEXT_MAP, Decoders.TEXT_SET, ResultDecoders.SCANNED_VALUES)) {
            assertThatThrownBy(() -> decoder.read(Frames.frame(NULL3))).isInstanceOf(CarmineProtocolException.class);
        }
        for (ReplyDecoder<?> decoder : List.of(Decoders.LONG, Decoders.DOUBLE, Decoders.BOOL)) {
            assertThatThrownBy(() -> decoder.read(Frames.frame(NULL3))).isInstanceOf(RespTypeException.class);
        }
    }

    @Test
    void refusesArraysOfAnotherSize() {
        assertThatThrownBy(() -> ResultDecoders.SECONDS_AND_MICROS.read(Frames.frame("*1|:1|")))
                .isInstanceOf(CarmineProtocolException.class)
                .hasMessage("expected an array of 2 but the reply has one of 1");
        assertThatThrownBy(() -> ResultDecoders.SCORED_MEMBERS.read(Frames.frame("*3|+a|:1|+b|")))
                .isInstanceOf(CarmineProtocolException.class)
                .hasMessage("expected pairs but the reply has 3 elements");
        assertThatThrownBy(() -> ResultDecoders.ENTRIES.read(Frames.frame("*1|*3|+a|:1|+b|")))
                .isInstanceOf(CarmineProtocolException.class);
    }

    private static Map<String, @Nullable String> mapWithNull(String key) {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        map.put(key, null);
        return map;
    }
}
