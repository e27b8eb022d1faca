package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.TimeSeriesDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Commands on time series: numbers with their times, which can be aggregated, and found by labels. Since Redis 8.6 a
 * value that is added may be NaN.
 *
 * <p>They come with version 1.0 of the module TimeSeries, part of Redis since 8.0. Their tests read replies
 * written down after the documentation; they have not met a server.
 */
public final class TimeSeries {
    private TimeSeries() {}

    // spotless:off
    /** Adds a sample at the server's time, and returns that time; creates the series if {@code key} is missing. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.add/">TS.ADD</a>. */
    @Redis("TS.ADD") public static Command<Instant> tsAdd(String key, double value) { return TS_ADD.key(key).arg("*").numberOrNan(value).command(EPOCH_MILLIS); }

    /** Adds a sample at the server's time to a series that the arguments describe if it must be created, and returns that time. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.add/">TS.ADD</a>. */
    @Redis("TS.ADD") public static Command<Instant> tsAdd(String key, double value, TsArgs args) { return TS_ADD.key(key).arg("*").numberOrNan(value).args(args.words()).command(EPOCH_MILLIS); }

    /** Adds a sample, and returns its time, or the latest time of the series if the sample was ignored; creates the series if {@code key} is missing. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.add/">TS.ADD</a>. */
    @Redis("TS.ADD") public static Command<Instant> tsAdd(String key, Instant time, double value) { return TS_ADD.key(key).arg(Times.millis(time)).numberOrNan(value).command(EPOCH_MILLIS); }

    /** Adds a sample to a series that the arguments describe if it must be created, and returns its time, or the latest time of the series if the sample was ignored. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.add/">TS.ADD</a>. */
    @Redis("TS.ADD") public static Command<Instant> tsAdd(String key, Instant time, double value, TsArgs args) { return TS_ADD.key(key).arg(Times.millis(time)).numberOrNan(value).args(args.words()).command(EPOCH_MILLIS); }

    /** Adds a sample, with a policy of its own if there is one at that time already, and returns its time, or the latest time of the series if the sample was ignored. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.add/">TS.ADD</a>. */
    @Redis("TS.ADD") public static Command<Instant> tsAdd(String key, Instant time, double value, TsDuplicatePolicy onDuplicate) { return TS_ADD.key(key).arg(Times.millis(time)).numberOrNan(value).arg("ON_DUPLICATE").arg(onDuplicate.name()).command(EPOCH_MILLIS); }

    /** Changes what the arguments name, which must not be the encoding, and returns {@code OK}; labels replace all labels. O(N) in the labels, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.alter/">TS.ALTER</a>. */
    @Redis("TS.ALTER") public static Command<String> tsAlter(String key, TsArgs args) { return TS_ALTER.key(key).args(args.wordsToAlter()).command(TEXT); }

    /** Creates an empty series, and returns {@code OK}; an error if {@code key} exists. O(1), since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.create/">TS.CREATE</a>. */
    @Redis("TS.CREATE") public static Command<String> tsCreate(String key) { return TS_CREATE.command(key, TEXT); }

    /** Creates an empty series that the arguments describe, and returns {@code OK}; an error if {@code key} exists. O(1), since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.create/">TS.CREATE</a>. */
    @Redis("TS.CREATE") public static Command<String> tsCreate(String key, TsArgs args) { return TS_CREATE.key(key).args(args.words()).command(TEXT); }

    /** Has new samples of a series compacted into buckets of another, which must exist, and returns {@code OK}. O(1), since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.createrule/">TS.CREATERULE</a>. */
    @Redis("TS.CREATERULE") public static Command<String> tsCreaterule(String source, String destination, TsAggregator aggregator, Duration bucket) { return TS_CREATERULE.key(source).key(destination).arg("AGGREGATION").arg(aggregator.word()).arg(TsAggregation.millis(bucket)).command(TEXT); }

    /** Has new samples of a series compacted into buckets of another, which must exist, one of which begins at a certain time, and returns {@code OK}. O(1), since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.createrule/">TS.CREATERULE</a>. */
    @Redis("TS.CREATERULE") public static Command<String> tsCreaterule(String source, String destination, TsAggregator aggregator, Duration bucket, Instant align) { return TS_CREATERULE.key(source).key(destination).arg("AGGREGATION").arg(aggregator.word()).arg(TsAggregation.millis(bucket)).arg(Times.millis(align)).command(TEXT); }

    /** Takes a number from the latest value, and writes it as a sample at the server's time, which it returns; creates the series if {@code key} is missing. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.decrby/">TS.DECRBY</a>. */
    @Redis("TS.DECRBY") public static Command<Instant> tsDecrby(String key, double value) { return TS_DECRBY.key(key).arg(value).command(EPOCH_MILLIS); }

