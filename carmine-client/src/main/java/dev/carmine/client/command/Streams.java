package dev.carmine.client.command;

import static dev.carmine.client.internal.command.Blocking.MILLIS_AFTER_BLOCK;
import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.StreamDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Blocks;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import dev.carmine.client.internal.command.Stored;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands on streams: logs of entries, each with an id and fields, that groups of consumers can share. */
public final class Streams {
    private Streams() {}

    // spotless:off
    /** Acknowledges entries in a group, so that they are no longer pending, and returns how many were. O(1) an id, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xack/">XACK</a>. */
    @Redis("XACK") public static Command<Long> xack(String key, String group, String... ids) { return XACK.key(key).arg(group).args(ids).command(LONG); }

    /** Acknowledges entries in a group and deletes them, and tells of each id in its order what became of it. O(1) an id, since 8.2.0: <a href="https://redis.io/docs/latest/commands/xackdel/">XACKDEL</a>. */
    @Redis("XACKDEL") public static Command<List<StreamDeletion>> xackdel(String key, String group, StreamReferences references, String... ids) { return XACKDEL.key(key).arg(group).arg(references.name()).arg("IDS").arg(ids.length).args(ids).command(STREAM_DELETIONS); }

    /** Adds an entry with an id that the server makes, and returns the id. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/xadd/">XADD</a>. */
    @Redis("XADD") public static Command<String> xadd(String key, Map<String, ?> fields) { return XADD.key(key).arg("*").fieldsAndValues(fields).command(TEXT); }

    /** Adds an entry as the arguments say, and returns its id, or null if there is no stream and they forbid to make one. O(1), and O(N) in the entries trimmed, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xadd/">XADD</a>. */
    @Redis("XADD") public static Command<@Nullable String> xadd(String key, XaddArgs args, Map<String, ?> fields) { return XADD.key(key).args(args.words()).fieldsAndValues(fields).command(NULLABLE_TEXT); }

    /** Lets a consumer own up to 100 pending entries from the id {@code start} on that were not delivered for some time, and returns them; begin with {@link XautoclaimResult#START}. O(1) for a small count, since 6.2.0: <a href="https://redis.io/docs/latest/commands/xautoclaim/">XAUTOCLAIM</a>. */
    @Redis("XAUTOCLAIM") public static Command<XautoclaimResult<StreamEntry<@Stored String>>> xautoclaim(String key, String group, String consumer, Duration minIdle, String start) { return XAUTOCLAIM.key(key).arg(group).arg(consumer).arg(Times.millis(minIdle)).arg(start).command(AUTOCLAIMED_ENTRIES); }

    /** Lets a consumer own up to {@code count} pending entries from the id {@code start} on that were not delivered for some time, and returns them; begin with {@link XautoclaimResult#START}. O(1) for a small count, since 6.2.0: <a href="https://redis.io/docs/latest/commands/xautoclaim/">XAUTOCLAIM</a>. */
    @Redis("XAUTOCLAIM") public static Command<XautoclaimResult<StreamEntry<@Stored String>>> xautoclaim(String key, String group, String consumer, Duration minIdle, String start, long count) { return XAUTOCLAIM.key(key).arg(group).arg(consumer).arg(Times.millis(minIdle)).arg(start).arg("COUNT").arg(count).command(AUTOCLAIMED_ENTRIES); }

    /** Lets a consumer own up to 100 pending entries from the id {@code start} on that were not delivered for some time, and returns their ids, without counting a delivery; begin with {@link XautoclaimResult#START}. O(1) for a small count, since 6.2.0: <a href="https://redis.io/docs/latest/commands/xautoclaim/">XAUTOCLAIM</a>. */
    @Redis("XAUTOCLAIM") public static Command<XautoclaimResult<String>> xautoclaimJustid(String key, String group, String consumer, Duration minIdle, String start) { return XAUTOCLAIM.key(key).arg(group).arg(consumer).arg(Times.millis(minIdle)).arg(start).arg("JUSTID").command(AUTOCLAIMED_IDS); }

