package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.FlushMode;
import dev.carmine.client.command.Info;
import dev.carmine.client.command.SyncServer;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EachFace
@RedisTest(isolated = true)
class ServerCommandsIT extends CommandContract {
    ServerCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncServer.class, face, resp, server);
    }

    @Test
    void theServerAnswers() {
        assertThat(redis.ping()).isEqualTo("PONG");
        assertThat(redis.ping("hello")).isEqualTo("hello");
        assertThat(redis.echo("hello")).isEqualTo("hello");
        assertThat(redis.time())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void theServerTellsAboutItself() {
        Info info = redis.info();
        assertThat(info.version()).isEqualTo(server.version().toString());
        assertThat(info.isReplica()).isFalse();
        assertThat(info.uptime()).isLessThan(Duration.ofHours(1));
        assertThat(info.connectedClients()).isPositive();
        assertThat(info.usedMemory()).isPositive();
        assertThat(redis.info("memory").sections()).containsOnlyKeys("memory");
        assertThat(redis.lastsave()).isBefore(Instant.now().plusSeconds(60));
        redis.set("k", "v");
        assertThat(redis.info("keyspace").parts("db0")).containsEntry("keys", "1");
        assertThat(redis.dbsize()).isEqualTo(1);
    }

    @Test
    void theServerDraws() {
        assertThat(redis.lolwut()).contains("ver. ");
        assertThat(redis.lolwut(5)).contains("ver. ");
    }

    @Test
    void theConfigurationIsReadAndChanged() {
        assertThat(redis.configSet("maxmemory", 104857600)).isEqualTo("OK");
        assertThat(redis.configGet("maxmemory")).containsExactly(Map.entry("maxmemory", "104857600"));
        assertThat(redis.configRewrite()).isEqualTo("OK");
        assertThat(redis.configResetstat()).isEqualTo("OK");
    }

    @Test
    @SinceRedis("7.0")
    void severalSettingsAreChangedAtOnce() {
        Map<String, Object> settings = Map.of("maxmemory", 209715200, "maxmemory-samples", 7);
        assertThat(redis.configSet(settings)).isEqualTo("OK");
        assertThat(redis.configGet("maxmemory", "maxmemory-samples"))
                .containsOnly(Map.entry("maxmemory", "209715200"), Map.entry("maxmemory-samples", "7"));
    }

    @Test
    void databasesAreSwappedAndFlushed() {
        redis.set("k", "v");
        assertThat(redis.swapdb(0, 1)).isEqualTo("OK");
        assertThat(redis.dbsize()).isZero();
        assertThat(redis.swapdb(0, 1)).isEqualTo("OK");
        assertThat(redis.flushdb()).isEqualTo("OK");
        assertThat(redis.dbsize()).isZero();
        assertThat(redis.flushdb(FlushMode.ASYNC)).isEqualTo("OK");
        assertThat(redis.flushall()).isEqualTo("OK");
        assertThat(redis.flushall(FlushMode.SYNC)).isEqualTo("OK");
    }
}
