package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.ScoreAggregate;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.client.command.SyncSortedSetAlgebra;
import dev.carmine.client.command.ZaggregateArgs;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EachFace
class SortedSetAlgebraCommandsIT extends CommandContract {
    private static final String A = "{z}:a";
    private static final String B = "{z}:b";
    private static final String TO = "{z}:to";
    private static final ZaggregateArgs GREATEST =
            ZaggregateArgs.of(A, B).weights(1, 10).aggregate(ScoreAggregate.MAX);

    SortedSetAlgebraCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncSortedSetAlgebra.class, face, resp, server);
    }

    private void fill() {
        redis.zadd(A, Map.of("one", 1.0, "two", 2.0));
        redis.zadd(B, Map.of("two", 20.0, "three", 3.0));
    }

    @Test
    void unionsAreMade() {
        fill();
        assertThat(redis.zunion(A, B)).containsExactly("one", "three", "two");
        assertThat(redis.zunion(GREATEST)).containsExactly("one", "three", "two");
        assertThat(redis.zunionWithScores(A, B))
                .containsExactly(scored("one", 1), scored("three", 3), scored("two", 22));
        assertThat(redis.zunionWithScores(GREATEST))
                .containsExactly(scored("one", 1), scored("three", 30), scored("two", 200));
        assertThat(redis.zunionstore(TO, A, B)).isEqualTo(3);
        assertThat(redis.zscore(TO, "two")).isEqualTo(22);
        assertThat(redis.zunionstore(TO, GREATEST)).isEqualTo(3);
        assertThat(redis.zscore(TO, "two")).isEqualTo(200);
        assertThat(redis.zunion("{z}:none")).isEmpty();
    }

    @Test
    void intersectionsAreMade() {
        fill();
        assertThat(redis.zinter(A, B)).containsExactly("two");
        assertThat(redis.zinter(GREATEST)).containsExactly("two");
        assertThat(redis.zinterWithScores(A, B)).containsExactly(scored("two", 22));
        assertThat(redis.zinterWithScores(GREATEST)).containsExactly(scored("two", 200));
        assertThat(redis.zinterstore(TO, A, B)).isEqualTo(1);
        assertThat(redis.zscore(TO, "two")).isEqualTo(22);
        assertThat(redis.zinterstore(TO, ZaggregateArgs.of(A, B).aggregate(ScoreAggregate.MIN)))
                .isEqualTo(1);
        assertThat(redis.zscore(TO, "two")).isEqualTo(2);
        assertThat(redis.zinterWithScores(A, "{z}:none")).isEmpty();
    }

    @Test
    void differencesAreMade() {
        fill();
        assertThat(redis.zdiff(A, B)).containsExactly("one");
        assertThat(redis.zdiffWithScores(A, B)).containsExactly(scored("one", 1));
        assertThat(redis.zdiffstore(TO, A, B)).isEqualTo(1);
        assertThat(redis.zscore(TO, "one")).isEqualTo(1);
    }

    @Test
    @SinceRedis("7.0")
    void commonMembersAreCounted() {
        fill();
        assertThat(redis.zintercard(A, A)).isEqualTo(2);
        assertThat(redis.zintercard(1, A, A)).isEqualTo(1);
        assertThat(redis.zintercard(A, "{z}:none")).isZero();
    }

    private static ScoredMember<String> scored(String member, double score) {
        return new ScoredMember<>(member, score);
    }
}
