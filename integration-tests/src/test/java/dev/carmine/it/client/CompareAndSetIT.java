package dev.carmine.it.client;

import static dev.carmine.client.command.CompareAndSet.compareAndDelete;
import static dev.carmine.client.command.CompareAndSet.compareAndHset;
import static dev.carmine.client.command.CompareAndSet.compareAndSet;
import static dev.carmine.client.command.CompareAndSet.hsetAllIfNoneExist;
import static dev.carmine.client.command.Scripts.scriptFlush;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import dev.carmine.client.Reply;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.Swap;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.Flavour;
import dev.carmine.it.server.RedisServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** How comparing and setting is sent: by a command or a script, in pipelines and transactions, and once. */
@RedisTest
class CompareAndSetIT {
    @BeforeEach
    void forgetEverything(RedisServer server) {
        server.flushAll();
        server.call("SCRIPT", "FLUSH");
        server.call("CONFIG", "RESETSTAT");
    }

    @EachProtocol
    void aScriptRunsOnlyWhereTheServerHasNoCommand(Resp resp, RedisServer server) {
        boolean valkey = server.flavour() == Flavour.VALKEY;
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.compareAndSet("k", null, "1")).isTrue();
            assertThat(scripts(server)).as("scripts for what is absent").isZero();
            assertThat(redis.compareAndSet("k", "1", "2")).isTrue();
            assertThat(scripts(server) == 0)
                    .as("SET compares")
                    .isEqualTo(server.version().isAtLeast(valkey ? "8.1" : "8.4"));
            server.call("CONFIG", "RESETSTAT");
            assertThat(redis.compareAndDelete("k", "2")).isTrue();
            assertThat(scripts(server) == 0)
                    .as("something that deletes compares")
                    .isEqualTo(server.version().isAtLeast(valkey ? "9.0" : "8.4"));
            server.call("CONFIG", "RESETSTAT");
            assertThat(redis.hsetAllIfNoneExist("h", Map.of("f", 1))).isTrue();
            assertThat(scripts(server) == 0)
                    .as("HSETEX is there")
                    .isEqualTo(server.version().isAtLeast(valkey ? "9.0" : "8.0"));
        }
    }

    private static long scripts(RedisServer server) {
        return server.info("commandstats").keySet().stream()
                .filter(name -> name.startsWith("cmdstat_eval"))
                .count();
    }

    @EachProtocol
    void pipelinesAndTransactionsTakeThem(Resp resp, RedisServer server) {
        List<Command<?>> commands = List.of(
                compareAndSet("k", null, "1"),
                compareAndSet("k", "1", "2"),
                compareAndSet("k", "1", "3"),
                compareAndHset("h", "f", null, "1"),
                compareAndHset("h", "f", "1", "2"),
                hsetAllIfNoneExist("h", Map.of("f", 1, "g", 1)),
                compareAndDelete("k", "2"));
        try (Carmine redis = Clients.connect(server, resp)) {
            List<Object> replies = List.of(true, true, false, true, true, false, true);
            assertThat(redis.pipeline(commands)).isEqualTo(replies);
            redis.pipeline(scriptFlush(), compareAndDelete("k", "x"));
            server.flushAll();
            assertThat(redis.multi(commands)).isEqualTo(replies);
            redis.scriptFlush();
            redis.del("h");
            assertThat(redis.async()
                            .pipeline(commands.toArray(Command<?>[]::new))
                            .join())
                    .isEqualTo(replies);
            redis.scriptFlush();
            boolean deleted = redis.transaction(1, tx -> {
                Reply<Boolean> unused = tx.set("k", "v");
                return tx.compareAndDelete("k", "v");
            });
            assertThat(deleted).isTrue();
        }
    }

    @EachProtocol
    void scriptsThatWereForgottenAreSaidAgain(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.hset("h", Map.of("f", 1));
            assertThat(redis.compareAndHset("h", "f", 1, 2)).isTrue();
            redis.scriptFlush();
            assertThat(redis.compareAndHset("h", "f", 2, 3)).isTrue();
            redis.scriptFlush();
            assertThat(redis.async().compareAndHdel("h", "f", 3).join()).isTrue();
        }
    }

    @EachProtocol
    void errorsNameWhatWasAskedForAndNoScript(Resp resp, RedisServer server) {
        String wrong = ": WRONGTYPE Operation against a key holding the wrong kind of value";
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.rpush("list", "v");
            for (int i = 0; i < 2; i++) { // by the script's text, and then by its digest
                assertThatThrownBy(() -> redis.compareAndSet("list", "v", "new"))
                        .hasMessage("compareAndSet" + wrong);
                assertThatThrownBy(() -> redis.compareAndDelete("list", "v"))
                        .hasMessageStartingWith("compareAndDelete")
                        .hasMessageContaining(
                                redis.server().isAtLeast(ServerVersion.redis("8.4")) ? "string type" : wrong);
                assertThatThrownBy(() -> redis.compareAndHset("list", "f", "v", "new"))
                        .hasMessage("compareAndHset" + wrong);
                assertThatThrownBy(() -> redis.compareAndHdel("list", "f", "v")).hasMessage("compareAndHdel" + wrong);
                assertThatThrownBy(() -> redis.hsetAllIfNoneExist("list", Map.of("f", 1)))
                        .hasMessage("hsetAllIfNoneExist" + wrong);
            }
        }
    }

    @EachProtocol
    void isNotDoneAgainIfItsReplyWasLost(Resp resp, RedisServer server) {
        try (FaultProxy proxy = FaultProxy.to(server.address());
                Carmine redis = Carmine.connect(
                        Clients.options(server, resp).uri(proxy.address().uri()).build())) {
            redis.hset("h", Map.of("f", 1));
            assertThat(redis.compareAndHset("h", "f", 0, 1)).isFalse();
            loseNextReply(proxy);
            assertThatExceptionOfType(CarmineConnectionException.class)
                    .isThrownBy(() -> redis.compareAndHset("h", "f", 1, 2))
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN));
            assertThat(redis.hget("h", "f")).isEqualTo("2");
            loseNextReply(proxy);
            assertThat(redis.call(compareAndHset("h", "f", 2, 3).retryable()))
                    .as("the second run finds the work of the first")
                    .isFalse();
            assertThatExceptionOfType(CarmineConnectionException.class)
                    .isThrownBy(() -> redis.<String>hswap("h", "f", 5, old -> {
                        loseNextReply(proxy);
                        return Swap.set(old + "0");
                    }))
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.UNKNOWN));
            assertThat(redis.hget("h", "f")).isEqualTo("30");
        }
    }

    private static void loseNextReply(FaultProxy proxy) {
        proxy.connection((int) proxy.connections()).dropReply(Cut.FIN);
    }
}
