package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.command.StreamClaimedEntry;
import dev.carmine.client.command.StreamEntry;
import dev.carmine.client.command.XautoclaimResult;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.protocol.RespReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** How the stored values of streams stand in replies. */
final class StreamShapes {
    /** An id and its fields, nil if the entry was deleted while it was pending. */
    static final Shape<StreamEntry<Object>> ENTRY = new Shape<>(
            (in, value) -> {
                Values.expectArray(in, 2);
                return entry(in, value);
            },
            StreamShapes::mapped);

    /** An entry with two integers behind it, which a new one need not have. */
    static final Shape<StreamClaimedEntry<Object>> CLAIMED = new Shape<>(
            StreamShapes::claimed,
            (read, function) ->
                    new StreamClaimedEntry<>(mapped(read.entry(), function), read.idle(), read.deliveries()));

    /** Entries; servers before 7.0 answer nil for claimed ones that were deleted, which are left out. */
    static final Shape<List<StreamEntry<Object>>> ENTRIES = withoutNil(ENTRY);

    private StreamShapes() {}

    private static StreamEntry<Object> entry(RespReader in, Function<RespReader, Object> value) {
        String id = Values.text(in);
        Map<String, Object> fields =
                Values.orNull(in, some -> Shape.MAP.reading().read(some, value));
        return new StreamEntry<>(id, fields == null ? new LinkedHashMap<>() : fields);
    }

    private static StreamEntry<Object> mapped(StreamEntry<Object> read, Function<Object, Object> function) {
        return new StreamEntry<>(read.id(), Shape.MAP.mapping().map(read.fields(), function));
    }

    private static StreamClaimedEntry<Object> claimed(RespReader in, Function<RespReader, Object> value) {
        int size = in.readArraySize();
        if (size != 2 && size != 4) {
            throw new CarmineProtocolException(
                    "expected an entry of 2 or 4 elements but the reply has " + size, -1, null);
        }
        StreamEntry<Object> entry = entry(in, value);
        return size == 2
                ? new StreamClaimedEntry<>(entry, Duration.ZERO, 0)
                : new StreamClaimedEntry<>(entry, Duration.ofMillis(in.readLong()), in.readLong());
    }

    private static <T> Shape<List<T>> withoutNil(Shape<T> element) {
        Shape<List<T>> list = Unchecked.cast(element.nullable().list());
        return new Shape<>(
                (in, value) -> {
                    List<T> read = list.reading().read(in, value);
                    read.removeIf(Objects::isNull);
                    return read;
                },
                list.mapping());
    }

    /** Streams with what was read of them: arrays of two in RESP2, a map in RESP3, nil if there is nothing. */
    static <T> Shape<Map<String, List<T>>> byStream(Shape<T> entry) {
        Shape<List<T>> entries = entry.list();
        return new Shape<>(
                (in, value) -> {
                    Map<String, List<T>> streams = new LinkedHashMap<>();
                    List<Map.Entry<String, List<T>>> read = Values.orNull(
                            in,
                            some -> Values.pairs(
                                    some,
                                    pair -> Map.entry(
                                            Values.text(pair), entries.reading().read(pair, value))));
                    if (read != null) {
                        read.forEach(stream -> streams.put(stream.getKey(), stream.getValue()));
                    }
                    return streams;
                },
                (read, function) -> {
                    Counting<List<T>> lists =
                            new Counting<>("stream", list -> entries.mapping().map(list, function));
                    read.replaceAll((stream, list) -> lists.apply(list));
                    return read;
                });
    }

    /** The same where one stream was asked for. */
    static <T> Shape<List<T>> ofStream(Shape<T> entry) {
        Shape<Map<String, List<T>>> streams = byStream(entry);
        return new Shape<>(
                (in, value) -> {
                    List<T> entries = new ArrayList<>();
                    streams.reading().read(in, value).values().forEach(entries::addAll);
                    return entries;
                },
                entry.list().mapping());
    }

    /** A step of claiming, of which this is the list of what was claimed. */
    static <T> Shape<XautoclaimResult<T>> autoclaimed(Shape<List<T>> claimed) {
        return new Shape<>(
                (in, value) -> {
                    int size = in.readArraySize();
                    if (size != 2 && size != 3) {
                        throw new CarmineProtocolException(
                                "expected an array of 2 or 3 but the reply has one of " + size, -1, null);
                    }
                    return new XautoclaimResult<>(
                            Values.text(in),
                            claimed.reading().read(in, value),
                            size == 2 ? List.of() : Values.list(in, Values::text));
                },
                (read, function) -> new XautoclaimResult<>(
                        read.cursor(), claimed.mapping().map(read.claimed(), function), read.deleted()));
    }
}
