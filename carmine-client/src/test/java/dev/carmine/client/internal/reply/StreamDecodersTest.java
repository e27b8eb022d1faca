package dev.carmine.client.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.Frames;
import dev.carmine.client.TypeRef;
import dev.carmine.client.command.StreamClaimedEntry;
import dev.carmine.client.command.StreamConsumer;
import dev.carmine.client.command.StreamDeletion;
import dev.carmine.client.command.StreamDelivery;
import dev.carmine.client.command.StreamEntry;
import dev.carmine.client.command.StreamFullConsumer;
import dev.carmine.client.command.StreamFullGroup;
import dev.carmine.client.command.StreamFullInfo;
import dev.carmine.client.command.StreamGroup;
import dev.carmine.client.command.StreamInfo;
import dev.carmine.client.command.StreamPendingEntry;
import dev.carmine.client.command.StreamPendingSummary;
import dev.carmine.client.command.XautoclaimResult;
import dev.carmine.client.internal.value.StoredValues;
import dev.carmine.client.serialization.JacksonSerializer;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the frames, {@code |} stands for CRLF. */
class StreamDecodersTest {
    private static final String ENTRY = "*2|$3|1-1|*2|$1|f|$1|v|";
    private static final StreamEntry<String> READ = new StreamEntry<>("1-1", Map.of("f", "v"));
    private static final StreamEntry<String> DELETED = new StreamEntry<>("2-1", Map.of());

    /**
     * One datum in the forms of both protocols.
     *
     * @param decoder how it is read
     * @param resp2 its frame in RESP2
     * @param resp3 its frame in RESP3
     * @param expected what it becomes in both
     */
    private record Row(ReplyDecoder<?> decoder, String resp2, String resp3, Object expected) {}

    // spotless:off
    private static Stream<Row> rows() {
        return Stream.of(
            new Row(StreamDecoders.STREAM_ENTRIES, "*0|", "*0|", List.of()),
            new Row(StreamDecoders.STREAM_ENTRIES, "*2|" + ENTRY + "*2|$3|2-1|*-1|", "*2|" + ENTRY + "*2|$3|2-1|_|", List.of(READ, DELETED)),
            new Row(StreamDecoders.STREAM_ENTRIES, "*2|*-1|" + ENTRY, "*2|_|" + ENTRY, List.of(READ)),
            new Row(StreamDecoders.ENTRIES_BY_STREAM, "*-1|", "_|", Map.of()),
            new Row(StreamDecoders.ENTRIES_BY_STREAM, "*2|*2|$1|s|*1|" + ENTRY + "*2|$1|t|*0|", "%2|$1|s|*1|" + ENTRY + "$1|t|*0|", Map.of("s", List.of(READ), "t", List.of())),
            new Row(StreamDecoders.ENTRIES_OF_STREAM, "*-1|", "_|", List.of()),
            new Row(StreamDecoders.ENTRIES_OF_STREAM, "*1|*2|$1|s|*1|" + ENTRY, "%1|$1|s|*1|" + ENTRY, List.of(READ)),
            new Row(StreamDecoders.CLAIMED_OF_STREAM, "*-1|", "_|", List.of()),
            new Row(StreamDecoders.CLAIMED_OF_STREAM, "*1|*2|$1|s|*2|*4|$3|1-1|*2|$1|f|$1|v|:1500|:3|" + ENTRY, "%1|$1|s|*2|*4|$3|1-1|*2|$1|f|$1|v|:1500|:3|" + ENTRY, List.of(new StreamClaimedEntry<>(READ, Duration.ofMillis(1500), 3), new StreamClaimedEntry<>(READ, Duration.ZERO, 0))),
            new Row(StreamDecoders.CLAIMED_BY_STREAM, "*1|*2|$1|s|*1|*4|$3|1-1|*2|$1|f|$1|v|:1500|:3|", "%1|$1|s|*1|*4|$3|1-1|*2|$1|f|$1|v|:1500|:3|", Map.of("s", List.of(new StreamClaimedEntry<>(READ, Duration.ofMillis(1500), 3)))),
            new Row(StreamDecoders.AUTOCLAIMED_ENTRIES, "*3|$3|5-0|*1|" + ENTRY + "*1|$3|2-1|", "*3|$3|5-0|*1|" + ENTRY + "*1|$3|2-1|", new XautoclaimResult<>("5-0", List.of(READ), List.of("2-1"))),
            new Row(StreamDecoders.AUTOCLAIMED_ENTRIES, "*2|$3|0-0|*2|*-1|" + ENTRY, "*2|$3|0-0|*2|_|" + ENTRY, new XautoclaimResult<>("0-0", List.of(READ), List.of())),
            new Row(StreamDecoders.AUTOCLAIMED_IDS, "*3|$3|0-0|*1|$3|1-1|*0|", "*3|$3|0-0|*1|$3|1-1|*0|", new XautoclaimResult<>("0-0", List.of("1-1"), List.of())),
            new Row(StreamDecoders.STREAM_DELETIONS, "*3|:-1|:1|:2|", "*3|:-1|:1|:2|", List.of(StreamDeletion.NOT_FOUND, StreamDeletion.DELETED, StreamDeletion.STILL_REFERENCED)),
            new Row(StreamDecoders.PENDING_SUMMARY, "*4|:0|$-1|$-1|*-1|", "*4|:0|_|_|_|", new StreamPendingSummary(0, null, null, Map.of())),
            new Row(StreamDecoders.PENDING_SUMMARY, "*4|:2|$3|1-1|$3|2-1|*1|*2|$1|c|$1|2|", "*4|:2|$3|1-1|$3|2-1|*1|*2|$1|c|$1|2|", new StreamPendingSummary(2, "1-1", "2-1", Map.of("c", 2L))),
            new Row(StreamDecoders.PENDING_ENTRIES, "*1|*4|$3|1-1|$0||:-1|:1|", "*1|*4|$3|1-1|$0||:-1|:1|", List.of(new StreamPendingEntry("1-1", "", null, 1))),
            new Row(StreamDecoders.PENDING_ENTRIES, "*1|*4|$3|1-1|$1|c|:1500|:3|", "*1|*4|$3|1-1|$1|c|:1500|:3|", List.of(new StreamPendingEntry("1-1", "c", Duration.ofMillis(1500), 3))));
    }

