package dev.carmine.client.command;

import static dev.carmine.client.internal.command.Blocking.SECONDS_FIRST;
import static dev.carmine.client.internal.command.Blocking.SECONDS_LAST;
import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ResultDecoders.*;
import static dev.carmine.client.internal.reply.SortedSetDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Blocks;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import dev.carmine.client.internal.command.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on sorted sets: members in the order of their scores. The older range commands, such as {@code ZRANGEBYSCORE},
 * are left out: {@code ZRANGE} with {@link ZrangeArgs} does all they do.
 */
public final class SortedSets {
    private SortedSets() {}

    // spotless:off
    /** Takes up to {@code count} members from an end of the first sorted set that has one, as soon as one does; null when the time is over; zero waits for ever. O(log N) a member, since 7.0.0: <a href="https://redis.io/docs/latest/commands/bzmpop/">BZMPOP</a>. */
    @Redis("BZMPOP") @Blocks(SECONDS_FIRST) public static Command<@Nullable KeyedMembers<@Stored String>> bzmpop(Duration timeout, ScoreEnd end, long count, String... keys) { return BZMPOP.words().arg(Times.blockingSeconds(timeout)).numberedKeys(List.of(keys)).arg(end.name()).arg("COUNT").arg(Amounts.positive("count", count)).command(NULLABLE_KEYED_MEMBERS); }

    /** Takes the member with the highest score of the first sorted set that has one, as soon as one does; null when the time is over; zero waits for ever. O(log N), since 5.0.0: <a href="https://redis.io/docs/latest/commands/bzpopmax/">BZPOPMAX</a>. */
    @Redis("BZPOPMAX") @Blocks(SECONDS_LAST) public static Command<@Nullable KeyedMember<@Stored String>> bzpopmax(Duration timeout, String... keys) { return BZPOPMAX.words().keys(keys).arg(Times.blockingSeconds(timeout)).command(NULLABLE_KEYED_MEMBER); }

    /** Takes the member with the lowest score of the first sorted set that has one, as soon as one does; null when the time is over; zero waits for ever. O(log N), since 5.0.0: <a href="https://redis.io/docs/latest/commands/bzpopmin/">BZPOPMIN</a>. */
    @Redis("BZPOPMIN") @Blocks(SECONDS_LAST) public static Command<@Nullable KeyedMember<@Stored String>> bzpopmin(Duration timeout, String... keys) { return BZPOPMIN.words().keys(keys).arg(Times.blockingSeconds(timeout)).command(NULLABLE_KEYED_MEMBER); }

    /** Gives a member a score, and returns 1 if it is new, 0 if it was there. O(log N), since 1.2.0: <a href="https://redis.io/docs/latest/commands/zadd/">ZADD</a>. */
    @Redis("ZADD") public static Command<Long> zadd(String key, double score, Object member) { return ZADD.key(key).arg(score).value(member).command(LONG); }

    /** Gives members scores, and returns how many of them are new. O(log N) a member, since 1.2.0: <a href="https://redis.io/docs/latest/commands/zadd/">ZADD</a>. */
    @Redis("ZADD") public static Command<Long> zadd(String key, Map<?, ? extends Number> scores) { return ZADD.key(key).scoresAndMembers(scores).command(LONG); }

    /** Gives members scores as the arguments say, and returns how many of them are new, or have changed if the arguments count those. O(log N) a member, since 3.0.2: <a href="https://redis.io/docs/latest/commands/zadd/">ZADD</a>. */
    @Redis("ZADD") public static Command<Long> zadd(String key, ZaddArgs args, Map<?, ? extends Number> scores) { return ZADD.key(key).args(args.words()).scoresAndMembers(scores).command(LONG); }

    /** Adds to the score of a member as the arguments say, and returns it, or null if their condition is not met. O(log N), since 3.0.2: <a href="https://redis.io/docs/latest/commands/zadd/">ZADD</a>. */
    @Redis("ZADD") public static Command<@Nullable Double> zaddIncr(String key, ZaddArgs args, double increment, Object member) { return ZADD.key(key).args(args.words()).arg("INCR").arg(increment).value(member).command(NULLABLE_DOUBLE); }

