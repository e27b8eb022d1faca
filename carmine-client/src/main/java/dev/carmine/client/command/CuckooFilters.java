package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ProbabilisticDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.util.List;

/**
 * Commands on cuckoo filters: like Bloom filters, with items that can be deleted again. Items are hashed, and cannot be
 * read again.
 *
 * <p>They come with version 1.0 of the module Bloom, part of Redis since 8.0. Their tests read replies
 * written down after the documentation; they have not met a server.
 */
public final class CuckooFilters {
    private CuckooFilters() {}

    // spotless:off
    /** Adds an item, even if it is there already, and returns true; an error if the filter is full; creates the filter if {@code key} is missing. O(k+i) in the sub-filters and the iterations, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.add/">CF.ADD</a>. */
    @Redis("CF.ADD") public static Command<Boolean> cfAdd(String key, Object item) { return CF_ADD.command(key, item, BOOL); }

    /** Adds an item if it seems not to be there, and tells whether it did; an error if the filter is full; creates the filter if {@code key} is missing. O(k+i) in the sub-filters and the iterations, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.addnx/">CF.ADDNX</a>. */
    @Redis("CF.ADDNX") public static Command<Boolean> cfAddnx(String key, Object item) { return CF_ADDNX.command(key, item, BOOL); }

    /** Returns about how often the item is there, rather too many than too few; 0 if {@code key} is missing. O(k) in the sub-filters, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.count/">CF.COUNT</a>. */
    @Redis("CF.COUNT") @ReadOnly public static Command<Long> cfCount(String key, Object item) { return CF_COUNT.command(key, item, LONG); }

    /** Deletes an item once, and tells whether it was found; deleting what was never added may delete another item. O(k) in the sub-filters, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.del/">CF.DEL</a>. */
    @Redis("CF.DEL") public static Command<Boolean> cfDel(String key, Object item) { return CF_DEL.command(key, item, BOOL); }

    /** Tells whether the item is there: false for certain, true in all probability. O(k) in the sub-filters, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.exists/">CF.EXISTS</a>. */
    @Redis("CF.EXISTS") @ReadOnly public static Command<Boolean> cfExists(String key, Object item) { return CF_EXISTS.command(key, item, BOOL); }

    /** Returns size and shape of the filter; an error if {@code key} is missing. O(1), since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.info/">CF.INFO</a>. */
    @Redis("CF.INFO") @ReadOnly public static Command<CuckooFilterInfo> cfInfo(String key) { return CF_INFO.command(key, CUCKOO_FILTER_INFO); }

    /** Adds items, even those that are there already, and tells of each whether there was room for it; creates the filter if {@code key} is missing. O(N*(k+i)) in the items, the sub-filters and the iterations, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.insert/">CF.INSERT</a>. */
    @Redis("CF.INSERT") public static Command<List<Boolean>> cfInsert(String key, Object... items) { return CF_INSERT.key(key).arg("ITEMS").values(items).command(STORED_ITEMS); }

    /** Adds items, even those that are there already, to a filter that the arguments describe if it must be created, and tells of each whether there was room for it. O(N*(k+i)) in the items, the sub-filters and the iterations, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.insert/">CF.INSERT</a>. */
    @Redis("CF.INSERT") public static Command<List<Boolean>> cfInsert(String key, CuckooInsertArgs args, Object... items) { return CF_INSERT.key(key).args(args.words()).arg("ITEMS").values(items).command(STORED_ITEMS); }

    /** Adds the items that seem not to be there, and tells of each what has become of it; creates the filter if {@code key} is missing. O(N*(k+i)) in the items, the sub-filters and the iterations, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.insertnx/">CF.INSERTNX</a>. */
    @Redis("CF.INSERTNX") public static Command<List<CuckooInsertion>> cfInsertnx(String key, Object... items) { return CF_INSERTNX.key(key).arg("ITEMS").values(items).command(CUCKOO_INSERTIONS); }

    /** Adds the items that seem not to be there to a filter that the arguments describe if it must be created, and tells of each what has become of it. O(N*(k+i)) in the items, the sub-filters and the iterations, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.insertnx/">CF.INSERTNX</a>. */
    @Redis("CF.INSERTNX") public static Command<List<CuckooInsertion>> cfInsertnx(String key, CuckooInsertArgs args, Object... items) { return CF_INSERTNX.key(key).args(args.words()).arg("ITEMS").values(items).command(CUCKOO_INSERTIONS); }

    /** Writes a chunk that {@code CF.SCANDUMP} has given, and returns {@code OK}; the first chunk creates the filter. O(N) in the capacity, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.loadchunk/">CF.LOADCHUNK</a>. */
    @Redis("CF.LOADCHUNK") public static Command<String> cfLoadchunk(String key, FilterChunk chunk) { return CF_LOADCHUNK.key(key).arg(chunk.iterator()).value(chunk.data()).command(TEXT); }

    /** Tells of each item whether it is there: false for certain, true in all probability. O(k*N) in the sub-filters and the items, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.mexists/">CF.MEXISTS</a>. */
    @Redis("CF.MEXISTS") @ReadOnly public static Command<List<Boolean>> cfMexists(String key, Object... items) { return CF_MEXISTS.key(key).values(items).command(BOOLS); }

    /** Creates an empty filter, and returns {@code OK}; an error if {@code key} exists. O(1), since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.reserve/">CF.RESERVE</a>. */
    @Redis("CF.RESERVE") public static Command<String> cfReserve(String key, long capacity) { return CF_RESERVE.key(key).arg(Amounts.positive("capacity", capacity)).command(TEXT); }

    /** Creates an empty filter of the shape that the arguments describe, and returns {@code OK}; an error if {@code key} exists. O(1), since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.reserve/">CF.RESERVE</a>. */
    @Redis("CF.RESERVE") public static Command<String> cfReserve(String key, long capacity, CuckooReserveArgs args) { return CF_RESERVE.key(key).arg(Amounts.positive("capacity", capacity)).args(args.words()).command(TEXT); }

    /** Returns a chunk of the filter for {@code CF.LOADCHUNK}; begin with {@link FilterChunk#START} and go on with the iterator of the chunk before. O(N) in the capacity, since Bloom 1.0.0: <a href="https://redis.io/docs/latest/commands/cf.scandump/">CF.SCANDUMP</a>. */
    @Redis("CF.SCANDUMP") @ReadOnly public static Command<FilterChunk> cfScandump(String key, long iterator) { return CF_SCANDUMP.key(key).arg(iterator).command(FILTER_CHUNK); }
    // spotless:on
}
