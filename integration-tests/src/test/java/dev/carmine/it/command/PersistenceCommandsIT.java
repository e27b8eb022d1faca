package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.ShutdownArgs;
import dev.carmine.client.command.SyncPersistence;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachFace
@RedisTest(isolated = true)
class PersistenceCommandsIT extends CommandContract {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    PersistenceCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncPersistence.class, face, resp, server);
    }

    @Test
    void theDataAreSaved() {
        redis.set("k", "v");
        assertThat(redis.save()).isEqualTo("OK");
        assertThat(redis.bgsave()).isEqualTo("Background saving started");
        awaitEnd("rdb_bgsave_in_progress");
        assertThat(redis.bgrewriteaof()).startsWith("Background append only file rewriting");
        awaitEnd("aof_rewrite_in_progress");
        assertThat(redis.bgsaveSchedule()).startsWith("Background saving");
        awaitEnd("rdb_bgsave_in_progress");
    }

    private void awaitEnd(String name) {
        await().atMost(LIMIT).until(() -> server.info("persistence").get(name), "0"::equals);
    }

    @Test
    void aServerThatEndsClosesTheConnection() {
        endsWith(() -> redis.shutdown());
        endsWith(() -> redis.shutdown(ShutdownArgs.noSave()));
    }

    private void endsWith(Runnable shutdown) {
        assertThatThrownBy(shutdown::run).isInstanceOf(CarmineConnectionException.class);
        await().atMost(LIMIT).until(() -> !server.isRunning());
        server.start();
        await().atMost(LIMIT).ignoreExceptions().until(redis::ping, "PONG"::equals);
    }

    @Test
    @SinceRedis(valkey = "8.1")
    void aSnapshotThatIsNotBeingSavedIsNotCancelled() {
        assertThatThrownBy(() -> redis.bgsaveCancel())
                .isInstanceOf(CarmineServerException.class)
                .hasMessageContaining("not in progress");
    }

    @Override
    Set<String> notHere() {
        return server.isValkey("8.1") ? Set.of() : Set.of("bgsaveCancel"); // Redis has no such option
    }

    @Test
    @SinceRedis("7.0")
    void whatDoesNotEndCannotBeKeptFromIt() {
        assertThatThrownBy(() -> redis.shutdownAbort())
                .isInstanceOf(CarmineServerException.class)
                .hasMessageContaining("No shutdown in progress");
    }
}
