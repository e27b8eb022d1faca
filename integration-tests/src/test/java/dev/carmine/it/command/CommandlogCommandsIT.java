package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.CommandlogEntry;
import dev.carmine.client.command.CommandlogKind;
import dev.carmine.client.command.SyncCommandlog;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@EachFace
@RedisTest(isolated = true)
@SinceRedis(valkey = "8.1")
class CommandlogCommandsIT extends CommandContract {
    CommandlogCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncCommandlog.class, face, resp, server);
    }

    @Test
    void slowAndLargeCommandsAreLogged() {
        redis.configSet("commandlog-request-larger-than", 100);
        assertThat(redis.commandlogReset(CommandlogKind.LARGE_REQUEST)).isEqualTo("OK");
        assertThat(redis.commandlogLen(CommandlogKind.LARGE_REQUEST)).isZero();
        redis.set("k", "v".repeat(200));

        assertThat(redis.commandlogLen(CommandlogKind.LARGE_REQUEST)).isEqualTo(1);
        CommandlogEntry entry =
                redis.commandlogGet(-1, CommandlogKind.LARGE_REQUEST).get(0);
        assertThat(entry.words()).startsWith("SET", "k");
        assertThat(entry.cost()).isBetween(200L, 1000L);
        assertThat(entry.time())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(entry.clientAddress()).contains(":");
        assertThat(entry.clientName()).isEmpty();
        assertThat(redis.commandlogGet(10, CommandlogKind.SLOW)).isEmpty();
        assertThat(redis.commandlogGet(10, CommandlogKind.LARGE_REPLY)).isEmpty();
    }
}
