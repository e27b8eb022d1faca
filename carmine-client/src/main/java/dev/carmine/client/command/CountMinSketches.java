package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ProbabilisticDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.util.List;
import java.util.Map;

/**
 * Commands on count-min sketches: they count how often items come, rather too many than too few, in little room. Items
 * are hashed, and cannot be read again.
 *
 * <p>They come with version 2.0 of the module Bloom, part of Redis since 8.0. Their tests read replies
 * written down after the documentation; they have not met a server.
 */
public final class CountMinSketches {
    private CountMinSketches() {}

    // spotless:off
    /** Adds to the counts of items, and returns the new count of each; an error if {@code key} is missing. O(N), since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/cms.incrby/">CMS.INCRBY</a>. */
    @Redis("CMS.INCRBY") public static Command<Map<String, Long>> cmsIncrby(String key, Map<String, ? extends Number> increments) { return CMS_INCRBY.key(key).args(Amounts.itemsAndIncrements(increments)).command(countsOf(List.copyOf(increments.keySet()))); }

    /** Returns size and total count of the sketch; an error if {@code key} is missing. O(1), since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/cms.info/">CMS.INFO</a>. */
    @Redis("CMS.INFO") @ReadOnly public static Command<CountMinSketchInfo> cmsInfo(String key) { return CMS_INFO.command(key, COUNT_MIN_SKETCH_INFO); }

    /** Creates a sketch of so many counters in each of so many rows, and returns {@code OK}; an error if {@code key} exists. O(1), since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/cms.initbydim/">CMS.INITBYDIM</a>. */
    @Redis("CMS.INITBYDIM") public static Command<String> cmsInitbydim(String key, long width, long depth) { return CMS_INITBYDIM.key(key).arg(Amounts.positive("width", width)).arg(Amounts.positive("depth", depth)).command(TEXT); }

    /** Creates a sketch that counts too many by at most {@code error} times the total, but for so small a probability, and returns {@code OK}; an error if {@code key} exists. O(1), since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/cms.initbyprob/">CMS.INITBYPROB</a>. */
    @Redis("CMS.INITBYPROB") public static Command<String> cmsInitbyprob(String key, double error, double probability) { return CMS_INITBYPROB.key(key).arg(Amounts.fraction("error", error)).arg(Amounts.fraction("probability", probability)).command(TEXT); }

    /** Writes the sums of several sketches into one that exists and has their width and depth, and returns {@code OK}. O(N) in the sketches, since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/cms.merge/">CMS.MERGE</a>. */
    @Redis("CMS.MERGE") public static Command<String> cmsMerge(String destination, String... sources) { return CMS_MERGE.key(destination).arg(sources.length).keys(sources).command(TEXT); }

    /** Writes the sums of several sketches, each times its weight, into one that exists and has their width and depth, and returns {@code OK}. O(N) in the sketches, since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/cms.merge/">CMS.MERGE</a>. */
    @Redis("CMS.MERGE") public static Command<String> cmsMerge(String destination, Map<String, Long> weights) { return CMS_MERGE.key(destination).arg(weights.size()).keys(weights.keySet().toArray(String[]::new)).arg("WEIGHTS").args(List.copyOf(weights.values())).command(TEXT); }

    /** Returns the counts of items in their order; an error if {@code key} is missing. O(N), since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/cms.query/">CMS.QUERY</a>. */
    @Redis("CMS.QUERY") @ReadOnly public static Command<List<Long>> cmsQuery(String key, Object... items) { return CMS_QUERY.key(key).values(items).command(LONGS); }
    // spotless:on
}
