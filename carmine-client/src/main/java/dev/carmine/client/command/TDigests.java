package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ProbabilisticDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.util.List;

/**
 * Commands on t-digests: sketches of many numbers that tell quantiles and ranks, most exactly at both ends. NaN stands
 * for what an empty sketch does not have.
 *
 * <p>They come with version 2.4 of the module Bloom, part of Redis since 8.0. Their tests read replies
 * written down after the documentation; they have not met a server.
 */
public final class TDigests {
    private TDigests() {}

    // spotless:off
    /** Adds numbers, and returns {@code OK}; an error if {@code key} is missing. O(N), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.add/">TDIGEST.ADD</a>. */
    @Redis("TDIGEST.ADD") public static Command<String> tdigestAdd(String key, double... values) { return TDIGEST_ADD.key(key).args(Amounts.numbers("value", values)).command(TEXT); }

    /** Returns about which number has each rank, 0 for the smallest; infinity beyond the largest. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.byrank/">TDIGEST.BYRANK</a>. */
    @Redis("TDIGEST.BYRANK") @ReadOnly public static Command<List<Double>> tdigestByrank(String key, long... ranks) { return TDIGEST_BYRANK.key(key).args(Amounts.numbers("rank", ranks)).command(DOUBLES); }

    /** Returns about which number has each reverse rank, 0 for the largest; negative infinity beyond the smallest. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.byrevrank/">TDIGEST.BYREVRANK</a>. */
    @Redis("TDIGEST.BYREVRANK") @ReadOnly public static Command<List<Double>> tdigestByrevrank(String key, long... ranks) { return TDIGEST_BYREVRANK.key(key).args(Amounts.numbers("rank", ranks)).command(DOUBLES); }

    /** Returns about which part of the numbers, from 0 to 1, is smaller than each value, with half of those that equal it. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.cdf/">TDIGEST.CDF</a>. */
    @Redis("TDIGEST.CDF") @ReadOnly public static Command<List<Double>> tdigestCdf(String key, double... values) { return TDIGEST_CDF.key(key).args(Amounts.numbers("value", values)).command(DOUBLES); }

    /** Creates an empty sketch with a compression of 100, and returns {@code OK}; an error if {@code key} exists. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.create/">TDIGEST.CREATE</a>. */
    @Redis("TDIGEST.CREATE") public static Command<String> tdigestCreate(String key) { return TDIGEST_CREATE.command(key, TEXT); }

    /** Creates an empty sketch, the more exact and the larger the higher its compression, and returns {@code OK}; an error if {@code key} exists. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.create/">TDIGEST.CREATE</a>. */
    @Redis("TDIGEST.CREATE") public static Command<String> tdigestCreate(String key, long compression) { return TDIGEST_CREATE.key(key).arg("COMPRESSION").arg(Amounts.positive("compression", compression)).command(TEXT); }

    /** Returns size and state of the sketch; an error if {@code key} is missing. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.info/">TDIGEST.INFO</a>. */
    @Redis("TDIGEST.INFO") @ReadOnly public static Command<TDigestInfo> tdigestInfo(String key) { return TDIGEST_INFO.command(key, T_DIGEST_INFO); }

    /** Returns the largest number. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.max/">TDIGEST.MAX</a>. */
    @Redis("TDIGEST.MAX") @ReadOnly public static Command<Double> tdigestMax(String key) { return TDIGEST_MAX.command(key, DOUBLE); }

    /** Adds the numbers of several sketches to one, which is created if it is missing, and returns {@code OK}. O(N*K) in their centroids, since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.merge/">TDIGEST.MERGE</a>. */
    @Redis("TDIGEST.MERGE") public static Command<String> tdigestMerge(String destination, String... sources) { return TDIGEST_MERGE.key(destination).arg(sources.length).keys(sources).command(TEXT); }

    /** Merges several sketches into one as the arguments say, and returns {@code OK}. O(N*K) in their centroids, since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.merge/">TDIGEST.MERGE</a>. */
    @Redis("TDIGEST.MERGE") public static Command<String> tdigestMerge(String destination, TDigestMergeArgs args, String... sources) { return TDIGEST_MERGE.key(destination).arg(sources.length).keys(sources).args(args.words()).command(TEXT); }

    /** Returns the smallest number. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.min/">TDIGEST.MIN</a>. */
    @Redis("TDIGEST.MIN") @ReadOnly public static Command<Double> tdigestMin(String key) { return TDIGEST_MIN.command(key, DOUBLE); }

    /** Returns about below which number each part of them lies: 0.5 gives the median, 0 the smallest, 1 the largest. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.quantile/">TDIGEST.QUANTILE</a>. */
    @Redis("TDIGEST.QUANTILE") @ReadOnly public static Command<List<Double>> tdigestQuantile(String key, double... quantiles) { return TDIGEST_QUANTILE.key(key).args(Amounts.numbers("quantile", quantiles)).command(DOUBLES); }

    /** Returns about how many numbers are smaller than each value; -1 if it is below the smallest, -2 if the sketch is empty. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.rank/">TDIGEST.RANK</a>. */
    @Redis("TDIGEST.RANK") @ReadOnly public static Command<List<Long>> tdigestRank(String key, double... values) { return TDIGEST_RANK.key(key).args(Amounts.numbers("value", values)).command(LONGS); }

    /** Empties the sketch, and returns {@code OK}; an error if {@code key} is missing. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.reset/">TDIGEST.RESET</a>. */
    @Redis("TDIGEST.RESET") public static Command<String> tdigestReset(String key) { return TDIGEST_RESET.command(key, TEXT); }

    /** Returns about how many numbers are larger than each value; -1 if it is above the largest, -2 if the sketch is empty. O(1), since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.revrank/">TDIGEST.REVRANK</a>. */
    @Redis("TDIGEST.REVRANK") @ReadOnly public static Command<List<Long>> tdigestRevrank(String key, double... values) { return TDIGEST_REVRANK.key(key).args(Amounts.numbers("value", values)).command(LONGS); }

    /** Returns about the mean of the numbers between two quantiles, the lower of which comes first. O(N) in the centroids, since Bloom 2.4.0: <a href="https://redis.io/docs/latest/commands/tdigest.trimmed_mean/">TDIGEST.TRIMMED_MEAN</a>. */
    @Redis("TDIGEST.TRIMMED_MEAN") @ReadOnly public static Command<Double> tdigestTrimmedMean(String key, double lowQuantile, double highQuantile) { return TDIGEST_TRIMMED_MEAN.key(key).arg(lowQuantile).arg(highQuantile).command(DOUBLE); }
    // spotless:on
}