    /** Returns how many members there are; 0 if {@code key} is missing. O(1), since 1.2.0: <a href="https://redis.io/docs/latest/commands/zcard/">ZCARD</a>. */
    @Redis("ZCARD") @ReadOnly public static Command<Long> zcard(String key) { return ZCARD.command(key, LONG); }

    /** Returns how many members have a score from {@code min} to {@code max}, both included. O(log N), since 2.0.0: <a href="https://redis.io/docs/latest/commands/zcount/">ZCOUNT</a>. */
    @Redis("ZCOUNT") @ReadOnly public static Command<Long> zcount(String key, double min, double max) { return ZCOUNT.key(key).arg(min).arg(max).command(LONG); }

    /** Returns how many members have a score in the range. O(log N), since 2.0.0: <a href="https://redis.io/docs/latest/commands/zcount/">ZCOUNT</a>. */
    @Redis("ZCOUNT") @ReadOnly public static Command<Long> zcount(String key, ScoreRange range) { return ZCOUNT.key(key).args(range.words()).command(LONG); }

    /** Adds to the score of a member, and returns it; a missing member counts as 0. O(log N), since 1.2.0: <a href="https://redis.io/docs/latest/commands/zincrby/">ZINCRBY</a>. */
    @Redis("ZINCRBY") public static Command<Double> zincrby(String key, double increment, Object member) { return ZINCRBY.key(key).arg(increment).value(member).command(DOUBLE); }

    /** Returns how many members are in the range, if all have the same score. O(log N), since 2.8.9: <a href="https://redis.io/docs/latest/commands/zlexcount/">ZLEXCOUNT</a>. */
    @Redis("ZLEXCOUNT") @ReadOnly public static Command<Long> zlexcount(String key, LexRange range) { return ZLEXCOUNT.key(key).args(range.words()).command(LONG); }

    /** Takes up to {@code count} members from an end of the first sorted set that has one; null if none has. O(log N) a member, since 7.0.0: <a href="https://redis.io/docs/latest/commands/zmpop/">ZMPOP</a>. */
    @Redis("ZMPOP") public static Command<@Nullable KeyedMembers<@Stored String>> zmpop(ScoreEnd end, long count, String... keys) { return ZMPOP.words().numberedKeys(List.of(keys)).arg(end.name()).arg("COUNT").arg(Amounts.positive("count", count)).command(NULLABLE_KEYED_MEMBERS); }

    /** Returns the scores of the members in their order; null for each that is missing. O(N) in the members given, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zmscore/">ZMSCORE</a>. */
    @Redis("ZMSCORE") @ReadOnly public static Command<List<@Nullable Double>> zmscore(String key, Object... members) { return ZMSCORE.key(key).values(members).command(OPTIONAL_DOUBLES); }

    /** Takes the member with the highest score, or null if {@code key} is missing. O(log N), since 5.0.0: <a href="https://redis.io/docs/latest/commands/zpopmax/">ZPOPMAX</a>. */
    @Redis("ZPOPMAX") public static Command<@Nullable ScoredMember<@Stored String>> zpopmax(String key) { return ZPOPMAX.command(key, NULLABLE_SCORED_MEMBER); }

    /** Takes up to {@code count} members with the highest scores, the highest first; empty if {@code key} is missing. O(log N) a member, since 5.0.0: <a href="https://redis.io/docs/latest/commands/zpopmax/">ZPOPMAX</a>. */
    @Redis("ZPOPMAX") public static Command<List<ScoredMember<@Stored String>>> zpopmax(String key, long count) { return ZPOPMAX.key(key).arg(count).command(SCORED_MEMBERS); }

    /** Takes the member with the lowest score, or null if {@code key} is missing. O(log N), since 5.0.0: <a href="https://redis.io/docs/latest/commands/zpopmin/">ZPOPMIN</a>. */
    @Redis("ZPOPMIN") public static Command<@Nullable ScoredMember<@Stored String>> zpopmin(String key) { return ZPOPMIN.command(key, NULLABLE_SCORED_MEMBER); }

    /** Takes up to {@code count} members with the lowest scores, the lowest first; empty if {@code key} is missing. O(log N) a member, since 5.0.0: <a href="https://redis.io/docs/latest/commands/zpopmin/">ZPOPMIN</a>. */
    @Redis("ZPOPMIN") public static Command<List<ScoredMember<@Stored String>>> zpopmin(String key, long count) { return ZPOPMIN.key(key).arg(count).command(SCORED_MEMBERS); }

