package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.SlowlogEntry;
import dev.carmine.client.command.SyncSlowlog;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@EachFace
@RedisTest(isolated = true)
class SlowlogCommandsIT extends CommandContract {
    SlowlogCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncSlowlog.class, face, resp, server);
    }

    @Test
    void slowCommandsAreLogged() {
        assertThat(redis.slowlogReset()).isEqualTo("OK");
        assertThat(redis.slowlogGet()).isEmpty();
        redis.configSet("slowlog-log-slower-than", 0);
        redis.set("k", "v");
        redis.configSet("slowlog-log-slower-than", 10_000);

        assertThat(redis.slowlogLen()).isEqualTo(2);
        List<SlowlogEntry> entries = redis.slowlogGet();
        assertThat(redis.slowlogGet(1)).isEqualTo(entries.subList(0, 1));
        SlowlogEntry set = entries.get(0);
        assertThat(set.id()).isEqualTo(entries.get(1).id() + 1);
        assertThat(set.words()).containsExactly("SET", "k", "v");
        assertThat(set.time())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(set.duration()).isBetween(Duration.ZERO, Duration.ofSeconds(10));
        assertThat(set.clientAddress()).contains(":");
        assertThat(set.clientName()).isEmpty();
    }
}
