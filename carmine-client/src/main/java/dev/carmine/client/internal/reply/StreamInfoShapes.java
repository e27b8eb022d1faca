package dev.carmine.client.internal.reply;

import dev.carmine.client.command.StreamConsumer;
import dev.carmine.client.command.StreamDelivery;
import dev.carmine.client.command.StreamEntry;
import dev.carmine.client.command.StreamFullConsumer;
import dev.carmine.client.command.StreamFullGroup;
import dev.carmine.client.command.StreamFullInfo;
import dev.carmine.client.command.StreamGroup;
import dev.carmine.client.command.StreamInfo;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.protocol.RespReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the replies of {@code XINFO} become records. */
final class StreamInfoShapes {
    /** A stream with its first and its last entry. */
    static final Shape<StreamInfo<Object>> INFO = new Shape<>(
            (in, value) -> info(fields(
                    in,
                    Set.of("first-entry", "last-entry"),
                    StreamShapes.ENTRY.nullable().reading(),
                    value)),
            (read, function) -> new StreamInfo<>(
                    read.length(),
                    read.radixTreeKeys(),
                    read.radixTreeNodes(),
                    read.lastGeneratedId(),
                    read.maxDeletedEntryId(),
                    read.entriesAdded(),
                    read.recordedFirstEntryId(),
                    read.groups(),
                    mapped(read.firstEntry(), function),
                    mapped(read.lastEntry(), function)));

    /** A stream with its entries and groups. */
    static final Shape<StreamFullInfo<Object>> FULL_INFO = new Shape<>(
            (in, value) -> fullInfo(fields(in, Set.of("entries"), StreamShapes.ENTRIES.reading(), value)),
            (read, function) -> new StreamFullInfo<>(
                    read.length(),
                    read.radixTreeKeys(),
                    read.radixTreeNodes(),
                    read.lastGeneratedId(),
                    read.maxDeletedEntryId(),
                    read.entriesAdded(),
                    read.recordedFirstEntryId(),
                    StreamShapes.ENTRIES.mapping().map(read.entries(), function),
                    read.groups()));

    private StreamInfoShapes() {}

    /** Names with their values, those of some names read in a way of their own. */
    private static Fields fields(
            RespReader in, Set<String> names, Shape.Reading<?> reading, Function<RespReader, Object> value) {
        int size = in.readMapSize();
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            String name = Values.text(in);
            read.put(name, names.contains(name) ? reading.read(in, value) : Values.anything(in));
        }
        return Fields.of(read);
    }

    private static @Nullable StreamEntry<Object> mapped(
            @Nullable StreamEntry<Object> read, Function<Object, Object> function) {
        return read == null ? null : StreamShapes.ENTRY.mapping().map(read, function);
    }

    private static StreamInfo<Object> info(Fields fields) {
        return new StreamInfo<>(
                fields.integer("length"),
                fields.integer("radix-tree-keys"),
                fields.integer("radix-tree-nodes"),
                fields.text("last-generated-id"),
                fields.optionalText("max-deleted-entry-id"),
                fields.optionalInteger("entries-added"),
                fields.optionalText("recorded-first-entry-id"),
                fields.integer("groups"),
                Unchecked.<@Nullable StreamEntry<Object>>cast(fields.all().get("first-entry")),
                Unchecked.<@Nullable StreamEntry<Object>>cast(fields.all().get("last-entry")));
    }

    private static StreamFullInfo<Object> fullInfo(Fields fields) {
        return new StreamFullInfo<>(
                fields.integer("length"),
                fields.integer("radix-tree-keys"),
                fields.integer("radix-tree-nodes"),
                fields.text("last-generated-id"),
                fields.optionalText("max-deleted-entry-id"),
                fields.optionalInteger("entries-added"),
                fields.optionalText("recorded-first-entry-id"),
                Unchecked.<List<StreamEntry<Object>>>cast(fields.all().get("entries")),
                fields.list("groups", group -> fullGroup(Fields.of(group))));
    }

    private static StreamFullGroup fullGroup(Fields fields) {
        return new StreamFullGroup(
                fields.text("name"),
                fields.text("last-delivered-id"),
                fields.optionalInteger("entries-read"),
                fields.optionalInteger("lag"),
                fields.integer("pel-count"),
                fields.list("pending", StreamInfoShapes::deliveryOfGroup),
                fields.list("consumers", consumer -> fullConsumer(Fields.of(consumer))));
    }

    private static StreamFullConsumer fullConsumer(Fields fields) {
        String name = fields.text("name");
        long activeTime = fields.integerOr("active-time", -1);
        return new StreamFullConsumer(
                name,
                Instant.ofEpochMilli(fields.integer("seen-time")),
                activeTime < 0 ? null : Instant.ofEpochMilli(activeTime),
                fields.integer("pel-count"),
                fields.list("pending", pending -> deliveryOfConsumer(name, pending)));
    }

    /** Id, consumer or nil, time, deliveries. */
    private static StreamDelivery deliveryOfGroup(@Nullable Object read) {
        Elements delivery = Elements.of(read);
        String consumer = delivery.optionalText(1);
        return new StreamDelivery(
                delivery.text(0),
                consumer == null ? "" : consumer,
                Instant.ofEpochMilli(delivery.integer(2)),
                delivery.integer(3));
    }

    /** Id, time, deliveries. */
    private static StreamDelivery deliveryOfConsumer(String consumer, @Nullable Object read) {
        Elements delivery = Elements.of(read);
        return new StreamDelivery(
                delivery.text(0), consumer, Instant.ofEpochMilli(delivery.integer(1)), delivery.integer(2));
    }

    static StreamGroup group(RespReader in) {
        Fields fields = Fields.read(in);
        return new StreamGroup(
                fields.text("name"),
                fields.integer("consumers"),
                fields.integer("pending"),
                fields.text("last-delivered-id"),
                fields.optionalInteger("entries-read"),
                fields.optionalInteger("lag"));
    }

    static StreamConsumer consumer(RespReader in) {
        Fields fields = Fields.read(in);
        long inactive = fields.integerOr("inactive", -1);
        return new StreamConsumer(
                fields.text("name"),
                fields.integer("pending"),
                Duration.ofMillis(fields.integer("idle")),
                inactive < 0 ? null : Duration.ofMillis(inactive));
    }
}
