package dev.carmine.client.command;

import java.time.Duration;
import java.util.stream.Stream;

class SortedSetsTest extends FactoryContract {
    SortedSetsTest() {
        super(SortedSets.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(SortedSets.bzmpop(Duration.ofMillis(1500), ScoreEnd.MIN, 7, "k1", "k2"), "BZMPOP 1.5 2 k1 k2 MIN COUNT 7", "k1 k2"),
            row(SortedSets.bzpopmax(Duration.ofMillis(1500), "k1", "k2"), "BZPOPMAX k1 k2 1.5", "k1 k2"),
            row(SortedSets.bzpopmin(Duration.ofMillis(1500), "k1", "k2"), "BZPOPMIN k1 k2 1.5", "k1 k2"),
            row(SortedSets.zadd("k", 2.5, "m"), "ZADD k 2.5 m", "k"),
            row(SortedSets.zadd("k", TWO_SCORES), "ZADD k 1 m1 -0.5 m2", "k"),
            row(SortedSets.zadd("k", ZaddArgs.ifPresent(), TWO_SCORES), "ZADD k XX 1 m1 -0.5 m2", "k"),
            row(SortedSets.zaddIncr("k", ZaddArgs.ifPresent(), 1.5, "m"), "ZADD k XX INCR 1.5 m", "k"),
            row(SortedSets.zcard("k"), "ZCARD k", "k"),
            row(SortedSets.zcount("k", 1, Double.POSITIVE_INFINITY), "ZCOUNT k 1 inf", "k"),
            row(SortedSets.zcount("k", ScoreRange.all().above(1.5)), "ZCOUNT k (1.5 +inf", "k"),
            row(SortedSets.zincrby("k", 1.5, "m"), "ZINCRBY k 1.5 m", "k"),
            row(SortedSets.zlexcount("k", LexRange.all().below("b")), "ZLEXCOUNT k - (b", "k"),
            row(SortedSets.zmpop(ScoreEnd.MAX, 7, "k1", "k2"), "ZMPOP 2 k1 k2 MAX COUNT 7", "k1 k2"),
            row(SortedSets.zmscore("k", "m1", "m2"), "ZMSCORE k m1 m2", "k"),
            row(SortedSets.zpopmax("k"), "ZPOPMAX k", "k"),
            row(SortedSets.zpopmax("k", 7), "ZPOPMAX k 7", "k"),
            row(SortedSets.zpopmin("k"), "ZPOPMIN k", "k"),
            row(SortedSets.zpopmin("k", 7), "ZPOPMIN k 7", "k"),
            row(SortedSets.zrandmember("k"), "ZRANDMEMBER k", "k"),
            row(SortedSets.zrandmember("k", 7), "ZRANDMEMBER k 7", "k"),
            row(SortedSets.zrandmemberWithScores("k", 7), "ZRANDMEMBER k 7 WITHSCORES", "k"),
            row(SortedSets.zrange("k", 0, -1), "ZRANGE k 0 -1", "k"),
            row(SortedSets.zrange("k", ZrangeArgs.byLex(LexRange.all())), "ZRANGE k - + BYLEX", "k"),
            row(SortedSets.zrangeWithScores("k", 0, -1), "ZRANGE k 0 -1 WITHSCORES", "k"),
            row(SortedSets.zrangeWithScores("k", ZrangeArgs.byScore(ScoreRange.all())), "ZRANGE k -inf +inf BYSCORE WITHSCORES", "k"),
            row(SortedSets.zrangestore("d", "s", ZrangeArgs.all()), "ZRANGESTORE d s 0 -1", "d s"),
            row(SortedSets.zrank("k", "m"), "ZRANK k m", "k"),
            row(SortedSets.zrankWithScore("k", "m"), "ZRANK k m WITHSCORE", "k"),
            row(SortedSets.zrem("k", "m1", "m2"), "ZREM k m1 m2", "k"),
            row(SortedSets.zremrangebylex("k", LexRange.all().from("a").to("b")), "ZREMRANGEBYLEX k [a [b", "k"),
            row(SortedSets.zremrangebyrank("k", 0, -2), "ZREMRANGEBYRANK k 0 -2", "k"),
            row(SortedSets.zremrangebyscore("k", ScoreRange.between(1, 2)), "ZREMRANGEBYSCORE k 1 2", "k"),
            row(SortedSets.zrevrank("k", "m"), "ZREVRANK k m", "k"),
            row(SortedSets.zrevrankWithScore("k", "m"), "ZREVRANK k m WITHSCORE", "k"),
            row(SortedSets.zscan("k", "17"), "ZSCAN k 17", "k"),
            row(SortedSets.zscan("k", "17", ScanArgs.matching("m*")), "ZSCAN k 17 MATCH m*", "k"),
            row(SortedSets.zscore("k", "m"), "ZSCORE k m", "k"));
    }
    // spotless:on
}