    /** Returns a random member, or null if {@code key} is missing. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/zrandmember/">ZRANDMEMBER</a>. */
    @Redis("ZRANDMEMBER") @ReadOnly public static Command<@Nullable @Stored String> zrandmember(String key) { return ZRANDMEMBER.command(key, NULLABLE_VALUE); }

    /** Returns up to {@code count} different random members, or exactly as many with repetitions if it is negative; empty if {@code key} is missing. O(N) in the count, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zrandmember/">ZRANDMEMBER</a>. */
    @Redis("ZRANDMEMBER") @ReadOnly public static Command<List<@Stored String>> zrandmember(String key, long count) { return ZRANDMEMBER.key(key).arg(count).command(VALUES); }

    /** Returns random members with their scores: up to {@code count} different ones, or exactly as many with repetitions if it is negative; empty if {@code key} is missing. O(N) in the count, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zrandmember/">ZRANDMEMBER</a>. */
    @Redis("ZRANDMEMBER") @ReadOnly public static Command<List<ScoredMember<@Stored String>>> zrandmemberWithScores(String key, long count) { return ZRANDMEMBER.key(key).arg(count).arg("WITHSCORES").command(SCORED_MEMBERS); }

    /** Returns the members at the positions from {@code start} to {@code stop}, both included, lowest score first; negative positions count from the end. O(log N), and the members returned, since 1.2.0: <a href="https://redis.io/docs/latest/commands/zrange/">ZRANGE</a>. */
    @Redis("ZRANGE") @ReadOnly public static Command<List<@Stored String>> zrange(String key, long start, long stop) { return ZRANGE.key(key).arg(start).arg(stop).command(VALUES); }

    /** Returns the members that the arguments choose, in their order; empty if {@code key} is missing. O(log N), and the members returned, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zrange/">ZRANGE</a>. */
    @Redis("ZRANGE") @ReadOnly public static Command<List<@Stored String>> zrange(String key, ZrangeArgs args) { return ZRANGE.key(key).args(args.words()).command(VALUES); }

    /** Returns the members at the positions from {@code start} to {@code stop}, both included, with their scores, lowest first; negative positions count from the end. O(log N), and the members returned, since 1.2.0: <a href="https://redis.io/docs/latest/commands/zrange/">ZRANGE</a>. */
    @Redis("ZRANGE") @ReadOnly public static Command<List<ScoredMember<@Stored String>>> zrangeWithScores(String key, long start, long stop) { return ZRANGE.key(key).arg(start).arg(stop).arg("WITHSCORES").command(SCORED_MEMBERS); }

    /** Returns the members that the arguments choose with their scores, in their order; empty if {@code key} is missing. Not by text. O(log N), and the members returned, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zrange/">ZRANGE</a>. */
    @Redis("ZRANGE") @ReadOnly public static Command<List<ScoredMember<@Stored String>>> zrangeWithScores(String key, ZrangeArgs args) { return ZRANGE.key(key).args(args.wordsWithScores()).command(SCORED_MEMBERS); }

    /** Stores the members that the arguments choose under {@code destination}, and returns how many there are. O(log N), and log of their number for each member stored, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zrangestore/">ZRANGESTORE</a>. */
    @Redis("ZRANGESTORE") public static Command<Long> zrangestore(String destination, String source, ZrangeArgs args) { return ZRANGESTORE.key(destination).key(source).args(args.words()).command(LONG); }

    /** Returns the position of a member, 0 for the lowest score, or null if it is missing. O(log N), since 2.0.0: <a href="https://redis.io/docs/latest/commands/zrank/">ZRANK</a>. */
    @Redis("ZRANK") @ReadOnly public static Command<@Nullable Long> zrank(String key, Object member) { return ZRANK.command(key, member, NULLABLE_LONG); }

