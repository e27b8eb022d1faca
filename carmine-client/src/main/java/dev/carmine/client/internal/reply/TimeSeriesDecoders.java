package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.command.TsAdded;
import dev.carmine.client.command.TsInfo;
import dev.carmine.client.command.TsLatest;
import dev.carmine.client.command.TsRule;
import dev.carmine.client.command.TsSample;
import dev.carmine.client.command.TsSeries;
import dev.carmine.protocol.RespReader;
import dev.carmine.protocol.RespType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The decoders of replies about time series. */
public final class TimeSeriesDecoders {
    /** Milliseconds since 1970. */
    public static final ReplyDecoder<Instant> EPOCH_MILLIS = new BuiltInDecoder<>(TimeSeriesDecoders::time);

    /** A sample; null for an empty array. */
    public static final ReplyDecoder<@Nullable TsSample> NULLABLE_SAMPLE =
            new BuiltInDecoder<>(TimeSeriesDecoders::nullableSample);

    /** Samples. */
    public static final ReplyDecoder<List<TsSample>> SAMPLES = new BuiltInDecoder<>(TimeSeriesDecoders::samples);

    /** Times, or the errors of samples that were refused. */
    public static final ReplyDecoder<List<TsAdded>> ADDED_SAMPLES =
            new BuiltInDecoder<>(in -> Values.list(in, TimeSeriesDecoders::added));

    /** Series with their labels and latest samples. */
    public static final ReplyDecoder<List<TsLatest>> LATEST_SAMPLES =
            new BuiltInDecoder<>(in -> keyed(in, TimeSeriesDecoders::latest));

    /** Series with their labels and samples. */
    public static final ReplyDecoder<List<TsSeries>> SERIES =
            new BuiltInDecoder<>(in -> keyed(in, TimeSeriesDecoders::series));

    /** What {@code TS.INFO} tells. */
    public static final ReplyDecoder<TsInfo> TS_INFO_FIELDS =
            new BuiltInDecoder<>(in -> TimeSeriesDecoders.info(Fields.read(in)));

    /** What the server adds to the labels of groups in RESP2 alone. */
    private static final List<String> NOT_LABELS = List.of("__reducer__", "__source__");

    private TimeSeriesDecoders() {}

    private static Instant time(RespReader in) {
        return Instant.ofEpochMilli(in.readLong());
    }

    private static @Nullable TsSample nullableSample(RespReader in) {
        int size = in.readArraySize();
        return size <= 0 ? null : sample(in, size);
    }

    private static List<TsSample> samples(RespReader in) {
        return Values.list(in, element -> sample(element, element.readArraySize()));
    }

    private static TsSample sample(RespReader in, int size) {
        if (size != 2) {
            throw new CarmineProtocolException("expected a time and a value but the reply has " + size, -1, null);
        }
        return new TsSample(time(in), value(in));
    }

    /** In RESP2 it is text, such as {@code NaN}, which the protocol itself spells in small letters. */
    private static double value(RespReader in) {
        return in.type() == RespType.DOUBLE ? in.readDouble() : Fields.numberOf(in.readText());
    }

    private static TsAdded added(RespReader in) {
        return in.isError() ? new TsAdded(null, in.readError().message()) : new TsAdded(time(in), null);
    }

    /** An array of arrays that begin with a key in RESP2; in RESP3 a map from keys to arrays of the rest, or more. */
    private static <T> List<T> keyed(RespReader in, Element<T> element) {
        boolean isMap = in.type() == RespType.MAP;
        int size = isMap ? in.readMapSize() : in.readArraySize();
        List<T> list = new ArrayList<>(Math.max(size, 0));
        for (int i = 0; i < size; i++) {
            int rest = isMap ? -1 : in.readArraySize() - 1;
            String key = Values.text(in);
            list.add(element.read(in, key, isMap ? in.readArraySize() : rest));
        }
        return list;
    }

    private static TsLatest latest(RespReader in, String key, int size) {
        Map<String, @Nullable String> labels = labels(in);
        skip(in, size - 2);
        return new TsLatest(key, labels, nullableSample(in));
    }

    /** In RESP3 there is something about aggregators, or reducers and sources, between labels and samples. */
    private static TsSeries series(RespReader in, String key, int size) {
        Map<String, @Nullable String> labels = labels(in);
        skip(in, size - 2);
        return new TsSeries(key, labels, samples(in));
    }

    private static void skip(RespReader in, int values) {
        for (int i = 0; i < values; i++) {
            in.skip();
        }
    }

    /** A map, or an array of arrays of two. */
    private static Map<String, @Nullable String> labels(RespReader in) {
        boolean isMap = in.type() == RespType.MAP;
        int size = isMap ? in.readMapSize() : in.readArraySize();
        Map<String, @Nullable String> labels = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            if (!isMap) {
                Values.expectArray(in, 2);
            }
            String name = Values.text(in);
            labels.put(name, in.readText());
        }
        NOT_LABELS.forEach(labels::remove);
        return labels;
    }

    private static TsInfo info(Fields fields) {
        Long timeDifference = fields.optionalInteger("ignoreMaxTimeDiff");
        return new TsInfo(
                fields.integer("totalSamples"),
                fields.integer("memoryUsage"),
                Instant.ofEpochMilli(fields.integer("firstTimestamp")),
                Instant.ofEpochMilli(fields.integer("lastTimestamp")),
                Duration.ofMillis(fields.integer("retentionTime")),
                fields.integer("chunkCount"),
                fields.integer("chunkSize"),
                fields.optionalText("chunkType"),
                fields.optionalText("duplicatePolicy"),
                named(fields.all().get("labels"), (name, rest) -> Fields.textOf(rest.get(0))),
                fields.optionalText("sourceKey"),
                new ArrayList<>(named(fields.all().get("rules"), TimeSeriesDecoders::rule)
                        .values()),
                timeDifference == null ? null : Duration.ofMillis(timeDifference),
                fields.optionalNumber("ignoreMaxValDiff"));
    }

    /** What has a name: entries of a map in RESP3, arrays that begin with the name in RESP2. Null for nothing. */
    private static <T extends @Nullable Object> Map<String, T> named(
            @Nullable Object read, BiFunction<String, List<?>, T> made) {
        Map<String, T> all = new LinkedHashMap<>();
        if (read instanceof Map<?, ?> map) {
            map.forEach((name, rest) -> {
                String text = String.valueOf(name);
                all.put(text, made.apply(text, rest instanceof List<?> list ? list : Collections.singletonList(rest)));
            });
        } else if (read instanceof List<?> list) {
            for (Object element : list) {
                List<?> parts = (List<?>) element;
                String text = String.valueOf(parts.get(0));
                all.put(text, made.apply(text, parts.subList(1, parts.size())));
            }
        }
        return all;
    }

    private static TsRule rule(String destination, List<?> rest) {
        return new TsRule(
                destination,
                Duration.ofMillis(Fields.integerOf(rest.get(0))),
                String.valueOf(rest.get(1)),
                rest.size() < 3 ? null : Instant.ofEpochMilli(Fields.integerOf(rest.get(2))));
    }

    /** Reads one of several series, of whose array so many elements are left. */
    private interface Element<T> {
        T read(RespReader in, String key, int left);
    }
}
