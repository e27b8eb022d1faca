package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.command.CopyArgs;
import dev.carmine.client.command.ExpireIf;
import dev.carmine.client.command.MigrateArgs;
import dev.carmine.client.command.RestoreArgs;
import dev.carmine.client.command.ScanArgs;
import dev.carmine.client.command.ScanResult;
import dev.carmine.client.command.SortArgs;
import dev.carmine.client.command.SyncKeys;
import dev.carmine.client.command.WaitaofResult;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EachFace
class KeyCommandsIT extends CommandContract {
    private static final Duration HOUR = Duration.ofHours(1);

    KeyCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncKeys.class, face, resp, server);
    }

    @Test
    void keysAreFoundAndDeleted() {
        redis.mset(Map.of("a1", "x", "a2", "x", "b1", "x"));
        assertThat(redis.exists("a1", "a1", "none")).isEqualTo(2);
        assertThat(redis.touch("a1", "none")).isEqualTo(1);
        assertThat(redis.keys("a*")).containsExactlyInAnyOrder("a1", "a2");
        assertThat(redis.randomkey()).isIn("a1", "a2", "b1");
        assertThat(redis.del("a1", "none")).isEqualTo(1);
        assertThat(redis.unlink("a2", "b1")).isEqualTo(2);
        assertThat(redis.randomkey()).isNull();
    }

    @Test
    void keysAreScanned() {
        redis.mset(Map.of("a1", "x", "a2", "x"));
        redis.sadd("a3", "x");
        assertThat(redis.scan(ScanResult.START).elements()).containsExactlyInAnyOrder("a1", "a2", "a3");
        ScanArgs strings = ScanArgs.matching("a*").type("string").count(100);
        assertThat(redis.scan(ScanResult.START, strings).elements()).containsExactlyInAnyOrder("a1", "a2");
    }

    @Test
    void keysAreCopiedAndRenamed() {
        redis.mset(Map.of("a", "1", "b", "2"));
        assertThat(redis.copy("a", "b")).isFalse();
        assertThat(redis.copy("a", "b", CopyArgs.replace())).isTrue();
        assertThat(redis.get("b")).isEqualTo("1");
        assertThat(redis.rename("b", "c")).isEqualTo("OK");
        assertThat(redis.renamenx("c", "a")).isFalse();
        assertThat(redis.renamenx("c", "d")).isTrue();
        assertThat(redis.move("d", 1)).isTrue();
        assertThat(redis.exists("d")).isZero();
        try (RawConnection other = server.connect()) {
            other.call("SELECT", "1");
            assertThat(other.call("GET", "d")).isEqualTo("1");
        }
    }

    @Test
    void keysAreDumpedAndRestored() {
        redis.set("original", "value");
        byte[] dump = redis.dump("original");
        assertThat(dump).isNotNull();
        if (dump != null) {
            assertThat(redis.restore("restored", Duration.ZERO, dump)).isEqualTo("OK");
        }
        assertThat(redis.get("restored")).isEqualTo("value");
        assertThat(redis.dump("none")).isNull();
    }

    @Test
    void keysExpireAfterATime() {
        redis.set("k", "v");
        assertThat(redis.ttl("k")).isEqualTo(-1);
        assertThat(redis.ttl("none")).isEqualTo(-2);
        assertThat(redis.expire("none", HOUR)).isFalse();
        assertThat(redis.expire("k", HOUR)).isTrue();
        assertThat(redis.ttl("k")).isBetween(3500L, 3600L);
        assertThat(redis.pexpire("k", Duration.ofMillis(7_200_500))).isTrue();
        assertThat(redis.pttl("k")).isBetween(7_000_000L, 7_200_500L);
        assertThat(redis.persist("k")).isTrue();
        assertThat(redis.persist("k")).isFalse();
    }

    @Test
    void keysExpireAtATime() {
        Instant inAnHour = Instant.now().plus(HOUR).truncatedTo(ChronoUnit.SECONDS);
        redis.set("k", "v");
        assertThat(redis.expireat("k", inAnHour)).isTrue();
        assertThat(redis.ttl("k")).isBetween(3500L, 3600L);
        assertThat(redis.pexpireat("k", inAnHour.plus(HOUR).plusMillis(500))).isTrue();
        assertThat(redis.ttl("k")).isBetween(7000L, 7201L);
    }

    @Test
    @SinceRedis("7.0")
    void timesOfExpiryAreSetOnConditionsAndRead() {
        Instant inAnHour = Instant.now().plus(HOUR).truncatedTo(ChronoUnit.SECONDS);
        redis.set("k", "v");
        assertThat(redis.expireat("k", inAnHour, ExpireIf.NO_EXPIRY)).isTrue();
        assertThat(redis.expiretime("k")).isEqualTo(inAnHour.getEpochSecond());
        assertThat(redis.pexpireat("k", inAnHour.plusMillis(5), ExpireIf.LATER)).isTrue();
        assertThat(redis.pexpiretime("k")).isEqualTo(inAnHour.toEpochMilli() + 5);
        assertThat(redis.expire("k", HOUR.multipliedBy(2), ExpireIf.EARLIER)).isFalse();
        assertThat(redis.pexpire("k", HOUR.multipliedBy(2), ExpireIf.HAS_EXPIRY))
                .isTrue();
    }

    @Test
    void objectsTellHowTheyAreStored() {
        redis.set("number", 12345);
        assertThat(redis.type("number")).isEqualTo("string");
        assertThat(redis.type("none")).isEqualTo("none");
        assertThat(redis.objectEncoding("number")).isEqualTo("int");
        assertThat(redis.objectEncoding("none")).isNull();
        assertThat(redis.objectRefcount("number")).isPositive();
        assertThat(redis.objectIdletime("number")).isNotNegative();
        // Uses are counted only under a policy that evicts by them; that a key is missing the server says before that.
        assertThat(redis.objectFreq("none")).isNull();
    }

    @Test
    void keysAreRestoredWithTimeAndUse() {
        redis.set("original", "value");
        byte[] dump = redis.dump("original");
        assertThat(dump).isNotNull();
        if (dump != null) {
            RestoreArgs args = RestoreArgs.expireAt(Instant.now().plus(HOUR)).idletime(Duration.ofMinutes(5));
            assertThat(redis.restore("original", args.replace(), dump)).isEqualTo("OK");
            assertThat(redis.restore("often", RestoreArgs.forever().freq(9), dump))
                    .isEqualTo("OK");
        }
        assertThat(redis.objectIdletime("original")).isBetween(290L, 310L);
        assertThat(redis.ttl("original")).isBetween(3500L, 3600L);
        assertThat(redis.ttl("often")).isEqualTo(-1);
    }

    @Test
    void keysMoveToAnotherServerIfThereAreAny() {
        assertThat(redis.migrate("127.0.0.1", 1, 0, HOUR, MigrateArgs.copy().replace(), "none", "none:2"))
                .isEqualTo("NOKEY");
    }

    @Test
    void elementsAreSorted() {
        redis.rpush("list", "10", "9", "100");
        redis.mset(Map.of("w:9", "3", "w:10", "2", "w:100", "1", "name:9", "nine"));
        assertThat(redis.sort("list")).containsExactly("9", "10", "100");
        assertThat(redis.sort("list", SortArgs.alphabetical())).containsExactly("10", "100", "9");
        assertThat(redis.sort("list", SortArgs.by("w:*").get("#").get("name:*").limit(1, 2)))
                .containsExactly("10", null, "9", "nine");
        assertThat(redis.sortStore("list", "sorted", SortArgs.byElement().descending()))
                .isEqualTo(3);
        assertThat(redis.lrange("sorted", 0, -1)).containsExactly("100", "10", "9");
        assertThat(redis.sort("none")).isEmpty();
    }

    @Test
    @SinceRedis("7.0")
    void elementsAreSortedOnReplicasToo() {
        redis.rpush("list", "10", "9", "100");
        assertThat(redis.sortRo("list")).containsExactly("9", "10", "100");
        assertThat(redis.sortRo("list", SortArgs.unsorted().get("#"))).containsExactly("10", "9", "100");
    }

    @Test
    void sessionsWaitForTheirWrites() {
        Duration moment = Duration.ofMillis(10);
        assertThatThrownBy(() -> redis.wait(1, moment)).hasMessageContaining("use redis.session(...)");
        assertThatThrownBy(() -> redis.waitaof(0, 1, moment)).hasMessageContaining("use redis.session(...)");
        assertThat(client.<Long>session(session -> {
                    session.set("k", "v");
                    return session.wait(1, moment);
                }))
                .isZero();
    }

    @Test
    @SinceRedis("7.2")
    void sessionsWaitForTheDisk() {
        assertThat(client.<WaitaofResult>session(session -> session.waitaof(0, 1, Duration.ofMillis(10))))
                .isEqualTo(new WaitaofResult(false, 0));
    }
}
