package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.BloomFilterInfo;
import dev.carmine.client.command.CountMinSketchInfo;
import dev.carmine.client.command.CuckooFilterInfo;
import dev.carmine.client.command.CuckooInsertion;
import dev.carmine.client.command.FilterChunk;
import dev.carmine.client.command.TDigestInfo;
import dev.carmine.client.command.TopKInfo;
import dev.carmine.protocol.RespError;
import dev.carmine.protocol.RespReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decoders of replies about filters and sketches. */
public final class ProbabilisticDecoders {
    /** Whether items were added as new. The list ends early, with an error, at one that found a Bloom filter full. */
    public static final ReplyDecoder<List<Boolean>> ADDED_ITEMS = new BuiltInDecoder<>(
                    in -> Values.list(in, ProbabilisticDecoders::boolOrError))
            .map(ProbabilisticDecoders::withoutError);

    /** Whether there was room for items in a cuckoo filter: true or 1, false or -1. */
    public static final ReplyDecoder<List<Boolean>> STORED_ITEMS =
            new BuiltInDecoder<>(in -> Values.list(in, element -> element.readLong() > 0));

    /** What has become of items. */
    public static final ReplyDecoder<List<CuckooInsertion>> CUCKOO_INSERTIONS =
            new BuiltInDecoder<>(in -> Values.list(in, ProbabilisticDecoders::insertion));

    /** A part of a filter; the last has no bytes, or nil for them. */
    public static final ReplyDecoder<FilterChunk> FILTER_CHUNK = new BuiltInDecoder<>(ProbabilisticDecoders::chunk);

    /** Floating-point numbers. */
    public static final ReplyDecoder<List<Double>> DOUBLES =
            new BuiltInDecoder<>(in -> Values.list(in, Values::number));

    /** Texts, each of which may be null. */
    public static final ReplyDecoder<List<@Nullable String>> OPTIONAL_TEXTS =
            new BuiltInDecoder<>(in -> Values.list(in, RespReader::readText));

    /** The items of a list; some servers fill it up with nil. */
    public static final ReplyDecoder<List<String>> TOP_ITEMS = new BuiltInDecoder<>(ProbabilisticDecoders::topItems);

    /** The items of a list with their counts; some servers fill it up with nil. */
    public static final ReplyDecoder<List<Map.Entry<String, Long>>> TOP_ITEMS_WITH_COUNT =
            new BuiltInDecoder<>(in -> Values.pairs(in, ProbabilisticDecoders::countedItem).stream()
                    .flatMap(Optional::stream)
                    .toList());

    /** What {@code BF.INFO} tells. */
    public static final ReplyDecoder<BloomFilterInfo> BLOOM_FILTER_INFO = info(fields -> new BloomFilterInfo(
            fields.integer("Capacity"),
            fields.integer("Size"),
            fields.integer("Number of filters"),
            fields.integer("Number of items inserted"),
            fields.optionalInteger("Expansion rate")));

    /** What {@code CF.INFO} tells. */
    public static final ReplyDecoder<CuckooFilterInfo> CUCKOO_FILTER_INFO = info(fields -> new CuckooFilterInfo(
            fields.integer("Size"),
            fields.integer("Number of buckets"),
            fields.integer("Number of filters"),
            fields.integer("Number of items inserted"),
            fields.integer("Number of items deleted"),
            fields.integer("Bucket size"),
            fields.integer("Expansion rate"),
            fields.integer("Max iterations")));

    /** What {@code CMS.INFO} tells. */
    public static final ReplyDecoder<CountMinSketchInfo> COUNT_MIN_SKETCH_INFO = info(fields ->
            new CountMinSketchInfo(fields.integer("width"), fields.integer("depth"), fields.integer("count")));

    /** What {@code TOPK.INFO} tells. */
    public static final ReplyDecoder<TopKInfo> TOP_K_INFO = info(fields -> new TopKInfo(
            fields.integer("k"), fields.integer("width"), fields.integer("depth"), fields.number("decay")));

    /** What {@code TDIGEST.INFO} tells. */
    public static final ReplyDecoder<TDigestInfo> T_DIGEST_INFO = info(fields -> new TDigestInfo(
            fields.integer("Compression"),
            fields.integer("Capacity"),
            fields.integer("Merged nodes"),
            fields.integer("Unmerged nodes"),
            fields.integer("Merged weight"),
            fields.integer("Unmerged weight"),
            fields.optionalInteger("Observations"),
            fields.integer("Total compressions"),
            fields.optionalInteger("Memory usage")));

    private ProbabilisticDecoders() {}

    /**
     * A count for each item.
     *
     * @param items the items in the order in which they are sent
     * @return a decoder of a list as long
     */
    public static ReplyDecoder<Map<String, Long>> countsOf(Collection<String> items) {
        return new BuiltInDecoder<>(in -> byItem(items, Values.list(in, Values::integer)));
    }

    /**
     * For each item the one that it has driven from a list, or null.
     *
     * @param items the items in the order in which they are sent
     * @return a decoder of a list as long
     */
    public static ReplyDecoder<Map<String, @Nullable String>> drivenOutBy(Collection<String> items) {
        return new BuiltInDecoder<>(in -> byItem(items, Values.list(in, RespReader::readText)));
    }

    private static <T extends @Nullable Object> Map<String, T> byItem(Collection<String> items, List<T> results) {
        Lists.sized(results, items.size());
        Map<String, T> byItem = new LinkedHashMap<>();
        Iterator<T> next = results.iterator();
        items.forEach(item -> byItem.put(item, next.next()));
        return byItem;
    }

    private static <T> ReplyDecoder<T> info(Function<Fields, T> made) {
        return new BuiltInDecoder<>(in -> made.apply(Fields.read(in)));
    }

    private static Object boolOrError(RespReader in) {
        return in.isError() ? in.readError() : in.readBoolean();
    }

    private static List<Boolean> withoutError(List<Object> read) {
        List<Boolean> added = new ArrayList<>(read.size());
        for (Object element : read) {
            if (element instanceof RespError error) {
                throw new CarmineServerException(error.code(), error.message());
            }
            added.add((Boolean) element);
        }
        return added;
    }

    private static CuckooInsertion insertion(RespReader in) {
        long number = in.readLong();
        return number > 0 ? CuckooInsertion.ADDED : number == 0 ? CuckooInsertion.PRESENT : CuckooInsertion.FULL;
    }

    private static FilterChunk chunk(RespReader in) {
        Values.expectArray(in, 2);
        long iterator = in.readLong();
        byte[] data = in.readBytes();
        return new FilterChunk(iterator, data == null ? new byte[0] : data);
    }

    private static Optional<Map.Entry<String, Long>> countedItem(RespReader in) {
        String item = in.readText();
        Long count = Values.orNull(in, Values::integer);
        return item == null || count == null ? Optional.empty() : Optional.of(Map.entry(item, count));
    }

    private static List<String> topItems(RespReader in) {
        List<String> items = new ArrayList<>();
        for (String item : Values.list(in, RespReader::readText)) {
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }
}
