package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.KeyedMember;
import dev.carmine.client.command.KeyedMembers;
import dev.carmine.client.command.LexRange;
import dev.carmine.client.command.RankAndScore;
import dev.carmine.client.command.ScanArgs;
import dev.carmine.client.command.ScanResult;
import dev.carmine.client.command.ScoreEnd;
import dev.carmine.client.command.ScoreRange;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.client.command.SyncSortedSets;
import dev.carmine.client.command.ZaddArgs;
import dev.carmine.client.command.ZrangeArgs;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachFace
class SortedSetCommandsIT extends CommandContract {
    private static final Duration MOMENT = Duration.ofMillis(10);
    private static final ScoredMember<String> ONE = new ScoredMember<>("one", 1);
    private static final ScoredMember<String> TWO = new ScoredMember<>("two", 2.5);
    private static final ScoredMember<String> LAST = new ScoredMember<>("last", Double.POSITIVE_INFINITY);

    SortedSetCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncSortedSets.class, face, resp, server);
    }

    @Test
    void membersAreAddedCountedAndRemoved() {
        assertThat(redis.zadd("z", 1, "one")).isEqualTo(1);
        assertThat(redis.zadd("z", Map.of("two", 2.5, "last", Double.POSITIVE_INFINITY)))
                .isEqualTo(2);
        assertThat(redis.zcard("z")).isEqualTo(3);
        assertThat(redis.zcount("z", 1, 3)).isEqualTo(2);
        assertThat(redis.zcount("z", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isEqualTo(3);
        assertThat(redis.zrem("z", "one", "none")).isEqualTo(1);
        assertThat(redis.zcard("z")).isEqualTo(2);
    }

    @Test
    void addingObeysItsConditions() {
        redis.zadd("condition", 5, "m");
        assertThat(redis.zadd("condition", ZaddArgs.ifAbsent(), Map.of("m", 9.0, "n", 1.0)))
                .isEqualTo(1);
        assertThat(redis.zadd("condition", ZaddArgs.ifPresent().countChanged(), Map.of("m", 6.0, "o", 1.0)))
                .isEqualTo(1);
        assertThat(redis.zadd("condition", ZaddArgs.always().ifGreater().countChanged(), Map.of("m", 2.0)))
                .isZero();
        assertThat(redis.zaddIncr("condition", ZaddArgs.always(), 1.5, "m")).isEqualTo(7.5);
        assertThat(redis.zaddIncr("condition", ZaddArgs.ifPresent(), 1.5, "o")).isNull();
        assertThat(redis.zincrby("condition", -0.5, "m")).isEqualTo(7);
    }

    @Test
    void scoresAndRanksAreRead() {
        redis.zadd("rank", Map.of("one", 1.0, "two", 2.5, "last", Double.POSITIVE_INFINITY));
        assertThat(redis.zscore("rank", "two")).isEqualTo(2.5);
        assertThat(redis.zscore("rank", "last")).isInfinite();
        assertThat(redis.zscore("rank", "none")).isNull();
        assertThat(redis.zmscore("rank", "two", "none")).containsExactly(2.5, null);
        assertThat(redis.zrank("rank", "last")).isEqualTo(2);
        assertThat(redis.zrevrank("rank", "last")).isZero();
        assertThat(redis.zrank("rank", "none")).isNull();
        assertThat(redis.zrevrank("rank", "none")).isNull();
    }

    @Test
    void rangesAreRead() {
        redis.zadd("range", Map.of("one", 1.0, "two", 2.5, "last", Double.POSITIVE_INFINITY));
        assertThat(redis.zrange("range", 0, -1)).containsExactly("one", "two", "last");
        assertThat(redis.zrangeWithScores("range", 0, -1)).containsExactly(ONE, TWO, LAST);
        assertThat(redis.zrangeWithScores("range:none", 0, -1)).isEmpty();
    }

    @Test
    void theLeastAndTheGreatestMembersAreTaken() {
        redis.zadd("pop", Map.of("one", 1.0, "two", 2.5, "last", Double.POSITIVE_INFINITY));
        assertThat(redis.zpopmin("pop")).isEqualTo(ONE);
        assertThat(redis.zpopmax("pop")).isEqualTo(LAST);
        assertThat(redis.zpopmin("pop", 2)).containsExactly(TWO);
        assertThat(redis.zpopmin("pop")).isNull();
        assertThat(redis.zpopmax("pop")).isNull();
        assertThat(redis.zpopmin("pop", 2)).isEmpty();
        redis.zadd("pop", Map.of("one", 1.0, "two", 2.5));
        assertThat(redis.zpopmax("pop", 2)).containsExactly(TWO, ONE);
    }

    @Test
    void blockingCommandsTakeWhatIsThereOrWaitForIt() {
        redis.zadd("block:2", Map.of("one", 1.0, "two", 2.5));
        assertThat(redis.bzpopmin(MOMENT, "block:1", "block:2")).isEqualTo(new KeyedMember<>("block:2", "one", 1));
        assertThat(redis.bzpopmax(MOMENT, "block:1", "block:2")).isEqualTo(new KeyedMember<>("block:2", "two", 2.5));
        assertThat(redis.bzpopmin(MOMENT, "block:1")).isNull();
        assertThat(redis.bzpopmax(MOMENT, "block:1")).isNull();
    }

    @Test
    void membersAreScanned() {
        redis.zadd("scan", Map.of("one", 1.0, "two", 2.5));
        assertThat(redis.zscan("scan", ScanResult.START).elements()).containsExactly(ONE, TWO);
        assertThat(redis.zscan("scan", ScanResult.START, ScanArgs.matching("t*"))
                        .elements())
                .containsExactly(TWO);
    }

    @Test
    void rangesAreChosenByScore() {
        redis.zadd("score", Map.of("one", 1.0, "two", 2.5, "last", Double.POSITIVE_INFINITY));
        ZrangeArgs aboveOne = ZrangeArgs.byScore(ScoreRange.all().above(1));
        assertThat(redis.zrange("score", aboveOne)).containsExactly("two", "last");
        assertThat(redis.zrange("score", aboveOne.reversed().limit(1, -1))).containsExactly("two");
        assertThat(redis.zrangeWithScores("score", aboveOne.limit(0, 1))).containsExactly(TWO);
        assertThat(redis.zrange("score", ZrangeArgs.byScore(ScoreRange.all().below(Double.POSITIVE_INFINITY))))
                .containsExactly("one", "two");
        assertThat(redis.zrangeWithScores("score", ZrangeArgs.byRank(0, 1).reversed()))
                .containsExactly(LAST, TWO);
        assertThat(redis.zcount("score", ScoreRange.all().from(1).below(2.5))).isEqualTo(1);
        assertThat(redis.zrange("score:none", aboveOne)).isEmpty();
        assertThat(redis.zremrangebyscore("score", ScoreRange.between(1, 2))).isEqualTo(1);
        assertThat(redis.zremrangebyrank("score", -1, -1)).isEqualTo(1);
        assertThat(redis.zrangeWithScores("score", 0, -1)).containsExactly(TWO);
    }

    @Test
    void rangesAreChosenByText() {
        redis.zadd("lex", Map.of("a", 0.0, "b", 0.0, "c", 0.0));
        assertThat(redis.zrange("lex", ZrangeArgs.byLex(LexRange.all().from("b"))))
                .containsExactly("b", "c");
        assertThat(redis.zrange(
                        "lex", ZrangeArgs.byLex(LexRange.all().below("c")).reversed()))
                .containsExactly("b", "a");
        assertThat(redis.zlexcount("lex", LexRange.all().above("a"))).isEqualTo(2);
        assertThat(redis.zremrangebylex("lex", LexRange.all().to("b"))).isEqualTo(2);
        assertThat(redis.zrange("lex", 0, -1)).containsExactly("c");
    }

    @Test
    void rangesAreStored() {
        redis.zadd("{r}", Map.of("one", 1.0, "two", 2.5));
        assertThat(redis.zrangestore(
                        "{r}:to", "{r}", ZrangeArgs.byScore(ScoreRange.all().from(2))))
                .isEqualTo(1);
        assertThat(redis.zrangeWithScores("{r}:to", 0, -1)).containsExactly(TWO);
    }

    @Test
    void membersAreDrawnAtRandom() {
        assertThat(redis.zrandmember("draw")).isNull();
        assertThat(redis.zrandmember("draw", 2)).isEmpty();
        assertThat(redis.zrandmemberWithScores("draw", 2)).isEmpty();
        redis.zadd("draw", Map.of("one", 1.0, "two", 2.5));
        assertThat(redis.zrandmember("draw")).isIn("one", "two");
        assertThat(redis.zrandmember("draw", -3)).hasSize(3).containsAnyOf("one", "two");
        assertThat(redis.zrandmemberWithScores("draw", 5)).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    @SinceRedis("7.0")
    void severalMembersAreTakenFromOneOfSeveralSortedSets() {
        redis.zadd("{m}:2", Map.of("one", 1.0, "two", 2.5, "last", Double.POSITIVE_INFINITY));
        assertThat(redis.zmpop(ScoreEnd.MIN, 2, "{m}:1", "{m}:2"))
                .isEqualTo(new KeyedMembers<>("{m}:2", List.of(ONE, TWO)));
        assertThat(redis.bzmpop(MOMENT, ScoreEnd.MAX, 2, "{m}:1", "{m}:2"))
                .isEqualTo(new KeyedMembers<>("{m}:2", List.of(LAST)));
        assertThat(redis.zmpop(ScoreEnd.MIN, 1, "{m}:1", "{m}:2")).isNull();
        assertThat(redis.bzmpop(MOMENT, ScoreEnd.MAX, 1, "{m}:1", "{m}:2")).isNull();
    }

    @Test
    @SinceRedis("7.2")
    void ranksAreReadWithScores() {
        redis.zadd("rank", Map.of("one", 1.0, "two", 2.5));
        assertThat(redis.zrankWithScore("rank", "two")).isEqualTo(new RankAndScore(1, 2.5));
        assertThat(redis.zrevrankWithScore("rank", "two")).isEqualTo(new RankAndScore(0, 2.5));
        assertThat(redis.zrankWithScore("rank", "none")).isNull();
        assertThat(redis.zrevrankWithScore("rank:none", "two")).isNull();
    }

    /** {@code WITHSCORE} came with 7.2. */
    @Override
    Set<String> notHere() {
        return server.redisLevel().isAtLeast("7.2") ? Set.of() : Set.of("zrankWithScore", "zrevrankWithScore");
    }
}
