package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.ExpireIf;
import dev.carmine.client.command.FieldExpiry;
import dev.carmine.client.command.FieldPersist;
import dev.carmine.client.command.GetexArgs;
import dev.carmine.client.command.HsetexArgs;
import dev.carmine.client.command.SyncHashFieldExpiry;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

@EachFace
@SinceRedis("8.0")
class HashFieldExpiryCommandsIT extends CommandContract {
    private static final Duration HOUR = Duration.ofHours(1);

    HashFieldExpiryCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncHashFieldExpiry.class, face, resp, server);
    }

    @Test
    void fieldsExpireAfterATime() {
        redis.hset("h", Map.of("a", "1", "b", "2"));
        assertThat(redis.hexpire("h", HOUR, "a", "none")).containsExactly(FieldExpiry.SET, FieldExpiry.NO_FIELD);
        assertThat(redis.hexpire("h", HOUR, ExpireIf.NO_EXPIRY, "a")).containsExactly(FieldExpiry.CONDITION_NOT_MET);
        assertThat(redis.hexpire("none", HOUR, "a")).containsExactly(FieldExpiry.NO_FIELD);
        assertBetween(redis.httl("h", "a"), 3500, 3600);
        assertThat(redis.httl("h", "b", "none")).containsExactly(-1L, -2L);
        assertThat(redis.hpexpire("h", Duration.ofMillis(7_200_500), "a")).containsExactly(FieldExpiry.SET);
        assertBetween(redis.hpttl("h", "a"), 7_000_000, 7_200_500);
        assertThat(redis.hpexpire("h", HOUR, ExpireIf.EARLIER, "a")).containsExactly(FieldExpiry.SET);
        assertThat(redis.hpersist("h", "a", "b", "none"))
                .containsExactly(FieldPersist.PERSISTED, FieldPersist.NO_EXPIRY, FieldPersist.NO_FIELD);
        assertThat(redis.hpexpire("h", Duration.ZERO, "b")).containsExactly(FieldExpiry.DELETED);
        assertThat(redis.hkeys("h")).containsExactly("a");
    }

    @Test
    void fieldsExpireAtATime() {
        Instant inAnHour = Instant.now().plus(HOUR).truncatedTo(ChronoUnit.SECONDS);
        redis.hset("h", "a", "1");
        assertThat(redis.hexpireat("h", inAnHour, "a")).containsExactly(FieldExpiry.SET);
        assertThat(redis.hexpireat("h", inAnHour, ExpireIf.LATER, "a")).containsExactly(FieldExpiry.CONDITION_NOT_MET);
        assertThat(redis.hexpiretime("h", "a", "none")).containsExactly(inAnHour.getEpochSecond(), -2L);
        assertThat(redis.hpexpireat("h", inAnHour.plusMillis(5), "a")).containsExactly(FieldExpiry.SET);
        assertThat(redis.hpexpireat("h", inAnHour.plusMillis(7), ExpireIf.HAS_EXPIRY, "a"))
                .containsExactly(FieldExpiry.SET);
        assertThat(redis.hpexpiretime("h", "a")).containsExactly(inAnHour.toEpochMilli() + 7);
    }

    @Test
    void fieldsAreSetReadAndDeletedWithTheirTimes() {
        Map<String, ?> values = Map.of("a", "1", "b", 2);
        assertThat(redis.hsetex("h", HsetexArgs.ifAllExist(), values)).isFalse();
        assertThat(redis.hsetex("h", HsetexArgs.ifNoneExists().expireIn(HOUR), values))
                .isTrue();
        assertBetween(redis.httl("h", "b"), 3500, 3600);
        assertThat(redis.hsetex("h", HsetexArgs.ifAllExist().keepTtl(), values)).isTrue();
        assertBetween(redis.httl("h", "b"), 3500, 3600);
        assertThat(redis.hgetex("h", GetexArgs.persist(), "a", "none")).containsExactly("1", null);
        assertThat(redis.httl("h", "a")).containsExactly(-1L);
        assertThat(redis.hgetex("none", GetexArgs.expireIn(HOUR), "a")).containsExactly((String) null);
        assertThat(redis.hgetdel("h", "b", "none")).containsExactly("2", null);
        assertThat(redis.hkeys("h")).containsExactly("a");
    }

    private static void assertBetween(List<Long> times, long least, long most) {
        assertThat(times).singleElement(InstanceOfAssertFactories.LONG).isBetween(least, most);
    }
}
