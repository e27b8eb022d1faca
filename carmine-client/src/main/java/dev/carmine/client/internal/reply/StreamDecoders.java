package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.command.StreamClaimedEntry;
import dev.carmine.client.command.StreamConsumer;
import dev.carmine.client.command.StreamDeletion;
import dev.carmine.client.command.StreamEntry;
import dev.carmine.client.command.StreamFullInfo;
import dev.carmine.client.command.StreamGroup;
import dev.carmine.client.command.StreamInfo;
import dev.carmine.client.command.StreamPendingEntry;
import dev.carmine.client.command.StreamPendingSummary;
import dev.carmine.client.command.XautoclaimResult;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.protocol.RespReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoders of the replies of commands on streams. */
public final class StreamDecoders {
    /** Entries. */
    public static final ReplyDecoder<List<StreamEntry<String>>> STREAM_ENTRIES = stored(StreamShapes.ENTRIES);

    /** Streams with their entries; empty for nil. */
    public static final ReplyDecoder<Map<String, List<StreamEntry<String>>>> ENTRIES_BY_STREAM =
            stored(StreamShapes.byStream(StreamShapes.ENTRY));

    /** The entries of the only stream; empty for nil. */
    public static final ReplyDecoder<List<StreamEntry<String>>> ENTRIES_OF_STREAM =
            stored(StreamShapes.ofStream(StreamShapes.ENTRY));

    /** The entries of the only stream with what is known of their delivery; empty for nil. */
    public static final ReplyDecoder<List<StreamClaimedEntry<String>>> CLAIMED_OF_STREAM =
            stored(StreamShapes.ofStream(StreamShapes.CLAIMED));

    /** Streams with their entries and what is known of their delivery; empty for nil. */
    public static final ReplyDecoder<Map<String, List<StreamClaimedEntry<String>>>> CLAIMED_BY_STREAM =
            stored(StreamShapes.byStream(StreamShapes.CLAIMED));

    /** A step of claiming entries. */
    public static final ReplyDecoder<XautoclaimResult<StreamEntry<String>>> AUTOCLAIMED_ENTRIES =
            stored(StreamShapes.autoclaimed(StreamShapes.ENTRIES));

    /** A step of claiming entries, of which their ids are given. */
    public static final ReplyDecoder<XautoclaimResult<String>> AUTOCLAIMED_IDS =
            new BuiltInDecoder<>(in -> Unchecked.cast(
                    StreamShapes.autoclaimed(Shape.VALUE.list()).reading().read(in, Values::text)));

    /** What is known of a stream. */
    public static final ReplyDecoder<StreamInfo<String>> STREAM_INFO = stored(StreamInfoShapes.INFO);

    /** All that is known of a stream. */
    public static final ReplyDecoder<StreamFullInfo<String>> STREAM_FULL_INFO = stored(StreamInfoShapes.FULL_INFO);

    /** What is known of each group. */
    public static final ReplyDecoder<List<StreamGroup>> STREAM_GROUPS =
            new BuiltInDecoder<>(in -> Values.list(in, StreamInfoShapes::group));

    /** What is known of each consumer. */
    public static final ReplyDecoder<List<StreamConsumer>> STREAM_CONSUMERS =
            new BuiltInDecoder<>(in -> Values.list(in, StreamInfoShapes::consumer));

    /** How much is pending. */
    public static final ReplyDecoder<StreamPendingSummary> PENDING_SUMMARY =
            new BuiltInDecoder<>(StreamDecoders::pendingSummary);

    /** What is pending. */
    public static final ReplyDecoder<List<StreamPendingEntry>> PENDING_ENTRIES =
            new BuiltInDecoder<>(in -> Values.list(in, StreamDecoders::pendingEntry));

    /** What became of each id. */
    public static final ReplyDecoder<List<StreamDeletion>> STREAM_DELETIONS =
            new BuiltInDecoder<>(in -> Values.list(in, StreamDecoders::deletion));

    private StreamDecoders() {}

    /** Of a shape with text for its values. */
    private static <T> ReplyDecoder<T> stored(Shape<?> shape) {
        return new StoredDecoder<>(in -> Unchecked.cast(shape.reading().read(in, Values::text)), shape);
    }

    private static StreamPendingSummary pendingSummary(RespReader in) {
        Values.expectArray(in, 4);
        long count = in.readLong();
        String lowest = in.readText();
        String highest = in.readText();
        return new StreamPendingSummary(count, lowest, highest, consumers(in));
    }

    /** Pairs of a name and a number as text, or nil. */
    private static Map<String, Long> consumers(RespReader in) {
        Map<String, Long> consumers = new LinkedHashMap<>();
        @Nullable List<Map.Entry<String, Long>> read = Values.orNull(
                in,
                some -> Values.pairs(some, pair -> Map.entry(Values.text(pair), Long.parseLong(Values.text(pair)))));
        if (read != null) {
            read.forEach(consumer -> consumers.put(consumer.getKey(), consumer.getValue()));
        }
        return consumers;
    }

    private static StreamPendingEntry pendingEntry(RespReader in) {
        Values.expectArray(in, 4);
        String id = Values.text(in);
        String consumer = Values.text(in);
        long idle = in.readLong();
        return new StreamPendingEntry(id, consumer, idle < 0 ? null : Duration.ofMillis(idle), in.readLong());
    }

    private static StreamDeletion deletion(RespReader in) {
        long answer = in.readLong();
        if (answer == -1) {
            return StreamDeletion.NOT_FOUND;
        }
        if (answer == 1) {
            return StreamDeletion.DELETED;
        }
        if (answer == 2) {
            return StreamDeletion.STILL_REFERENCED;
        }
        throw new CarmineProtocolException("expected -1, 1 or 2 but the reply has " + answer, -1, null);
    }
}