    /** Takes a number from the latest value, and writes it as a sample at the server's time, which it returns, in a series that the arguments describe if it must be created. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.decrby/">TS.DECRBY</a>. */
    @Redis("TS.DECRBY") public static Command<Instant> tsDecrby(String key, double value, TsArgs args) { return TS_DECRBY.key(key).arg(value).args(args.words()).command(EPOCH_MILLIS); }

    /** Takes a number from the latest value, and writes it as a sample at a time not before the latest, which it returns; creates the series if {@code key} is missing. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.decrby/">TS.DECRBY</a>. */
    @Redis("TS.DECRBY") public static Command<Instant> tsDecrby(String key, double value, Instant time) { return TS_DECRBY.key(key).arg(value).arg("TIMESTAMP").arg(Times.millis(time)).command(EPOCH_MILLIS); }

    /** Takes a number from the latest value, and writes it as a sample at a time not before the latest, which it returns, in a series that the arguments describe if it must be created. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.decrby/">TS.DECRBY</a>. */
    @Redis("TS.DECRBY") public static Command<Instant> tsDecrby(String key, double value, Instant time, TsArgs args) { return TS_DECRBY.key(key).arg(value).arg("TIMESTAMP").arg(Times.millis(time)).args(args.words()).command(EPOCH_MILLIS); }

    /** Deletes the samples from one time to another, both included, and returns how many. O(N) in the samples, since TimeSeries 1.6.0: <a href="https://redis.io/docs/latest/commands/ts.del/">TS.DEL</a>. */
    @Redis("TS.DEL") public static Command<Long> tsDel(String key, Instant from, Instant to) { return TS_DEL.key(key).arg(Times.millis(from)).arg(Times.millis(to)).command(LONG); }

    /** Ends the compaction of a series into another, and returns {@code OK}. O(1), since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.deleterule/">TS.DELETERULE</a>. */
    @Redis("TS.DELETERULE") public static Command<String> tsDeleterule(String source, String destination) { return TS_DELETERULE.key(source).key(destination).command(TEXT); }

    /** Returns the latest sample, or null if the series is empty; an error if {@code key} is missing. O(1), since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.get/">TS.GET</a>. */
    @Redis("TS.GET") @ReadOnly public static Command<@Nullable TsSample> tsGet(String key) { return TS_GET.command(key, NULLABLE_SAMPLE); }

    /** Returns the last sample, even that of the last bucket of a compaction which is not complete, or null if the series is empty; an error if {@code key} is missing. O(1), since TimeSeries 1.8.0: <a href="https://redis.io/docs/latest/commands/ts.get/">TS.GET</a>. */
    @Redis("TS.GET") @ReadOnly public static Command<@Nullable TsSample> tsGetLatest(String key) { return TS_GET.key(key).arg("LATEST").command(NULLABLE_SAMPLE); }

    /** Adds a number to the latest value, and writes it as a sample at the server's time, which it returns; creates the series if {@code key} is missing. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.incrby/">TS.INCRBY</a>. */
    @Redis("TS.INCRBY") public static Command<Instant> tsIncrby(String key, double value) { return TS_INCRBY.key(key).arg(value).command(EPOCH_MILLIS); }

    /** Adds a number to the latest value, and writes it as a sample at the server's time, which it returns, in a series that the arguments describe if it must be created. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.incrby/">TS.INCRBY</a>. */
    @Redis("TS.INCRBY") public static Command<Instant> tsIncrby(String key, double value, TsArgs args) { return TS_INCRBY.key(key).arg(value).args(args.words()).command(EPOCH_MILLIS); }

    /** Adds a number to the latest value, and writes it as a sample at a time not before the latest, which it returns; creates the series if {@code key} is missing. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.incrby/">TS.INCRBY</a>. */
    @Redis("TS.INCRBY") public static Command<Instant> tsIncrby(String key, double value, Instant time) { return TS_INCRBY.key(key).arg(value).arg("TIMESTAMP").arg(Times.millis(time)).command(EPOCH_MILLIS); }

    /** Adds a number to the latest value, and writes it as a sample at a time not before the latest, which it returns, in a series that the arguments describe if it must be created. O(M) in the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.incrby/">TS.INCRBY</a>. */
    @Redis("TS.INCRBY") public static Command<Instant> tsIncrby(String key, double value, Instant time, TsArgs args) { return TS_INCRBY.key(key).arg(value).arg("TIMESTAMP").arg(Times.millis(time)).args(args.words()).command(EPOCH_MILLIS); }

