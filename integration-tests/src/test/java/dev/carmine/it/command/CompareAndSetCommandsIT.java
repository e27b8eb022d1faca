package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.SetArgs;
import dev.carmine.client.command.SyncCompareAndSet;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@EachFace
class CompareAndSetCommandsIT extends CommandContract {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Of these the scripts get the SHA-1. */
    private static final String LONG = "x".repeat(100_000);

    CompareAndSetCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncCompareAndSet.class, face, resp, server);
    }

    @Test
    void whatIsAsExpectedIsSet() {
        assertThat(redis.compareAndSet("k", "old", "new")).as("missing").isFalse();
        redis.set("k", "old");
        assertThat(redis.compareAndSet("k", "older", "new")).isFalse();
        assertThat(redis.get("k")).isEqualTo("old");
        assertThat(redis.compareAndSet("k", "old", "new")).isTrue();
        assertThat(redis.get("k")).isEqualTo("new");
        assertThat(redis.compareAndSet("k", "new", "")).isTrue();
        assertThat(redis.compareAndSet("k", "", "5")).isTrue();
        assertThat(redis.compareAndSet("k", 5, 6.5)).isTrue();
        assertThat(redis.get("k")).isEqualTo("6.5");
    }

    @Test
    void whatIsExpectedToBeAbsentIsSetIfItIs() {
        assertThat(redis.compareAndSet("k", null, "new")).isTrue();
        assertThat(redis.compareAndSet("k", null, "newer")).isFalse();
        assertThat(redis.get("k")).isEqualTo("new");
        assertThat(redis.compareAndSet("other", null, "new", SetArgs.always().expireIn(HOUR)))
                .isTrue();
        assertThat(redis.ttl("other")).isPositive();
        assertThat(redis.compareAndHset("h", "f", null, 1)).isTrue();
        assertThat(redis.compareAndHset("h", "f", null, 2)).isFalse();
        assertThat(redis.hget("h", "f")).isEqualTo("1");
    }

    @Test
    void theTimeToLiveStaysUnlessToldOtherwise() {
        redis.set("k", 1, SetArgs.always().expireIn(HOUR));
        assertThat(redis.compareAndSet("k", 1, 2)).isTrue();
        assertThat(redis.ttl("k")).isBetween(1L, 3_600L);
        assertThat(redis.compareAndSet("k", 2, 3, SetArgs.always())).isTrue();
        assertThat(redis.ttl("k")).isEqualTo(-1);
        assertThat(redis.compareAndSet("k", 3, 4, SetArgs.always().expireIn(HOUR.multipliedBy(2))))
                .isTrue();
        assertThat(redis.ttl("k")).isGreaterThan(3_600);
        assertThat(redis.compareAndSet("k", 3, 5, SetArgs.always())).isFalse();
        assertThat(redis.ttl("k")).as("nothing was done").isGreaterThan(3_600);
        assertThat(redis.get("k")).isEqualTo("4");
    }

    @Test
    void whatIsAsExpectedIsDeleted() {
        assertThat(redis.compareAndDelete("k", "v")).as("missing").isFalse();
        redis.set("k", "v");
        assertThat(redis.compareAndDelete("k", "w")).isFalse();
        assertThat(redis.exists("k")).isOne();
        assertThat(redis.compareAndDelete("k", "v")).isTrue();
        assertThat(redis.exists("k")).isZero();
    }

    @Test
    void fieldsAreSetAndDeleted() {
        assertThat(redis.compareAndHset("h", "f", "old", "new")).as("missing").isFalse();
        assertThat(redis.compareAndHdel("h", "f", "old")).as("missing").isFalse();
        redis.hset("h", Map.of("f", "old", "g", 1));
        assertThat(redis.expire("h", HOUR)).isTrue();
        assertThat(redis.compareAndHset("h", "f", "older", "new")).isFalse();
        assertThat(redis.compareAndHset("h", "f", "old", "new")).isTrue();
        assertThat(redis.ttl("h")).isPositive();
        assertThat(redis.compareAndHdel("h", "f", "old")).isFalse();
        assertThat(redis.hgetall("h")).isEqualTo(Map.of("f", "new", "g", "1"));
        assertThat(redis.compareAndHdel("h", "f", "new")).isTrue();
        assertThat(redis.hgetall("h")).isEqualTo(Map.of("g", "1"));
    }

    /** As with {@code HSET}. Valkey has no times to live of fields before 9.0. */
    @Test
    @SinceRedis("7.4")
    void theTimeToLiveOfAFieldEndsWhenItIsSet() {
        redis.hset("h", Map.of("f", 1));
        redis.hexpire("h", HOUR, "f");
        assertThat(redis.compareAndHset("h", "f", 0, 2)).isFalse();
        assertThat(redis.httl("h", "f").get(0)).isPositive();
        assertThat(redis.compareAndHset("h", "f", 1, 2)).isTrue();
        assertThat(redis.httl("h", "f")).containsExactly(-1L);
    }

    @Test
    void allFieldsAreSetOrNone() {
        assertThat(redis.hsetAllIfNoneExist("h", Map.of("f", 1, "g", LONG))).isTrue();
        assertThat(redis.hsetAllIfNoneExist("h", Map.of("e", 2, "f", 2))).isFalse();
        assertThat(redis.hgetall("h")).isEqualTo(Map.of("f", "1", "g", LONG));
        assertThat(redis.hsetAllIfNoneExist("h", Map.of("e", 2))).isTrue();
        assertThat(redis.hlen("h")).isEqualTo(3);
    }

    @Test
    void longValuesAreTheSameToTheLastByte() {
        redis.set("k", LONG);
        redis.hset("h", Map.of("f", LONG));
        String other = LONG + "y";
        assertThat(redis.compareAndSet("k", other, "new")).isFalse();
        assertThat(redis.compareAndDelete("k", other)).isFalse();
        assertThat(redis.compareAndHset("h", "f", other, "new")).isFalse();
        assertThat(redis.compareAndHdel("h", "f", other)).isFalse();
        assertThat(redis.compareAndSet("missing", LONG, "new")).isFalse();
        assertThat(redis.compareAndDelete("missing", LONG)).isFalse();
        assertThat(redis.compareAndHset("h", "missing", LONG, "new")).isFalse();
        assertThat(redis.compareAndHdel("h", "missing", LONG)).isFalse();
        assertThat(redis.compareAndSet("k", LONG, other)).isTrue();
        assertThat(redis.compareAndDelete("k", other)).isTrue();
        assertThat(redis.compareAndHset("h", "f", LONG, other)).isTrue();
        assertThat(redis.compareAndHdel("h", "f", other)).isTrue();
    }

    @Test
    void bytesAndObjectsAreComparedAsTheyAreStored() {
        byte[] bytes = {0, (byte) 0xff, '\r', '\n'};
        redis.set("k", bytes);
        assertThat(redis.compareAndSet("k", bytes, List.of(1, 2))).isTrue();
        assertThat(redis.compareAndSet("k", List.of(2, 1), "new")).isFalse();
        assertThat(redis.compareAndSet("k", List.of(1, 2), bytes)).isTrue();
        assertThat(redis.compareAndHset("h", "f", null, bytes)).isTrue();
        assertThat(redis.compareAndHset("h", "f", bytes, List.of(1, 2))).isTrue();
        assertThat(redis.compareAndHdel("h", "f", List.of(1, 2))).isTrue();
    }

    @Test
    void anythingElseIsTheWrongType() {
        redis.rpush("list", "v");
        assertWrongType(() -> redis.compareAndSet("list", "v", "new"));
        assertWrongType(() -> redis.compareAndDelete("list", "v"));
        assertWrongType(() -> redis.compareAndHset("list", "f", "v", "new"));
        assertWrongType(() -> redis.compareAndHset("list", "f", null, "new"));
        assertWrongType(() -> redis.compareAndHdel("list", "f", "v"));
        assertWrongType(() -> redis.hsetAllIfNoneExist("list", Map.of("f", "v")));
        assertThat(redis.compareAndSet("list", null, "new")).as("not absent").isFalse();
    }

    private static void assertWrongType(ThrowingCallable call) {
        assertThatExceptionOfType(CarmineServerException.class)
                .isThrownBy(call)
                .extracting(CarmineServerException::code)
                .isEqualTo("WRONGTYPE");
    }
}