    /** Returns the position of a member, 0 for the lowest score, with its score, or null if it is missing. O(log N), since 7.2.0: <a href="https://redis.io/docs/latest/commands/zrank/">ZRANK</a>. */
    @Redis("ZRANK") @ReadOnly public static Command<@Nullable RankAndScore> zrankWithScore(String key, Object member) { return ZRANK.key(key).value(member).arg("WITHSCORE").command(NULLABLE_RANK_AND_SCORE); }

    /** Removes members, and returns how many of them there were. O(log N) a member, since 1.2.0: <a href="https://redis.io/docs/latest/commands/zrem/">ZREM</a>. */
    @Redis("ZREM") public static Command<Long> zrem(String key, Object... members) { return ZREM.key(key).values(members).command(LONG); }

    /** Removes the members in the range, if all have the same score, and returns how many there were. O(log N), and the members removed, since 2.8.9: <a href="https://redis.io/docs/latest/commands/zremrangebylex/">ZREMRANGEBYLEX</a>. */
    @Redis("ZREMRANGEBYLEX") public static Command<Long> zremrangebylex(String key, LexRange range) { return ZREMRANGEBYLEX.key(key).args(range.words()).command(LONG); }

    /** Removes the members at the positions from {@code start} to {@code stop}, both included, lowest score first, and returns how many there were; negative positions count from the end. O(log N), and the members removed, since 2.0.0: <a href="https://redis.io/docs/latest/commands/zremrangebyrank/">ZREMRANGEBYRANK</a>. */
    @Redis("ZREMRANGEBYRANK") public static Command<Long> zremrangebyrank(String key, long start, long stop) { return ZREMRANGEBYRANK.key(key).arg(start).arg(stop).command(LONG); }

    /** Removes the members with a score in the range, and returns how many there were. O(log N), and the members removed, since 1.2.0: <a href="https://redis.io/docs/latest/commands/zremrangebyscore/">ZREMRANGEBYSCORE</a>. */
    @Redis("ZREMRANGEBYSCORE") public static Command<Long> zremrangebyscore(String key, ScoreRange range) { return ZREMRANGEBYSCORE.key(key).args(range.words()).command(LONG); }

    /** Returns the position of a member, 0 for the highest score, or null if it is missing. O(log N), since 2.0.0: <a href="https://redis.io/docs/latest/commands/zrevrank/">ZREVRANK</a>. */
    @Redis("ZREVRANK") @ReadOnly public static Command<@Nullable Long> zrevrank(String key, Object member) { return ZREVRANK.command(key, member, NULLABLE_LONG); }

    /** Returns the position of a member, 0 for the highest score, with its score, or null if it is missing. O(log N), since 7.2.0: <a href="https://redis.io/docs/latest/commands/zrevrank/">ZREVRANK</a>. */
    @Redis("ZREVRANK") @ReadOnly public static Command<@Nullable RankAndScore> zrevrankWithScore(String key, Object member) { return ZREVRANK.key(key).value(member).arg("WITHSCORE").command(NULLABLE_RANK_AND_SCORE); }

    /** Returns some members with their scores and the cursor of the next step; begin with {@link ScanResult#START}. O(1) a step, since 2.8.0: <a href="https://redis.io/docs/latest/commands/zscan/">ZSCAN</a>. */
    @Redis("ZSCAN") @ReadOnly public static Command<ScanResult<ScoredMember<@Stored String>>> zscan(String key, String cursor) { return ZSCAN.key(key).arg(cursor).command(SCANNED_MEMBERS); }

    /** Returns some of the members that the arguments choose with their scores, and the cursor of the next step; begin with {@link ScanResult#START}. O(1) a step, since 2.8.0: <a href="https://redis.io/docs/latest/commands/zscan/">ZSCAN</a>. */
    @Redis("ZSCAN") @ReadOnly public static Command<ScanResult<ScoredMember<@Stored String>>> zscan(String key, String cursor, ScanArgs args) { return ZSCAN.key(key).arg(cursor).args(args.words()).command(SCANNED_MEMBERS); }

    /** Returns the score of a member, or null if it is missing. O(1), since 1.2.0: <a href="https://redis.io/docs/latest/commands/zscore/">ZSCORE</a>. */
    @Redis("ZSCORE") @ReadOnly public static Command<@Nullable Double> zscore(String key, Object member) { return ZSCORE.command(key, member, NULLABLE_DOUBLE); }
    // spotless:on
}