    /** Returns size and settings of the series; an error if {@code key} is missing. O(1), since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.info/">TS.INFO</a>. */
    @Redis("TS.INFO") @ReadOnly public static Command<TsInfo> tsInfo(String key) { return TS_INFO.command(key, TS_INFO_FIELDS); }

    /** Adds samples to series that exist, and tells what has become of each. O(N*M) in the samples and the compaction rules, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.madd/">TS.MADD</a>. */
    @Redis("TS.MADD") public static Command<List<TsAdded>> tsMadd(TsEntry... entries) { return TS_MADD.words().each(List.of(entries), TsEntry::write).command(ADDED_SAMPLES); }

    /** Returns the latest sample of each series that passes the filters, such as {@code type=temperature}. O(N) in the series, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.mget/">TS.MGET</a>. */
    @Redis("TS.MGET") @ReadOnly public static Command<List<TsLatest>> tsMget(String... filters) { return TS_MGET.words().arg("FILTER").args(filters).command(LATEST_SAMPLES); }

    /** Returns the latest sample of each series that passes the filters, such as {@code type=temperature}, with what the arguments ask for. O(N) in the series, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.mget/">TS.MGET</a>. */
    @Redis("TS.MGET") @ReadOnly public static Command<List<TsLatest>> tsMget(TsMgetArgs args, String... filters) { return TS_MGET.words().args(args.words()).arg("FILTER").args(filters).command(LATEST_SAMPLES); }

    /** Returns samples of each series that passes the filters, such as {@code type=temperature}, or of their groups, the oldest first. O(N) in the samples, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.mrange/">TS.MRANGE</a>. */
    @Redis("TS.MRANGE") @ReadOnly public static Command<List<TsSeries>> tsMrange(TsMrangeArgs args, String... filters) { return TS_MRANGE.words().args(args.words()).arg("FILTER").args(filters).args(args.groupWords()).command(SERIES); }

    /** Returns samples of each series that passes the filters, such as {@code type=temperature}, or of their groups, the latest first. O(N) in the samples, since TimeSeries 1.4.0: <a href="https://redis.io/docs/latest/commands/ts.mrevrange/">TS.MREVRANGE</a>. */
    @Redis("TS.MREVRANGE") @ReadOnly public static Command<List<TsSeries>> tsMrevrange(TsMrangeArgs args, String... filters) { return TS_MREVRANGE.words().args(args.words()).arg("FILTER").args(filters).args(args.groupWords()).command(SERIES); }

    /** Returns the keys of the series that pass the filters, such as {@code type=temperature}. O(N) in the series, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.queryindex/">TS.QUERYINDEX</a>. */
    @Redis("TS.QUERYINDEX") @ReadOnly public static Command<Set<String>> tsQueryindex(String... filters) { return TS_QUERYINDEX.words().args(filters).command(TEXT_SET); }

    /** Returns the samples from one time to another, both included, the oldest first. O(N) in the samples, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.range/">TS.RANGE</a>. */
    @Redis("TS.RANGE") @ReadOnly public static Command<List<TsSample>> tsRange(String key, Instant from, Instant to) { return TS_RANGE.key(key).arg(Times.millis(from)).arg(Times.millis(to)).command(SAMPLES); }

    /** Returns the samples that the arguments choose, or their aggregates, the oldest first. O(N) in the samples, since TimeSeries 1.0.0: <a href="https://redis.io/docs/latest/commands/ts.range/">TS.RANGE</a>. */
    @Redis("TS.RANGE") @ReadOnly public static Command<List<TsSample>> tsRange(String key, TsRangeArgs args) { return TS_RANGE.key(key).args(args.words()).command(SAMPLES); }

    /** Returns the samples from one time to another, both included, the latest first. O(N) in the samples, since TimeSeries 1.4.0: <a href="https://redis.io/docs/latest/commands/ts.revrange/">TS.REVRANGE</a>. */
    @Redis("TS.REVRANGE") @ReadOnly public static Command<List<TsSample>> tsRevrange(String key, Instant from, Instant to) { return TS_REVRANGE.key(key).arg(Times.millis(from)).arg(Times.millis(to)).command(SAMPLES); }

    /** Returns the samples that the arguments choose, or their aggregates, the latest first. O(N) in the samples, since TimeSeries 1.4.0: <a href="https://redis.io/docs/latest/commands/ts.revrange/">TS.REVRANGE</a>. */
    @Redis("TS.REVRANGE") @ReadOnly public static Command<List<TsSample>> tsRevrange(String key, TsRangeArgs args) { return TS_REVRANGE.key(key).args(args.words()).command(SAMPLES); }
    // spotless:on
}
