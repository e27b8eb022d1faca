package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.command.CommandlogEntry;
import dev.carmine.client.command.Info;
import dev.carmine.client.command.LatencyEvent;
import dev.carmine.client.command.LatencyHistogram;
import dev.carmine.client.command.LatencySample;
import dev.carmine.client.command.MemoryStats;
import dev.carmine.client.command.SlowlogEntry;
import dev.carmine.protocol.RespReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The decoders of what the server tells about its work: facts, logs, latency and memory. */
public final class ServerDecoders {
    /** Lines {@code name:value} below headings. */
    public static final ReplyDecoder<Info> INFO_SECTIONS = new BuiltInDecoder<>(in -> info(Values.text(in)));

    /** The entries of {@code SLOWLOG}. */
    public static final ReplyDecoder<List<SlowlogEntry>> SLOWLOG_ENTRIES = listOf(ServerDecoders::slowlogEntry);

    /** The entries of {@code COMMANDLOG}. */
    public static final ReplyDecoder<List<CommandlogEntry>> COMMANDLOG_ENTRIES =
            listOf(ServerDecoders::commandlogEntry);

    /** The events of {@code LATENCY LATEST}. */
    public static final ReplyDecoder<List<LatencyEvent>> LATENCY_EVENTS = listOf(ServerDecoders::latencyEvent);

    /** Times with their latencies. */
    public static final ReplyDecoder<List<LatencySample>> LATENCY_SAMPLES = listOf(sample ->
            new LatencySample(Instant.ofEpochSecond(sample.integer(0)), Duration.ofMillis(sample.integer(1))));

    /** Histograms by the names of commands. */
    public static final ReplyDecoder<Map<String, LatencyHistogram>> LATENCY_HISTOGRAMS =
            new BuiltInDecoder<>(ServerDecoders::histograms);

    /** The names and numbers of {@code MEMORY STATS}. */
    public static final ReplyDecoder<MemoryStats> MEMORY_STATISTICS =
            new BuiltInDecoder<>(in -> memoryStats(Fields.read(in)));

    private static final Pattern DATABASE = Pattern.compile("db\\.(\\d{1,9})");

    private ServerDecoders() {}

    private static <T> ReplyDecoder<List<T>> listOf(Function<Elements, T> element) {
        return new BuiltInDecoder<>(in -> Fields.listOf(Values.anything(in), read -> element.apply(Elements.of(read))));
    }

    static Info info(String text) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        String section = "";
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (line.startsWith("#")) {
                section = line.substring(1).strip().toLowerCase(Locale.ROOT);
            } else if (colon >= 0) {
                sections.computeIfAbsent(section, name -> new LinkedHashMap<>())
                        .put(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        return new Info(sections);
    }

    private static SlowlogEntry slowlogEntry(Elements entry) {
        return new SlowlogEntry(
                entry.integer(0),
                Instant.ofEpochSecond(entry.integer(1)),
                micros(entry.integer(2)),
                entry.texts(3),
                entry.text(4),
                entry.text(5));
    }

    private static CommandlogEntry commandlogEntry(Elements entry) {
        return new CommandlogEntry(
                entry.integer(0),
                Instant.ofEpochSecond(entry.integer(1)),
                entry.integer(2),
                entry.texts(3),
                entry.text(4),
                entry.text(5));
    }

    private static LatencyEvent latencyEvent(Elements event) {
        Long total = event.optionalInteger(4);
        return new LatencyEvent(
                event.text(0),
                Instant.ofEpochSecond(event.integer(1)),
                Duration.ofMillis(event.integer(2)),
                Duration.ofMillis(event.integer(3)),
                total == null ? null : Duration.ofMillis(total),
                event.optionalInteger(5));
    }

    private static Map<String, LatencyHistogram> histograms(RespReader in) {
        Map<String, LatencyHistogram> histograms = new LinkedHashMap<>();
        Fields.read(in).all().forEach((command, histogram) -> histograms.put(command, histogram(Fields.of(histogram))));
        return histograms;
    }

    private static LatencyHistogram histogram(Fields histogram) {
        Map<Duration, Long> within = new LinkedHashMap<>();
        histogram
                .fields("histogram_usec")
                .all()
                .forEach((micros, calls) -> within.put(micros(Fields.integerOf(micros)), Fields.integerOf(calls)));
        return new LatencyHistogram(histogram.integer("calls"), within);
    }

    private static MemoryStats memoryStats(Fields stats) {
        Map<Integer, MemoryStats.Database> databases = new LinkedHashMap<>();
        Map<String, Number> numbers = new LinkedHashMap<>();
        stats.all().forEach((name, value) -> {
            Matcher database = DATABASE.matcher(name);
            Number number = numberOrNull(value);
            if (number != null) {
                numbers.put(name, number);
            } else if (value != null && database.matches()) {
                databases.put(Integer.valueOf(database.group(1)), database(Fields.of(value)));
            }
        });
        return new MemoryStats(
                stats.integer("peak.allocated"),
                stats.integer("total.allocated"),
                stats.integer("startup.allocated"),
                stats.integer("replication.backlog"),
                stats.integer("clients.slaves"),
                stats.integer("clients.normal"),
                stats.integer("aof.buffer"),
                stats.integer("overhead.total"),
                stats.integer("keys.count"),
                stats.integer("keys.bytes-per-key"),
                stats.integer("dataset.bytes"),
                stats.number("dataset.percentage"),
                stats.number("peak.percentage"),
                stats.number("fragmentation"),
                stats.integer("fragmentation.bytes"),
                databases,
                numbers);
    }

    /** Ratios and percentages are text in RESP2. What newer servers add may be of any kind. */
    private static @Nullable Number numberOrNull(@Nullable Object value) {
        if (value instanceof Number number) {
            return number;
        }
        if (!(value instanceof String)) {
            return null;
        }
        try {
            return Fields.numberOf(value);
        } catch (CarmineProtocolException otherText) {
            return null;
        }
    }

    private static MemoryStats.Database database(Fields tables) {
        return new MemoryStats.Database(
                tables.integer("overhead.hashtable.main"), tables.integer("overhead.hashtable.expires"));
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