    /** Lets a consumer own up to {@code count} pending entries from the id {@code start} on that were not delivered for some time, and returns their ids, without counting a delivery; begin with {@link XautoclaimResult#START}. O(1) for a small count, since 6.2.0: <a href="https://redis.io/docs/latest/commands/xautoclaim/">XAUTOCLAIM</a>. */
    @Redis("XAUTOCLAIM") public static Command<XautoclaimResult<String>> xautoclaimJustid(String key, String group, String consumer, Duration minIdle, String start, long count) { return XAUTOCLAIM.key(key).arg(group).arg(consumer).arg(Times.millis(minIdle)).arg(start).arg("COUNT").arg(count).arg("JUSTID").command(AUTOCLAIMED_IDS); }

    /** Says how much of what {@code XADD} with {@code IDMP} has added the stream remembers, which begins anew, and returns {@code OK}; fails if {@code key} is missing. O(1), since 8.6.0: <a href="https://redis.io/docs/latest/commands/xcfgset/">XCFGSET</a>. */
    @Redis("XCFGSET") public static Command<String> xcfgset(String key, XcfgsetArgs args) { return XCFGSET.key(key).args(args.words()).command(TEXT); }

    /** Lets a consumer own those pending entries of the ids that were not delivered for some time, and returns them; what was deleted meanwhile is left out. O(log N) an id, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xclaim/">XCLAIM</a>. */
    @Redis("XCLAIM") public static Command<List<StreamEntry<@Stored String>>> xclaim(String key, String group, String consumer, Duration minIdle, String... ids) { return XCLAIM.key(key).arg(group).arg(consumer).arg(Times.millis(minIdle)).args(ids).command(STREAM_ENTRIES); }

    /** Lets a consumer own those pending entries of the ids that were not delivered for some time, notes about them what the arguments say, and returns them; what was deleted meanwhile is left out. O(log N) an id, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xclaim/">XCLAIM</a>. */
    @Redis("XCLAIM") public static Command<List<StreamEntry<@Stored String>>> xclaim(String key, String group, String consumer, Duration minIdle, XclaimArgs args, String... ids) { return XCLAIM.key(key).arg(group).arg(consumer).arg(Times.millis(minIdle)).args(ids).args(args.words()).command(STREAM_ENTRIES); }

    /** Lets a consumer own those pending entries of the ids that were not delivered for some time, and returns their ids, without counting a delivery; what was deleted meanwhile is left out since 7.0. O(log N) an id, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xclaim/">XCLAIM</a>. */
    @Redis("XCLAIM") public static Command<List<String>> xclaimJustid(String key, String group, String consumer, Duration minIdle, String... ids) { return XCLAIM.key(key).arg(group).arg(consumer).arg(Times.millis(minIdle)).args(ids).arg("JUSTID").command(TEXTS); }

    /** Lets a consumer own those pending entries of the ids that were not delivered for some time, notes about them what the arguments say, and returns their ids, without counting a delivery; what was deleted meanwhile is left out since 7.0. O(log N) an id, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xclaim/">XCLAIM</a>. */
    @Redis("XCLAIM") public static Command<List<String>> xclaimJustid(String key, String group, String consumer, Duration minIdle, XclaimArgs args, String... ids) { return XCLAIM.key(key).arg(group).arg(consumer).arg(Times.millis(minIdle)).args(ids).args(args.words()).arg("JUSTID").command(TEXTS); }

    /** Deletes entries, and returns how many of them there were; they stay pending in the groups they were delivered to. O(1) an id, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xdel/">XDEL</a>. */
    @Redis("XDEL") public static Command<Long> xdel(String key, String... ids) { return XDEL.key(key).args(ids).command(LONG); }

    /** Deletes entries, with a choice about the references that groups have to them, and tells of each id in its order what became of it. O(1) an id, since 8.2.0: <a href="https://redis.io/docs/latest/commands/xdelex/">XDELEX</a>. */
    @Redis("XDELEX") public static Command<List<StreamDeletion>> xdelex(String key, StreamReferences references, String... ids) { return XDELEX.key(key).arg(references.name()).arg("IDS").arg(ids.length).args(ids).command(STREAM_DELETIONS); }

