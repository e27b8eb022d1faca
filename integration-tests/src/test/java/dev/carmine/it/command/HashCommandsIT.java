package dev.carmine.it.command;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.ScanArgs;
import dev.carmine.client.command.ScanResult;
import dev.carmine.client.command.SyncHashes;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachFace
class HashCommandsIT extends CommandContract {
    HashCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncHashes.class, face, resp, server);
    }

    @Test
    void fieldsAreSetReadAndDeleted() {
        assertThat(redis.hset("user", "name", "Ann")).isEqualTo(1);
        assertThat(redis.hset("user", Map.of("name", "Bob", "age", 42))).isEqualTo(1);
        assertThat(redis.hget("user", "name")).isEqualTo("Bob");
        assertThat(redis.hget("user", "none")).isNull();
        assertThat(redis.hmget("user", "age", "none", "name")).containsExactly("42", null, "Bob");
        assertThat(redis.hgetall("user")).containsOnly(entry("name", "Bob"), entry("age", "42"));
        assertThat(redis.hexists("user", "age")).isTrue();
        assertThat(redis.hstrlen("user", "name")).isEqualTo(3);
        assertThat(redis.hdel("user", "age", "none")).isEqualTo(1);
        assertThat(redis.hexists("user", "age")).isFalse();
        assertThat(redis.hgetall("user:none")).isEmpty();
    }

    @Test
    void aFieldIsSetOnlyOnceIfAskedTo() {
        assertThat(redis.hsetnx("once", "f", "a")).isTrue();
        assertThat(redis.hsetnx("once", "f", "b")).isFalse();
        assertThat(redis.hget("once", "f")).isEqualTo("a");
    }

    @Test
    void fieldsCount() {
        assertThat(redis.hincrby("count", "whole", 5)).isEqualTo(5);
        assertThat(redis.hincrby("count", "whole", -7)).isEqualTo(-2);
        assertThat(redis.hincrbyfloat("count", "real", 1.25)).isEqualTo(1.25);
        assertThat(redis.hincrbyfloat("count", "real", -0.5)).isEqualTo(0.75);
    }

    @Test
    void fieldsAndValuesAreListed() {
        redis.hset("list", Map.of("a", "1", "b", "1"));
        assertThat(redis.hkeys("list")).containsExactlyInAnyOrder("a", "b");
        assertThat(redis.hvals("list")).containsExactly("1", "1");
        assertThat(redis.hlen("list")).isEqualTo(2);
        assertThat(redis.hlen("list:none")).isZero();
    }

    @Test
    void fieldsAreDrawnAtRandom() {
        assertThat(redis.hrandfield("draw")).isNull();
        assertThat(redis.hrandfield("draw", 3)).isEmpty();
        assertThat(redis.hrandfieldWithValues("draw", 3)).isEmpty();
        redis.hset("draw", Map.of("a", "1", "b", "2"));
        assertThat(redis.hrandfield("draw")).isIn("a", "b");
        assertThat(redis.hrandfield("draw", 5)).containsExactlyInAnyOrder("a", "b");
        assertThat(redis.hrandfieldWithValues("draw", 5)).containsExactlyInAnyOrder(entry("a", "1"), entry("b", "2"));
    }

    @Test
    void fieldsAreScanned() {
        redis.hset("scan", Map.of("a1", "1", "a2", "2", "b1", "3"));
        ScanResult<Map.Entry<String, String>> all = redis.hscan("scan", ScanResult.START);
        assertThat(all.isFinished()).isTrue();
        assertThat(all.elements()).containsExactlyInAnyOrder(entry("a1", "1"), entry("a2", "2"), entry("b1", "3"));
        assertThat(redis.hscan("scan", ScanResult.START, ScanArgs.matching("a*").count(100))
                        .elements())
                .containsExactlyInAnyOrder(entry("a1", "1"), entry("a2", "2"));
    }

    @Test
    @SinceRedis("7.4")
    void fieldsAreScannedWithoutValues() {
        redis.hset("scan", Map.of("a1", "1", "b1", "3"));
        assertThat(redis.hscanFields("scan", ScanResult.START).elements()).containsExactlyInAnyOrder("a1", "b1");
        assertThat(redis.hscanFields("scan", ScanResult.START, ScanArgs.matching("a*"))
                        .elements())
                .containsExactly("a1");
    }

    @Override
    Set<String> notHere() {
        Set<String> notHere = new HashSet<>();
        if (!server.redisLevel().isAtLeast("7.4")) {
            notHere.add("hscanFields");
        }
        if (!server.redisLevel().isAtLeast("8.10")) {
            notHere.addAll(Set.of("himportDiscard", "himportDiscardall", "himportPrepare", "himportSet"));
        }
        return notHere;
    }
}
