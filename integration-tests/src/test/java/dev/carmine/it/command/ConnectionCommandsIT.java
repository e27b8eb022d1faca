package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.Session;
import dev.carmine.client.command.ClientCaching;
import dev.carmine.client.command.ClientConnection;
import dev.carmine.client.command.ClientKillArgs;
import dev.carmine.client.command.ClientLibrary;
import dev.carmine.client.command.ClientListArgs;
import dev.carmine.client.command.ClientTracking;
import dev.carmine.client.command.ClientTrackingArgs;
import dev.carmine.client.command.ClientType;
import dev.carmine.client.command.OnOff;
import dev.carmine.client.command.PauseMode;
import dev.carmine.client.command.ServerHello;
import dev.carmine.client.command.SyncConnections;
import dev.carmine.client.command.UnblockMode;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@EachFace
@RedisTest(isolated = true)
class ConnectionCommandsIT extends CommandContract {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Resp resp;

    ConnectionCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncConnections.class, face, resp, server);
        this.resp = resp;
    }

    @Test
    void connectionsAreListed() {
        long id = redis.clientId();
        ClientConnection own = redis.clientInfo();
        assertThat(own.id()).isEqualTo(id);
        assertThat(own.name()).isNull();
        assertThat(own.user()).isEqualTo("default");
        assertThat(own.age()).isLessThan(Duration.ofMinutes(1));
        assertThat(own.db()).isZero();
        assertThat(own.addr()).contains(":");
        assertThat(own.others()).containsKey("fd").doesNotContainKey("id");
        assertThat(redis.clientGetname()).isNull();
        assertThat(redis.clientList()).extracting(ClientConnection::id).contains(id);
        assertThat(redis.clientList(ClientListArgs.ids(id, 1_000_000)))
                .singleElement()
                .extracting(ClientConnection::id)
                .isEqualTo(id);
        assertThat(redis.clientList(ClientListArgs.type(ClientType.NORMAL))).isNotEmpty();
        assertThat(redis.clientList(ClientListArgs.type(ClientType.PUBSUB))).isEmpty();
    }

    @Test
    void clientsArePausedUnblockedAndKilled() {
        long id = redis.clientId();
        assertThat(redis.clientUnblock(id)).isFalse();
        assertThat(redis.clientUnblock(id, UnblockMode.ERROR)).isFalse();
        assertThat(redis.clientPause(MOMENT)).isEqualTo("OK");
        assertThat(redis.clientPause(MOMENT, PauseMode.WRITE)).isEqualTo("OK");
        assertThat(redis.clientUnpause()).isEqualTo("OK");
        try (RawConnection victim = server.connect()) {
            long victimId = Long.parseLong(victim.text("CLIENT", "ID"));
            assertThat(redis.clientKill(ClientKillArgs.id(victimId).and(ClientKillArgs.type(ClientType.NORMAL))))
                    .isEqualTo(1);
        }
    }

    @Test
    @SinceRedis("8.0")
    void oldConnectionsAreKilled() {
        assertThat(redis.clientKill(ClientKillArgs.olderThan(Duration.ofHours(1))))
                .isZero();
    }

    @Test
    void keysAreNotTrackedByDefault() {
        assertThat(redis.clientGetredir()).isEqualTo(-1);
        assertThat(redis.clientTrackinginfo()).isEqualTo(new ClientTracking(List.of("off"), -1, List.of()));
    }

    @Test
    void whatChangesTheConnectionIsRefusedWhereItIsShared() {
        refused(() -> redis.auth("p"));
        refused(() -> redis.auth("u", "p"));
        refused(() -> redis.clientCaching(ClientCaching.YES));
        refused(() -> redis.clientCapa("redirect"));
        refused(() -> redis.clientImportSource(OnOff.ON));
        refused(() -> redis.clientNoEvict(OnOff.ON));
        refused(() -> redis.clientNoTouch(OnOff.ON));
        refused(() -> redis.clientSetinfo(ClientLibrary.NAME, "x"));
        refused(() -> redis.clientSetname("x"));
        refused(() -> redis.clientTracking(ClientTrackingArgs.whatWasRead()));
        refused(() -> redis.clientTrackingOff());
        refused(() -> redis.reset());
        refused(() -> redis.select(1));
    }

    @Test
    void whatAConnectionIsAndWhatTheServerIsMayBeAskedWhereItIsShared() {
        ServerHello hello = redis.hello();
        assertThat(hello.id()).isEqualTo(redis.clientId());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call(Command.of("HELLO").arg(3)));
    }

    @Test
    void aSessionNamesItsConnectionAndSelectsADatabase() {
        inSession(session -> {
            assertThat(session.clientSetname("worker")).isEqualTo("OK");
            assertThat(session.select(3)).isEqualTo("OK");
            assertThat(session.clientGetname()).isEqualTo("worker");
            assertThat(session.clientInfo().name()).isEqualTo("worker");
            assertThat(session.clientInfo().db()).isEqualTo(3);
        });
    }

    @Test
    void aSessionLogsIn() {
        try (RawConnection admin = server.connect()) {
            admin.call("ACL", "SETUSER", "ann", "on", ">secret", "+@all", "~*");
        }
        inSession(session -> {
            assertThat(session.auth("ann", "secret")).isEqualTo("OK");
            assertThat(session.clientInfo().user()).isEqualTo("ann");
            assertThatExceptionOfType(CarmineServerException.class).isThrownBy(() -> session.auth("ann", "guessed"));
        });
    }

    @Test
    void aSessionGreetsTheServerAndStartsAfresh() {
        inSession(session -> {
            ServerHello hello = session.hello();
            assertThat(hello.server()).isIn("redis", "valkey");
            assertThat(hello.proto()).isEqualTo(resp == Resp.RESP3 ? 3 : 2);
            assertThat(hello.id()).isEqualTo(session.clientId());
            assertThat(hello.mode()).isEqualTo("standalone");
            assertThat(hello.role()).isEqualTo("master");
            assertThat(hello.modules()).doesNotContainNull();
            session.select(3);
            assertThat(session.reset()).isEqualTo("RESET");
            assertThat(session.clientInfo().db()).isZero();
        });
    }

    @Test
    void aSessionTracksKeys() {
        inSession(session -> {
            long id = redis.clientId();
            assertThat(session.clientTracking(ClientTrackingArgs.optIn().redirectTo(id)))
                    .isEqualTo("OK");
            assertThat(session.clientCaching(ClientCaching.YES)).isEqualTo("OK");
            assertThat(session.clientGetredir()).isEqualTo(id);
            assertThat(session.clientTrackinginfo().flags()).contains("on", "optin");
            assertThat(session.clientTrackingOff()).isEqualTo("OK");
            session.clientTracking(
                    ClientTrackingArgs.broadcast("a:", "b:").redirectTo(id).noLoop());
            ClientTracking tracking = session.clientTrackinginfo();
            assertThat(tracking.flags()).contains("on", "bcast", "noloop");
            assertThat(tracking.redirect()).isEqualTo(id);
            assertThat(tracking.prefixes()).containsExactlyInAnyOrder("a:", "b:");
        });
    }

    @Test
    @SinceRedis("7.0")
    void aSessionIsSparedFromEviction() {
        inSession(session -> {
            assertThat(session.clientNoEvict(OnOff.ON)).isEqualTo("OK");
            assertThat(session.clientInfo().flags()).contains("e");
        });
    }

    @Test
    @SinceRedis("7.2")
    void aSessionSaysWhichLibraryItIs() {
        inSession(session -> {
            assertThat(session.clientNoTouch(OnOff.ON)).isEqualTo("OK");
            assertThat(session.clientSetinfo(ClientLibrary.NAME, "tests")).isEqualTo("OK");
            assertThat(session.clientSetinfo(ClientLibrary.VERSION, "1.2")).isEqualTo("OK");
            assertThat(session.clientInfo().libName()).isEqualTo("tests");
            assertThat(session.clientInfo().libVer()).isEqualTo("1.2");
        });
    }

    @Test
    @SinceRedis(valkey = "8.1")
    void aSessionFollowsRedirectsAndImportsData() {
        redis.configSet("import-mode", "yes");
        inSession(session -> {
            assertThat(session.clientCapa("redirect")).isEqualTo("OK");
            assertThat(session.clientImportSource(OnOff.ON)).isEqualTo("OK");
            assertThat(session.clientInfo().flags()).contains("I");
        });
        redis.configSet("import-mode", "no");
    }

    private void inSession(Consumer<Session> code) {
        try (Carmine client = Clients.connect(server, resp)) {
            client.session(session -> {
                code.accept(session);
                return "done";
            });
        }
    }

    private static void refused(ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call);
    }
}