    /** Makes a group that gets the entries after {@code id}, {@code $} for the last one and {@code 0} for all, and returns {@code OK}; the stream must exist. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/xgroup-create/">XGROUP CREATE</a>. */
    @Redis("XGROUP CREATE") public static Command<String> xgroupCreate(String key, String group, String id) { return XGROUP_CREATE.key(key).arg(group).arg(id).command(TEXT); }

    /** Makes a group that gets the entries after {@code id}, {@code $} for the last one and {@code 0} for all, as the arguments say, and returns {@code OK}. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/xgroup-create/">XGROUP CREATE</a>. */
    @Redis("XGROUP CREATE") public static Command<String> xgroupCreate(String key, String group, String id, XgroupCreateArgs args) { return XGROUP_CREATE.key(key).arg(group).arg(id).args(args.words()).command(TEXT); }

    /** Makes a consumer in a group, and tells whether it is new. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/xgroup-createconsumer/">XGROUP CREATECONSUMER</a>. */
    @Redis("XGROUP CREATECONSUMER") public static Command<Boolean> xgroupCreateconsumer(String key, String group, String consumer) { return XGROUP_CREATECONSUMER.key(key).arg(group).arg(consumer).command(BOOL); }

    /** Deletes a consumer, and returns how many entries were pending for it, which now are for nobody. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/xgroup-delconsumer/">XGROUP DELCONSUMER</a>. */
    @Redis("XGROUP DELCONSUMER") public static Command<Long> xgroupDelconsumer(String key, String group, String consumer) { return XGROUP_DELCONSUMER.key(key).arg(group).arg(consumer).command(LONG); }

    /** Deletes a group with its consumers and all that is pending in it, and tells whether there was one. O(N) in the pending entries, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xgroup-destroy/">XGROUP DESTROY</a>. */
    @Redis("XGROUP DESTROY") public static Command<Boolean> xgroupDestroy(String key, String group) { return XGROUP_DESTROY.key(key).arg(group).command(BOOL); }

    /** Lets a group go on after {@code id}, {@code $} for the last one, and returns {@code OK}. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/xgroup-setid/">XGROUP SETID</a>. */
    @Redis("XGROUP SETID") public static Command<String> xgroupSetid(String key, String group, String id) { return XGROUP_SETID.key(key).arg(group).arg(id).command(TEXT); }

    /** Lets a group go on after {@code id}, {@code $} for the last one, says how many entries count as delivered, -1 if that is not known, and returns {@code OK}. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/xgroup-setid/">XGROUP SETID</a>. */
    @Redis("XGROUP SETID") public static Command<String> xgroupSetid(String key, String group, String id, long entriesRead) { return XGROUP_SETID.key(key).arg(group).arg(id).arg("ENTRIESREAD").arg(entriesRead).command(TEXT); }

    /** Returns what is known of each consumer of a group. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/xinfo-consumers/">XINFO CONSUMERS</a>. */
    @Redis("XINFO CONSUMERS") @ReadOnly public static Command<List<StreamConsumer>> xinfoConsumers(String key, String group) { return XINFO_CONSUMERS.key(key).arg(group).command(STREAM_CONSUMERS); }

    /** Returns what is known of each group of a stream. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/xinfo-groups/">XINFO GROUPS</a>. */
    @Redis("XINFO GROUPS") @ReadOnly public static Command<List<StreamGroup>> xinfoGroups(String key) { return XINFO_GROUPS.command(key, STREAM_GROUPS); }

    /** Returns what is known of a stream, with its first and its last entry; fails if {@code key} is missing. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/xinfo-stream/">XINFO STREAM</a>. */
    @Redis("XINFO STREAM") @ReadOnly public static Command<StreamInfo<@Stored String>> xinfoStream(String key) { return XINFO_STREAM.command(key, STREAM_INFO); }

    /** Returns all that is known of a stream and its groups, with up to 10 of its entries and of those that are pending; fails if {@code key} is missing. O(N), since 6.0.0: <a href="https://redis.io/docs/latest/commands/xinfo-stream/">XINFO STREAM</a>. */
    @Redis("XINFO STREAM") @ReadOnly public static Command<StreamFullInfo<@Stored String>> xinfoStreamFull(String key) { return XINFO_STREAM.key(key).arg("FULL").command(STREAM_FULL_INFO); }