    /** Older servers tell less, and newer ones more. */
    private static Stream<Row> rowsOfInfo() {
        String tree = "$6|length|:1|$15|radix-tree-keys|:2|$16|radix-tree-nodes|:3|$17|last-generated-id|$3|9-1|";
        String newer = "$20|max-deleted-entry-id|$3|5-0|$13|entries-added|:8|$23|recorded-first-entry-id|$3|1-1|$3|new|:1|";
        String ends = "$6|groups|:4|$11|first-entry|" + ENTRY + "$10|last-entry|";
        String consumer = "$4|name|$1|c|$9|seen-time|:7|$11|active-time|:-1|$9|pel-count|:1|$7|pending|*1|*3|$3|1-1|:6|:2|";
        String group = "$4|name|$1|g|$17|last-delivered-id|$3|1-1|$12|entries-read|:1|$3|lag|:0|$9|pel-count|:1|$7|pending|*2|*4|$3|1-1|$1|c|:6|:2|*5|$3|2-1|$-1|:6|:2|:9|$9|consumers|*1|";
        StreamDelivery delivery = new StreamDelivery("1-1", "c", Instant.ofEpochMilli(6), 2);
        StreamFullGroup full = new StreamFullGroup("g", "1-1", 1L, 0L, 1, List.of(delivery, new StreamDelivery("2-1", "", Instant.ofEpochMilli(6), 2)), List.of(new StreamFullConsumer("c", Instant.ofEpochMilli(7), null, 1, List.of(delivery))));
        return Stream.of(
            new Row(StreamDecoders.STREAM_INFO, "*14|" + tree + ends + "$-1|", "%7|" + tree + ends + "_|", new StreamInfo<>(1, 2, 3, "9-1", null, null, null, 4, READ, null)),
            new Row(StreamDecoders.STREAM_INFO, "*22|" + tree + newer + ends + ENTRY, "%11|" + tree + newer + ends + ENTRY, new StreamInfo<>(1, 2, 3, "9-1", "5-0", 8L, "1-1", 4, READ, READ)),
            new Row(StreamDecoders.STREAM_FULL_INFO, "*12|" + tree + "$7|entries|*1|" + ENTRY + "$6|groups|*0|", "%6|" + tree + "$7|entries|*1|" + ENTRY + "$6|groups|*0|", new StreamFullInfo<>(1, 2, 3, "9-1", null, null, null, List.of(READ), List.of())),
            new Row(StreamDecoders.STREAM_FULL_INFO, "*20|" + tree + newer + "$7|entries|*0|$6|groups|*1|*14|" + group + "*10|" + consumer, "%10|" + tree + newer + "$7|entries|*0|$6|groups|*1|%7|" + group + "%5|" + consumer, new StreamFullInfo<>(1, 2, 3, "9-1", "5-0", 8L, "1-1", List.of(), List.of(full))),
            new Row(StreamDecoders.STREAM_GROUPS, "*1|*12|$4|name|$1|g|$9|consumers|:1|$7|pending|:2|$17|last-delivered-id|$3|1-1|$12|entries-read|$-1|$3|lag|:7|", "*1|%6|$4|name|$1|g|$9|consumers|:1|$7|pending|:2|$17|last-delivered-id|$3|1-1|$12|entries-read|_|$3|lag|:7|", List.of(new StreamGroup("g", 1, 2, "1-1", null, 7L))),
            new Row(StreamDecoders.STREAM_CONSUMERS, "*1|*6|$4|name|$1|c|$7|pending|:2|$4|idle|:9|", "*1|%3|$4|name|$1|c|$7|pending|:2|$4|idle|:9|", List.of(new StreamConsumer("c", 2, Duration.ofMillis(9), null))),
            new Row(StreamDecoders.STREAM_CONSUMERS, "*1|*8|$4|name|$1|c|$7|pending|:2|$4|idle|:9|$8|inactive|:-1|", "*1|%4|$4|name|$1|c|$7|pending|:2|$4|idle|:9|$8|inactive|:-1|", List.of(new StreamConsumer("c", 2, Duration.ofMillis(9), null))));
    }
    // spotless:on

