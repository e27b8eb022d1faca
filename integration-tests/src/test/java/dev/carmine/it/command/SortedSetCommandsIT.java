package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.KeyedMember;
import dev.carmine.client.command.ScanArgs;
import dev.carmine.client.command.ScanResult;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.client.command.SyncSortedSets;
import dev.carmine.client.command.ZaddArgs;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.Map;
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
}