    /** Returns all that is known of a stream and its groups, with up to {@code count} of its entries and of those that are pending, 0 for all; fails if {@code key} is missing. O(N), since 6.0.0: <a href="https://redis.io/docs/latest/commands/xinfo-stream/">XINFO STREAM</a>. */
    @Redis("XINFO STREAM") @ReadOnly public static Command<StreamFullInfo<@Stored String>> xinfoStreamFull(String key, long count) { return XINFO_STREAM.key(key).arg("FULL").arg("COUNT").arg(count).command(STREAM_FULL_INFO); }

    /** Returns how many entries there are; 0 if {@code key} is missing. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/xlen/">XLEN</a>. */
    @Redis("XLEN") @ReadOnly public static Command<Long> xlen(String key) { return XLEN.command(key, LONG); }

    /** Gives pending entries back to the group, so that any consumer may claim them at once, and returns how many were pending. O(1) an id, since 8.8.0: <a href="https://redis.io/docs/latest/commands/xnack/">XNACK</a>. */
    @Redis("XNACK") public static Command<Long> xnack(String key, String group, XnackMode mode, String... ids) { return XNACK.key(key).arg(group).arg(mode.name()).arg("IDS").arg(ids.length).args(ids).command(LONG); }

    /** Gives pending entries back to the group, so that any consumer may claim them at once, says how often they count as delivered, and returns how many were pending. O(1) an id, since 8.8.0: <a href="https://redis.io/docs/latest/commands/xnack/">XNACK</a>. */
    @Redis("XNACK") public static Command<Long> xnack(String key, String group, XnackMode mode, long retrycount, String... ids) { return XNACK.key(key).arg(group).arg(mode.name()).arg("IDS").arg(ids.length).args(ids).arg("RETRYCOUNT").arg(retrycount).command(LONG); }

    /** Returns how much is pending in a group, and for whom. O(N) in the consumers, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xpending/">XPENDING</a>. */
    @Redis("XPENDING") @ReadOnly public static Command<StreamPendingSummary> xpending(String key, String group) { return XPENDING.key(key).arg(group).command(PENDING_SUMMARY); }

    /** Returns the pending entries of a group that the arguments choose, lowest id first. O(N) in the entries looked at, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xpending/">XPENDING</a>. */
    @Redis("XPENDING") @ReadOnly public static Command<List<StreamPendingEntry>> xpending(String key, String group, XpendingArgs args) { return XPENDING.key(key).arg(group).args(args.words()).command(PENDING_ENTRIES); }

    /** Returns the entries with ids from {@code start} to {@code end}, both included, unless {@code (} stands before them; {@code -} is the lowest id, {@code +} the highest. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xrange/">XRANGE</a>. */
    @Redis("XRANGE") @ReadOnly public static Command<List<StreamEntry<@Stored String>>> xrange(String key, String start, String end) { return XRANGE.key(key).arg(start).arg(end).command(STREAM_ENTRIES); }

    /** Returns up to {@code count} of the entries with ids from {@code start} to {@code end}, both included, unless {@code (} stands before them; {@code -} is the lowest id, {@code +} the highest. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xrange/">XRANGE</a>. */
    @Redis("XRANGE") @ReadOnly public static Command<List<StreamEntry<@Stored String>>> xrange(String key, String start, String end, long count) { return XRANGE.key(key).arg(start).arg(end).arg("COUNT").arg(count).command(STREAM_ENTRIES); }

    /** Returns the entries of a stream after an id, {@code 0} for all. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xread/">XREAD</a>. */
    @Redis("XREAD") @ReadOnly @Blocks(MILLIS_AFTER_BLOCK) public static Command<List<StreamEntry<@Stored String>>> xread(String key, String id) { return XREAD.words().arg("STREAMS").key(key).arg(id).command(ENTRIES_OF_STREAM); }

