package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.ScanArgs;
import dev.carmine.client.command.ScanResult;
import dev.carmine.client.command.SyncSets;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachFace
class SetCommandsIT extends CommandContract {
    SetCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncSets.class, face, resp, server);
    }

    @Test
    void membersAreAddedFoundAndRemoved() {
        assertThat(redis.sadd("s", "a", "b", "a")).isEqualTo(2);
        assertThat(redis.scard("s")).isEqualTo(2);
        assertThat(redis.smembers("s")).containsExactlyInAnyOrder("a", "b");
        assertThat(redis.sismember("s", "a")).isTrue();
        assertThat(redis.smismember("s", "a", "x")).containsExactly(true, false);
        assertThat(redis.srem("s", "a", "x")).isEqualTo(1);
        assertThat(redis.sismember("s", "a")).isFalse();
        assertThat(redis.smembers("s:none")).isEmpty();
    }

    @Test
    void membersMoveBetweenSets() {
        redis.sadd("from", "a");
        assertThat(redis.smove("from", "to", "a")).isTrue();
        assertThat(redis.smove("from", "to", "a")).isFalse();
        assertThat(redis.smembers("to")).containsExactly("a");
    }

    @Test
    void setsAreCombined() {
        redis.sadd("c:1", "a", "b", "c");
        redis.sadd("c:2", "b", "c", "d");
        assertThat(redis.sdiff("c:1", "c:2")).containsExactly("a");
        assertThat(redis.sinter("c:1", "c:2")).containsExactlyInAnyOrder("b", "c");
        assertThat(redis.sunion("c:1", "c:2")).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void membersAreDrawnAtRandom() {
        assertThat(redis.srandmember("draw")).isNull();
        assertThat(redis.srandmember("draw", 2)).isEmpty();
        redis.sadd("draw", "a", "b");
        assertThat(redis.srandmember("draw")).isIn("a", "b");
        assertThat(redis.srandmember("draw", -3)).hasSize(3).containsAnyOf("a", "b");
        assertThat(redis.spop("draw", 5)).containsExactlyInAnyOrder("a", "b");
        assertThat(redis.spop("draw", 5)).isEmpty();
        assertThat(redis.spop("draw")).isNull();
        redis.sadd("draw", "c");
        assertThat(redis.spop("draw")).isEqualTo("c");
    }

    @Test
    void membersAreScanned() {
        redis.sadd("scan", "a1", "a2", "b1");
        assertThat(redis.sscan("scan", ScanResult.START).elements()).containsExactlyInAnyOrder("a1", "a2", "b1");
        assertThat(redis.sscan("scan", ScanResult.START, ScanArgs.matching("a*"))
                        .elements())
                .containsExactlyInAnyOrder("a1", "a2");
    }

    @Test
    void combinedSetsAreStored() {
        redis.sadd("{c}:1", "a", "b", "c");
        redis.sadd("{c}:2", "b", "c", "d");
        assertThat(redis.sdiffstore("{c}:to", "{c}:1", "{c}:2")).isEqualTo(1);
        assertThat(redis.smembers("{c}:to")).containsExactly("a");
        assertThat(redis.sinterstore("{c}:to", "{c}:1", "{c}:2")).isEqualTo(2);
        assertThat(redis.smembers("{c}:to")).containsExactlyInAnyOrder("b", "c");
        assertThat(redis.sunionstore("{c}:to", "{c}:1", "{c}:2")).isEqualTo(4);
        assertThat(redis.smembers("{c}:to")).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    @SinceRedis("7.0")
    void commonMembersAreCounted() {
        redis.sadd("{c}:1", "a", "b", "c");
        redis.sadd("{c}:2", "b", "c", "d");
        assertThat(redis.sintercard("{c}:1", "{c}:2")).isEqualTo(2);
        assertThat(redis.sintercard(1, "{c}:1", "{c}:2")).isEqualTo(1);
        assertThat(redis.sintercard(0, "{c}:1", "{c}:none")).isZero();
    }

    @Test
    @SinceRedis("8.10")
    void membersOfUnionsAndDifferencesAreCounted() {
        redis.sadd("{c}:1", "a", "b", "c");
        redis.sadd("{c}:2", "b", "c", "d");
        assertThat(redis.sdiffcard("{c}:1", "{c}:2")).isEqualTo(1);
        assertThat(redis.sdiffcard(1, "{c}:1", "{c}:none")).isEqualTo(1);
        assertThat(redis.sunioncard("{c}:1", "{c}:2")).isEqualTo(4);
        assertThat(redis.sunioncard(2, "{c}:1", "{c}:2")).isEqualTo(2);
        assertThat(redis.sunioncardApprox("{c}:1", "{c}:2")).isEqualTo(4);
    }

    @Override
    Set<String> notHere() {
        return server.redisLevel().isAtLeast("8.10") ? Set.of() : Set.of("sdiffcard", "sunioncard", "sunioncardApprox");
    }
}