    static Stream<Row> allRows() {
        return Stream.concat(rows(), rowsOfInfo());
    }

    @ParameterizedTest
    @MethodSource("allRows")
    void readsTheSameFromBothProtocols(Row row) {
        assertThat(row.decoder.read(Frames.frame(row.resp2))).isEqualTo(row.expected);
        assertThat(row.decoder.read(Frames.frame(row.resp3))).isEqualTo(row.expected);
    }

    /** What is read in two steps, as bytes and then as a type, must be what is read as text in one. */
    @ParameterizedTest
    @MethodSource("allRows")
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
    void everyDecoderHasARow() throws IllegalAccessException {
        for (Field field : StreamDecoders.class.getFields()) {
            Object decoder = field.get(null);
            assertThat(allRows()).as(field.getName()).anyMatch(row -> row.decoder == decoder);
        }
    }

    @Test
    void tellsWhichEntriesWereDeleted() {
        assertThat(READ.isDeleted()).isFalse();
        assertThat(DELETED.isDeleted()).isTrue();
    }

    @Test
    void refusesWhatIsNoReplyOfTheCommand() {
        assertThatThrownBy(() -> StreamDecoders.STREAM_DELETIONS.read(Frames.frame("*1|:7|")))
                .isInstanceOf(CarmineProtocolException.class)
                .hasMessage("expected -1, 1 or 2 but the reply has 7");
        assertThatThrownBy(() -> StreamDecoders.CLAIMED_OF_STREAM.read(Frames.frame("%1|$1|s|*1|*1|$1|e|")))
                .isInstanceOf(CarmineProtocolException.class);
        assertThatThrownBy(() -> StreamDecoders.AUTOCLAIMED_IDS.read(Frames.frame("*1|$1|e|")))
                .isInstanceOf(CarmineProtocolException.class);
        assertThatThrownBy(() -> StreamDecoders.STREAM_INFO.read(Frames.frame("_|")))
                .isInstanceOf(CarmineProtocolException.class);
    }
}
