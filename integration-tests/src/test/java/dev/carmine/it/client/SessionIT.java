package dev.carmine.it.client;

import static dev.carmine.client.command.Commands.get;
import static dev.carmine.client.command.Commands.incr;
import static dev.carmine.client.command.Commands.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import dev.carmine.client.PoolOptions;
import dev.carmine.client.Session;
import dev.carmine.client.command.ClientKillArgs;
import dev.carmine.client.command.KeyedElement;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Carmine#session}: a connection for one piece of code, whose state may be changed. */
@RedisTest
class SessionIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT          | name the database in the URI
            AUTH            | give user and password in the URI
            HELLO           | choose it in ClientOptions
            multi           | redis.multi(...)
            EXEC            | redis.multi(...)
            WATCH           | redis.transaction(...)
            subscribe       | redis.subscribe(...)
            MONITOR         | redis.monitor(...)
            client reply    | leave it out
            CLIENT TRACKING | redis.session(...)
            CLIENT SETNAME  | ClientOptions
            WAIT            | redis.session(...)
            QUIT            | close the client
            RESET           | redis.session(...)
            """)
    void whatChangesTheConnectionIsRefusedWhereOthersUseItToo(String name, String advice, RedisServer server) {
        Command<?> command = Command.of(name).arg(1);
        try (Carmine redis = Clients.connect(server)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> redis.call(command))
                    .withMessageStartingWith(command.name())
                    .withMessageContaining(advice);
            assertThatIllegalArgumentException().isThrownBy(() -> redis.async().callAsync(command));
            assertThatIllegalArgumentException().isThrownBy(() -> redis.pipeline(incr("k"), command));
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    @EachProtocol
    void theDatabaseChangesForTheSessionAlone(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            server.flushAll();
            redis.set("where", "zero");
            redis.session(session -> {
                session.call(Command.of("SELECT").arg(5));
                assertThat(session.get("where")).isNull();
                return session.set("where", "five");
            });
            assertThat(redis.get("where")).isEqualTo("zero");
            assertThat(redis.<String>session(session -> session.get("where"))).isEqualTo("zero");
        }
    }

    @EachProtocol
    void whatWouldOnlyBreakItIsRefusedAtOnceAndTheSessionGoesOn(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.session(session -> {
                long connection = session.clientId();
                assertRefused(session, Command.of("MULTI"), "use redis.multi(...) or redis.transaction(...)");
                assertRefused(session, Command.of("WATCH").key("k"), "use redis.transaction(...)");
                assertRefused(session, Command.of("subscribe").arg("news"), "use redis.subscribe(...)");
                assertRefused(session, Command.of("MONITOR"), "use redis.monitor(...)");
                assertRefused(session, Command.of("CLIENT REPLY").arg("OFF"), "leave it out");
                assertRefused(session, Command.of("client").args("reply", "SKIP"), "leave it out");
                assertRefused(session, Command.of("PSYNC").args("?", -1), "no use for it");
                assertRefused(session, Command.of("QUIT"), "a session ends by itself");
                return assertThat(session.clientId()).isEqualTo(connection);
            });
            assertThat(redis.stats().pool().idle()).as("clean").isOne();
        }
    }

    private static void assertRefused(Session session, Command<?> command, String advice) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.call(command))
                .withMessageStartingWith(command.name() + " ")
                .withMessageContaining(advice);
        assertThatIllegalArgumentException().isThrownBy(() -> session.pipeline(incr("k"), command));
    }

    @EachProtocol
    void aSessionHasPipelines(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            List<?> replies = redis.session(session ->
                    session.pipeline(Command.of("SELECT").arg(5), set("k", "v"), get("k").map(text -> text)));
            assertThat(replies).isEqualTo(List.of("OK", true, "v"));
        }
    }

    @EachProtocol
    void aCleanConnectionIsLentAgainAndAChangedOneIsNot(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            long first = redis.<Long>session(Session::clientId);
            assertThat(redis.<Long>session(Session::clientId)).isEqualTo(first);
            long changed = redis.<Long>session(session -> {
                session.call(Command.of("CLIENT SETNAME").arg("changed"));
                return session.clientId();
            });
            assertThat(changed).isEqualTo(first);
            assertThat(redis.<Long>session(Session::clientId)).isNotEqualTo(first);
            assertThat(redis.<String>session(Session::clientGetname)).isNull();
        }
    }

    @EachProtocol
    void anExceptionEndsTheSessionAndWhatItHasChangedWithIt(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(Clients.options(server, resp)
                .pool(PoolOptions.defaults().withMaxSize(1))
                .build())) {
            redis.del("untouched");
            assertThatIllegalStateException()
                    .isThrownBy(() -> redis.session(session -> {
                        session.call(Command.of("SELECT").arg(5));
                        session.incr("untouched");
                        throw new IllegalStateException("changed my mind");
                    }))
                    .withMessage("changed my mind");
            assertThat(redis.stats().pool().lent()).isZero();
            assertThat(redis.<Long>session(session -> session.incr("untouched")))
                    .isOne();
        }
    }

    @EachProtocol
    void theErrorOfTheServerLeavesTheConnectionClean(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("text", "v");
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> redis.session(session -> session.lpush("text", "x")));
            assertThat(redis.stats().pool().idle()).isOne();
        }
    }

    @Test
    void aSessionThatHasEndedCannotBeUsed(RedisServer server) {
        try (Carmine redis = Clients.connect(server)) {
            Session ended = redis.session(session -> session);
            assertThatIllegalStateException()
                    .isThrownBy(ended::ping)
                    .withMessageContaining("use it only inside the function");
            assertThatIllegalStateException().isThrownBy(() -> ended.pipeline(get("k")));
        }
    }

    /** A new connection would have none of what the code has set up on the old one, such as its database. */
    @EachProtocol
    void aLostConnectionEndsTheSessionRatherThanBeingReplaced(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.session(session -> {
                session.call(Command.of("SELECT").arg(5));
                redis.clientKill(ClientKillArgs.id(session.clientId()));
                assertThatExceptionOfType(CarmineConnectionException.class).isThrownBy(() -> session.get("k"));
                return assertThatExceptionOfType(CarmineConnectionException.class)
                        .isThrownBy(session::ping)
                        .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
            });
            assertThat(redis.<String>session(Session::ping)).isEqualTo("PONG");
        }
    }

    @EachProtocol
    void blockingCommandsMayTakeTheirOwnTimeInASession(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.<KeyedElement<String>>session(session -> session.blpop(Duration.ofMillis(50), "nothing")))
                    .isNull();
        }
    }

    @Test
    void aSessionWaitsForAConnectionOnlyAsLongAsTheTimeoutAllows(RedisServer server) {
        try (Carmine redis = Carmine.connect(Clients.options(server)
                .pool(PoolOptions.defaults().withMaxSize(1))
                .build())) {
            redis.session(outer -> assertThatExceptionOfType(CarmineTimeoutException.class)
                    .isThrownBy(() -> redis.withTimeout(Duration.ofMillis(50)).session(Session::ping))
                    .withMessageContaining("a session on 127.0.0.1:")
                    .withMessageContaining("raise PoolOptions.maxSize")
                    .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT)));
        }
    }
}
