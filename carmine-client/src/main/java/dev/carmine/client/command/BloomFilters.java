package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ProbabilisticDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.util.List;

/**
 * Commands on Bloom filters: sets that tell of an item that it is not in them for certain, or that it is in all
 * probability. Items are hashed, and cannot be read again.
 *
 * <p>They come with version 1.0 of the module Bloom, part of Redis since 8.0. Their tests read replies
 * written down after the documentation; they have not met a server.
 */
public final class BloomFilters {
    private BloomFilters() {}

    // spotless:off
    /** Adds an item, and tells whether it is new; creates the filter if {@code key} is missing. O(k) in the hash functions, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/bf.add/">BF.ADD</a>. */
    @Redis("BF.ADD") public static Command<Boolean> bfAdd(String key, Object item) { return BF_ADD.command(key, item, BOOL); }

    /** Returns how many items were added as new; 0 if {@code key} is missing. O(1), since Bloom 2.4.4: <a href="https://redis.io/docs/latest/commands/bf.card/">BF.CARD</a>. */
    @Redis("BF.CARD") @ReadOnly public static Command<Long> bfCard(String key) { return BF_CARD.command(key, LONG); }

    /** Tells whether the item was added: false for certain, true in all probability. O(k) in the hash functions, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/bf.exists/">BF.EXISTS</a>. */
    @Redis("BF.EXISTS") @ReadOnly public static Command<Boolean> bfExists(String key, Object item) { return BF_EXISTS.command(key, item, BOOL); }

    /** Returns size and shape of the filter; an error if {@code key} is missing. O(1), since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/bf.info/">BF.INFO</a>. */
    @Redis("BF.INFO") @ReadOnly public static Command<BloomFilterInfo> bfInfo(String key) { return BF_INFO.command(key, BLOOM_FILTER_INFO); }

    /** Adds items to a filter that the arguments describe if it must be created, and tells of each whether it is new; an error if a filter that does not scale gets full, with the items before added. O(k*N) in the hash functions and the items, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/bf.insert/">BF.INSERT</a>. */
    @Redis("BF.INSERT") public static Command<List<Boolean>> bfInsert(String key, BloomInsertArgs args, Object... items) { return BF_INSERT.key(key).args(args.words()).arg("ITEMS").values(items).command(ADDED_ITEMS); }

    /** Writes a chunk that {@code BF.SCANDUMP} has given, and returns {@code OK}; the first chunk creates the filter. O(N) in the capacity, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/bf.loadchunk/">BF.LOADCHUNK</a>. */
    @Redis("BF.LOADCHUNK") public static Command<String> bfLoadchunk(String key, FilterChunk chunk) { return BF_LOADCHUNK.key(key).arg(chunk.iterator()).value(chunk.data()).command(TEXT); }

    /** Adds items, and tells of each whether it is new; creates the filter if {@code key} is missing; an error if a filter that does not scale gets full, with the items before added. O(k*N) in the hash functions and the items, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/bf.madd/">BF.MADD</a>. */
    @Redis("BF.MADD") public static Command<List<Boolean>> bfMadd(String key, Object... items) { return BF_MADD.key(key).values(items).command(ADDED_ITEMS); }

    /** Tells of each item whether it was added: false for certain, true in all probability. O(k*N) in the hash functions and the items, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/bf.mexists/">BF.MEXISTS</a>. */
    @Redis("BF.MEXISTS") @ReadOnly public static Command<List<Boolean>> bfMexists(String key, Object... items) { return BF_MEXISTS.key(key).values(items).command(BOOLS); }

    /** Creates an empty filter that doubles when it is full, and returns {@code OK}; an error if {@code key} exists. O(1), since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/bf.reserve/">BF.RESERVE</a>. */
    @Redis("BF.RESERVE") public static Command<String> bfReserve(String key, double errorRate, long capacity) { return BF_RESERVE.key(key).arg(Amounts.fraction("error rate", errorRate)).arg(Amounts.positive("capacity", capacity)).command(TEXT); }

    /** Creates an empty filter, and returns {@code OK}; an error if {@code key} exists. O(1), since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/bf.reserve/">BF.RESERVE</a>. */
    @Redis("BF.RESERVE") public static Command<String> bfReserve(String key, double errorRate, long capacity, BloomReserveArgs args) { return BF_RESERVE.key(key).arg(Amounts.fraction("error rate", errorRate)).arg(Amounts.positive("capacity", capacity)).args(args.words()).command(TEXT); }

    /** Returns a chunk of the filter for {@code BF.LOADCHUNK}; begin with {@link FilterChunk#START} and go on with the iterator of the chunk before. O(N) in the capacity, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/bf.scandump/">BF.SCANDUMP</a>. */
    @Redis("BF.SCANDUMP") @ReadOnly public static Command<FilterChunk> bfScandump(String key, long iterator) { return BF_SCANDUMP.key(key).arg(iterator).command(FILTER_CHUNK); }
    // spotless:on
}
