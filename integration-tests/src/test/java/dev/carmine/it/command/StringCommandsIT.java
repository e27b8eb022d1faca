package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.TypeRef;
import dev.carmine.client.command.DelexIf;
import dev.carmine.client.command.GetexArgs;
import dev.carmine.client.command.IncrexArgs;
import dev.carmine.client.command.IncrexResult;
import dev.carmine.client.command.LcsMatch;
import dev.carmine.client.command.LcsMatches;
import dev.carmine.client.command.MsetexArgs;
import dev.carmine.client.command.SetArgs;
import dev.carmine.client.command.SyncStrings;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachFace
class StringCommandsIT extends CommandContract {
    private static final Duration HOUR = Duration.ofHours(1);

    StringCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncStrings.class, face, resp, server);
    }

    @Test
    void setReplacesAndGetReturns() {
        assertThat(redis.get("plain")).isNull();
        assertThat(redis.set("plain", "one")).isTrue();
        assertThat(redis.set("plain", 2)).isTrue();
        assertThat(redis.get("plain")).isEqualTo("2");
    }

    @Test
    void getReadsObjectsOfAType() {
        redis.set("object", List.of(1, 2));
        assertThat(redis.get("object", new TypeRef<List<Integer>>() {})).containsExactly(1, 2);
        assertThat(redis.get("object", int[].class)).containsExactly(1, 2);
        assertThat(redis.get("object:none", int[].class)).isNull();
    }

    @Test
    void setObeysItsConditions() {
        assertThat(redis.set("condition", "x", SetArgs.ifPresent())).isFalse();
        assertThat(redis.set("condition", "a", SetArgs.ifAbsent())).isTrue();
        assertThat(redis.set("condition", "b", SetArgs.ifAbsent())).isFalse();
        assertThat(redis.set("condition", "c", SetArgs.ifPresent())).isTrue();
        assertThat(redis.get("condition")).isEqualTo("c");
        assertThat(redis.setnx("condition", "d")).isFalse();
        assertThat(redis.setnx("condition:new", "d")).isTrue();
    }

    @Test
    void setLimitsTheLifeOfTheValue() {
        redis.set("life", "v", SetArgs.always().expireIn(HOUR));
        assertThat(redis.ttl("life")).isBetween(3500L, 3600L);
        redis.set("life", "w", SetArgs.always().keepTtl());
        assertThat(redis.ttl("life")).isBetween(3500L, 3600L);
        redis.set("life", "x", SetArgs.always().expireAt(Instant.now().plus(HOUR.multipliedBy(2))));
        assertThat(redis.ttl("life")).isBetween(7000L, 7200L);
        redis.set("life", "y");
        assertThat(redis.ttl("life")).isEqualTo(-1);
        assertThat(redis.setex("life", HOUR, "z")).isEqualTo("OK");
        assertThat(redis.ttl("life")).isBetween(3500L, 3600L);
        assertThat(redis.psetex("life", Duration.ofMillis(7_200_500), "z")).isEqualTo("OK");
        assertThat(redis.pttl("life")).isBetween(7_000_000L, 7_200_500L);
    }

    @Test
    void getCanDeleteOrChangeTheLifeOfTheValue() {
        redis.set("get", "v");
        assertThat(redis.getex("get", GetexArgs.expireIn(HOUR))).isEqualTo("v");
        assertThat(redis.ttl("get")).isBetween(3500L, 3600L);
        assertThat(redis.getex("get", GetexArgs.persist())).isEqualTo("v");
        assertThat(redis.ttl("get")).isEqualTo(-1);
        assertThat(redis.getdel("get")).isEqualTo("v");
        assertThat(redis.getdel("get")).isNull();
    }

    @Test
    void setCanReturnTheOldValue() {
        assertThat(redis.getset("old", "a")).isNull();
        assertThat(redis.getset("old", "b")).isEqualTo("a");
        assertThat(redis.setGet("old", "c", SetArgs.ifPresent())).isEqualTo("b");
        assertThat(redis.setGet("old:none", "c", SetArgs.ifPresent())).isNull();
    }

    @Test
    void numbersCountUpAndDown() {
        assertThat(redis.incr("number")).isEqualTo(1);
        assertThat(redis.incrby("number", 9_007_199_254_740_993L)).isEqualTo(9_007_199_254_740_994L);
        assertThat(redis.decr("number")).isEqualTo(9_007_199_254_740_993L);
        assertThat(redis.decrby("number", 9_007_199_254_740_993L)).isZero();
        assertThat(redis.incrbyfloat("number", 0.5)).isEqualTo(0.5);
        assertThat(redis.incrbyfloat("number", -2.25)).isEqualTo(-1.75);
    }

    @Test
    void partsOfTextsAreReadAndWritten() {
        assertThat(redis.append("text", "Hello")).isEqualTo(5);
        assertThat(redis.append("text", " World")).isEqualTo(11);
        assertThat(redis.strlen("text")).isEqualTo(11);
        assertThat(redis.getrange("text", 6, -1)).isEqualTo("World");
        assertThat(redis.setrange("text", 6, "Redis")).isEqualTo(11);
        assertThat(redis.get("text")).isEqualTo("Hello Redis");
        assertThat(redis.getrange("text:none", 0, -1)).isEmpty();
        assertThat(redis.strlen("text:none")).isZero();
    }

    @Test
    void severalKeysAreReadAndWrittenAtOnce() {
        assertThat(redis.mset(Map.of("m:1", "one", "m:2", 2))).isEqualTo("OK");
        assertThat(redis.mget("m:1", "m:none", "m:2")).containsExactly("one", null, "2");
        assertThat(redis.msetnx(Map.of("m:2", "x", "m:3", "y"))).isFalse();
        assertThat(redis.msetnx(Map.of("m:3", "x", "m:4", "y"))).isTrue();
        assertThat(redis.mget("m:2", "m:3", "m:4")).containsExactly("2", "x", "y");
    }

    @Test
    @SinceRedis("7.0")
    void longestCommonSubsequenceIsFound() {
        redis.mset(Map.of("lcs:1", "ohmytext", "lcs:2", "mynewtext"));
        assertThat(redis.lcs("lcs:1", "lcs:2")).isEqualTo("mytext");
        assertThat(redis.lcsLength("lcs:1", "lcs:2")).isEqualTo(6);
        LcsMatch text = new LcsMatch(4, 7, 5, 8);
        assertThat(redis.lcsMatches("lcs:1", "lcs:2"))
                .isEqualTo(new LcsMatches(List.of(text, new LcsMatch(2, 3, 0, 1)), 6));
        assertThat(redis.lcsMatches("lcs:1", "lcs:2", 4)).isEqualTo(new LcsMatches(List.of(text), 6));
    }

    @Test
    @SinceRedis("8.4")
    void stringsAreSetAndDeletedOnConditions() {
        assertThat(redis.msetex(Map.of("a", "1", "b", "2"), MsetexArgs.ifAllExist()))
                .isFalse();
        assertThat(redis.msetex(
                        Map.of("a", "1", "b", "2"), MsetexArgs.ifNoneExists().expireIn(HOUR)))
                .isTrue();
        assertThat(redis.ttl("b")).isBetween(3500L, 3600L);
        assertThat(redis.set("a", "3", SetArgs.ifNotEqual("1"))).isFalse();
        assertThat(redis.digest("none")).isNull();
        assertThat(redis.delex("a", DelexIf.equal("2"))).isFalse();
        assertThat(redis.delex("a", DelexIf.digestEqual(String.valueOf(redis.digest("a")))))
                .isTrue();
    }

    @Test
    @SinceRedis(valkey = "9.0")
    void whatIsEqualIsDeletedOnValkey() {
        redis.set("a", 1);
        assertThat(redis.delifeq("a", 2)).isFalse();
        assertThat(redis.delifeq("a", 1)).isTrue();
        assertThat(redis.delifeq("a", 1)).isFalse();
    }

    @Test
    @SinceRedis("8.8")
    void numbersAreCountedWithinBounds() {
        IncrexArgs atMostNine = IncrexArgs.defaults().upperBound(9);
        assertThat(redis.increx("bound", 5, atMostNine.expireOnceIn(HOUR))).isEqualTo(new IncrexResult<>(5L, 5L));
        assertThat(redis.ttl("bound")).isBetween(3500L, 3600L);
        assertThat(redis.increx("bound", 5, atMostNine)).isEqualTo(new IncrexResult<>(5L, 0L));
        assertThat(redis.increx("bound", 5, atMostNine.saturate().persist())).isEqualTo(new IncrexResult<>(9L, 4L));
        assertThat(redis.ttl("bound")).isEqualTo(-1);
        assertThat(redis.increx("real", 1.5, IncrexArgs.defaults())).isEqualTo(new IncrexResult<>(1.5, 1.5));
    }

    @Override
    Set<String> notHere() {
        Set<String> names = new HashSet<>();
        if (!server.redisLevel().isAtLeast("8.4")) {
            names.addAll(Set.of("delex", "digest", "msetex"));
        }
        if (!server.isValkey("9.0")) {
            names.add("delifeq");
        }
        if (!server.redisLevel().isAtLeast("8.8")) {
            names.add("increx");
        }
        return names;
    }
}
