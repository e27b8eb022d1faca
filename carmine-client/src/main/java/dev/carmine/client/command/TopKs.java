package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ProbabilisticDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on top-k lists: the k items that come most often, in little room. Items are text, which the server gives
 * back.
 *
 * <p>They come with version 2.0 of the module Bloom, part of Redis since 8.0. Their tests read replies
 * written down after the documentation; they have not met a server.
 */
public final class TopKs {
    private TopKs() {}

    // spotless:off
    /** Counts items, and returns for each the item it has driven from the list, or null. O(N*k) in the items and the depth, since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/topk.add/">TOPK.ADD</a>. */
    @Redis("TOPK.ADD") public static Command<List<@Nullable String>> topkAdd(String key, String... items) { return TOPK_ADD.key(key).args(items).command(OPTIONAL_TEXTS); }

    /** Returns about how often the items came, in their order; since Bloom 2.4.0 the server advises against it, as the counts of items outside the list are no good. O(N), since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/topk.count/">TOPK.COUNT</a>. */
    @Redis("TOPK.COUNT") @ReadOnly public static Command<List<Long>> topkCount(String key, String... items) { return TOPK_COUNT.key(key).args(items).command(LONGS); }

    /** Counts items so many times, each 1 to 100000, and returns for each the item it has driven from the list, or null. O(N*k*i) in the items, the depth and the increments, since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/topk.incrby/">TOPK.INCRBY</a>. */
    @Redis("TOPK.INCRBY") public static Command<Map<String, @Nullable String>> topkIncrby(String key, Map<String, ? extends Number> increments) { return TOPK_INCRBY.key(key).args(Amounts.itemsAndIncrements(increments)).command(drivenOutBy(List.copyOf(increments.keySet()))); }

    /** Returns size and shape of the list; an error if {@code key} is missing. O(1), since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/topk.info/">TOPK.INFO</a>. */
    @Redis("TOPK.INFO") @ReadOnly public static Command<TopKInfo> topkInfo(String key) { return TOPK_INFO.command(key, TOP_K_INFO); }

    /** Returns the items of the list, those that came most often first. O(k log k) in its length, since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/topk.list/">TOPK.LIST</a>. */
    @Redis("TOPK.LIST") @ReadOnly public static Command<List<String>> topkList(String key) { return TOPK_LIST.command(key, TOP_ITEMS); }

    /** Returns the items of the list with about how often they came, those that came most often first. O(k log k) in its length, since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/topk.list/">TOPK.LIST</a>. */
    @Redis("TOPK.LIST") @ReadOnly public static Command<List<Map.Entry<String, Long>>> topkListWithCount(String key) { return TOPK_LIST.key(key).arg("WITHCOUNT").command(TOP_ITEMS_WITH_COUNT); }

    /** Tells of each item whether it is in the list. O(N), since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/topk.query/">TOPK.QUERY</a>. */
    @Redis("TOPK.QUERY") @ReadOnly public static Command<List<Boolean>> topkQuery(String key, String... items) { return TOPK_QUERY.key(key).args(items).command(BOOLS); }

    /** Creates an empty list of {@code k} items with the width, depth and decay of the server, and returns {@code OK}; an error if {@code key} exists. O(1), since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/topk.reserve/">TOPK.RESERVE</a>. */
    @Redis("TOPK.RESERVE") public static Command<String> topkReserve(String key, long k) { return TOPK_RESERVE.key(key).arg(Amounts.positive("number of items", k)).command(TEXT); }

    /** Creates an empty list of {@code k} items over so many counters in each of so many rows, which forget with a decay above 0 and up to 1, and returns {@code OK}; an error if {@code key} exists. O(1), since Bloom 2.0.0: <a href="https://redis.io/docs/latest/commands/topk.reserve/">TOPK.RESERVE</a>. */
    @Redis("TOPK.RESERVE") public static Command<String> topkReserve(String key, long k, long width, long depth, double decay) { return TOPK_RESERVE.key(key).arg(Amounts.positive("number of items", k)).arg(Amounts.positive("width", width)).arg(Amounts.positive("depth", depth)).arg(decay).command(TEXT); }
    // spotless:on
}