    /** Reads as the arguments say, and returns the entries of a stream after an id, {@code 0} for all and {@code $} for those still to come; empty when the time is over. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xread/">XREAD</a>. */
    @Redis("XREAD") @ReadOnly @Blocks(MILLIS_AFTER_BLOCK) public static Command<List<StreamEntry<@Stored String>>> xread(XreadArgs args, String key, String id) { return XREAD.words().args(args.words()).arg("STREAMS").key(key).arg(id).command(ENTRIES_OF_STREAM); }

    /** Returns the entries of each of the streams after an id of its own, {@code 0} for all; streams without such entries are left out. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xread/">XREAD</a>. */
    @Redis("XREAD") @ReadOnly @Blocks(MILLIS_AFTER_BLOCK) public static Command<Map<String, List<StreamEntry<@Stored String>>>> xread(Map<String, String> streams) { return XREAD.words().arg("STREAMS").keys(streams.keySet().toArray(String[]::new)).args(streams.values().toArray(String[]::new)).command(ENTRIES_BY_STREAM); }

    /** Reads as the arguments say, and returns the entries of each of the streams after an id of its own, {@code 0} for all and {@code $} for those still to come; streams without such entries are left out, all of them when the time is over. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xread/">XREAD</a>. */
    @Redis("XREAD") @ReadOnly @Blocks(MILLIS_AFTER_BLOCK) public static Command<Map<String, List<StreamEntry<@Stored String>>>> xread(XreadArgs args, Map<String, String> streams) { return XREAD.words().args(args.words()).arg("STREAMS").keys(streams.keySet().toArray(String[]::new)).args(streams.values().toArray(String[]::new)).command(ENTRIES_BY_STREAM); }

    /** Gives a consumer of a group the entries of a stream: {@code >} as the id stands for those that nobody in the group has got, any other for what is pending for the consumer after it. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xreadgroup/">XREADGROUP</a>. */
    @Redis("XREADGROUP") @Blocks(MILLIS_AFTER_BLOCK) public static Command<List<StreamEntry<@Stored String>>> xreadgroup(String group, String consumer, String key, String id) { return XREADGROUP.words().arg("GROUP").arg(group).arg(consumer).arg("STREAMS").key(key).arg(id).command(ENTRIES_OF_STREAM); }

    /** Reads as the arguments say, and gives a consumer of a group the entries of a stream: {@code >} as the id stands for those that nobody in the group has got, any other for what is pending for the consumer after it; empty when the time is over. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xreadgroup/">XREADGROUP</a>. */
    @Redis("XREADGROUP") @Blocks(MILLIS_AFTER_BLOCK) public static Command<List<StreamEntry<@Stored String>>> xreadgroup(String group, String consumer, XreadgroupArgs args, String key, String id) { return XREADGROUP.words().arg("GROUP").arg(group).arg(consumer).args(args.words()).arg("STREAMS").key(key).arg(id).command(ENTRIES_OF_STREAM); }

    /** Gives a consumer of a group the entries of several streams, named with their ids: {@code >} as the id stands for those that nobody in the group has got, any other for what is pending for the consumer after it. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xreadgroup/">XREADGROUP</a>. */
    @Redis("XREADGROUP") @Blocks(MILLIS_AFTER_BLOCK) public static Command<Map<String, List<StreamEntry<@Stored String>>>> xreadgroup(String group, String consumer, Map<String, String> streams) { return XREADGROUP.words().arg("GROUP").arg(group).arg(consumer).arg("STREAMS").keys(streams.keySet().toArray(String[]::new)).args(streams.values().toArray(String[]::new)).command(ENTRIES_BY_STREAM); }

    /** Reads as the arguments say, and gives a consumer of a group the entries of several streams, named with their ids: {@code >} as the id stands for those that nobody in the group has got, any other for what is pending for the consumer after it; empty when the time is over. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xreadgroup/">XREADGROUP</a>. */
    @Redis("XREADGROUP") @Blocks(MILLIS_AFTER_BLOCK) public static Command<Map<String, List<StreamEntry<@Stored String>>>> xreadgroup(String group, String consumer, XreadgroupArgs args, Map<String, String> streams) { return XREADGROUP.words().arg("GROUP").arg(group).arg(consumer).args(args.words()).arg("STREAMS").keys(streams.keySet().toArray(String[]::new)).args(streams.values().toArray(String[]::new)).command(ENTRIES_BY_STREAM); }

    /** Reads as the arguments say, and gives a consumer of a group the entries of a stream that nobody acknowledged for some time, and then new ones; empty when the time is over. O(N) in the entries returned, since 8.4.0: <a href="https://redis.io/docs/latest/commands/xreadgroup/">XREADGROUP</a>. */
    @Redis("XREADGROUP") @Blocks(MILLIS_AFTER_BLOCK) public static Command<List<StreamClaimedEntry<@Stored String>>> xreadgroupClaim(String group, String consumer, Duration minIdle, XreadgroupArgs args, String key) { return XREADGROUP.words().arg("GROUP").arg(group).arg(consumer).args(args.words()).arg("CLAIM").arg(Times.millis(minIdle)).arg("STREAMS").key(key).arg(">").command(CLAIMED_OF_STREAM); }

    /** Reads as the arguments say, and gives a consumer of a group the entries of several streams that nobody acknowledged for some time, and then new ones; streams without such entries are left out, all of them when the time is over. O(N) in the entries returned, since 8.4.0: <a href="https://redis.io/docs/latest/commands/xreadgroup/">XREADGROUP</a>. */
    @Redis("XREADGROUP") @Blocks(MILLIS_AFTER_BLOCK) public static Command<Map<String, List<StreamClaimedEntry<@Stored String>>>> xreadgroupClaim(String group, String consumer, Duration minIdle, XreadgroupArgs args, List<String> keys) { return XREADGROUP.words().arg("GROUP").arg(group).arg(consumer).args(args.words()).arg("CLAIM").arg(Times.millis(minIdle)).arg("STREAMS").keys(keys.toArray(String[]::new)).args(Collections.nCopies(keys.size(), ">")).command(CLAIMED_BY_STREAM); }

    /** Returns the entries with ids from {@code end} down to {@code start}, both included, unless {@code (} stands before them; {@code -} is the lowest id, {@code +} the highest, and the highest comes first. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xrevrange/">XREVRANGE</a>. */
    @Redis("XREVRANGE") @ReadOnly public static Command<List<StreamEntry<@Stored String>>> xrevrange(String key, String end, String start) { return XREVRANGE.key(key).arg(end).arg(start).command(STREAM_ENTRIES); }

    /** Returns up to {@code count} of the entries with ids from {@code end} down to {@code start}, both included, unless {@code (} stands before them; {@code -} is the lowest id, {@code +} the highest, and the highest comes first. O(N) in the entries returned, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xrevrange/">XREVRANGE</a>. */
    @Redis("XREVRANGE") @ReadOnly public static Command<List<StreamEntry<@Stored String>>> xrevrange(String key, String end, String start, long count) { return XREVRANGE.key(key).arg(end).arg(start).arg("COUNT").arg(count).command(STREAM_ENTRIES); }

    /** Sets the last id that a stream has given, not below that of its last entry, and returns {@code OK}. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/xsetid/">XSETID</a>. */
    @Redis("XSETID") public static Command<String> xsetid(String key, String lastId) { return XSETID.key(key).arg(lastId).command(TEXT); }

    /** Sets the last id that a stream has given, how many entries were ever added, and the highest id that was deleted, and returns {@code OK}. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/xsetid/">XSETID</a>. */
    @Redis("XSETID") public static Command<String> xsetid(String key, String lastId, long entriesAdded, String maxDeletedId) { return XSETID.key(key).arg(lastId).arg("ENTRIESADDED").arg(entriesAdded).arg("MAXDELETEDID").arg(maxDeletedId).command(TEXT); }

    /** Removes entries from the beginning, and returns how many. O(N) in the entries removed, since 5.0.0: <a href="https://redis.io/docs/latest/commands/xtrim/">XTRIM</a>. */
    @Redis("XTRIM") public static Command<Long> xtrim(String key, XtrimArgs args) { return XTRIM.key(key).args(args.words()).command(LONG); }
    // spotless:on
}
