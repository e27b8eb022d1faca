package dev.carmine.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.ConnectionEvent.AuthenticationFailed;
import dev.carmine.client.Protocol;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import org.junit.jupiter.api.Test;

/** Whom real servers let in, and as whom. */
@BothProtocols
@RedisTest(
        password = "sesame",
        users = {"ann@home:1 on >p@ss:w/rd%#? ~ann:* +@all", "bob on nopass ~* +@all -get -ping"})
class AdmissionIT {
    private static final String ANN = "ann%40home%3A1:p%40ss%3Aw%2Frd%25%23%3F@";

    private final Protocol protocol;
    private final RedisServer server;

    AdmissionIT(Protocol protocol, RedisServer server) {
        this.protocol = protocol;
        this.server = server;
    }

    @Test
    void theDefaultUserNeedsThePasswordAlone() {
        try (Carmine redis = Carmine.connect(as(":sesame@").build())) {
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void percentEncodedUserAndPasswordReachTheServerAsTheyAre() {
        try (Carmine redis = Carmine.connect(as(ANN).clientName("tester").build())) {
            assertThat(redis.set("ann:k", Keyed.valueOf("ann:k"))).isTrue();
            Keyed.assertGets(redis, "ann:k");
            assertThat(redis.clientInfo()).contains(" user=ann@home:1 ").contains(" name=tester ");
            assertThatThrownBy(() -> redis.get("k"))
                    .isInstanceOfSatisfying(
                            CarmineServerException.class,
                            e -> assertThat(e.code()).isEqualTo("NOPERM"));
        }
    }

    @Test
    void whatAUserMayNotDoDoesNotDisturbTheConnection() {
        try (Carmine redis = Carmine.connect(as("bob:anything@").build())) {
            long connection = redis.clientId();
            assertThatThrownBy(() -> redis.get("k")).hasMessageContaining("NOPERM");
            assertThat(redis.clientId()).isEqualTo(connection);
        }
    }

    @Test
    void aFullServerSaysThatItIsFullAndIsAskedAgain() {
        try (RawConnection only = server.connect()) {
            only.call("CONFIG", "SET", "maxclients", "1");
            Carmine redis = Carmine.connect(as(":sesame@").connectLazily().build());
            assertThatThrownBy(() -> Carmine.connect(as(":sesame@").build()))
                    .isInstanceOf(CarmineConnectionException.class)
                    .hasMessageContaining("max number of clients");
            only.call("CONFIG", "SET", "maxclients", "1000");
            assertThat(redis.ping()).isEqualTo("PONG");
            redis.close();
        }
    }

    @Test
    void aWrongPasswordIsRefusedAtOnceAndNeverShown() {
        assertThatThrownBy(() -> Carmine.connect(as("ann%40home%3A1:not-this@").build()))
                .isInstanceOf(CarmineConnectionException.class)
                .hasMessageContaining("WRONGPASS")
                .hasMessageNotContaining("not-this");
    }

    @Test
    void withoutAPasswordTheServerAsksForOne() {
        assertThatThrownBy(() -> Carmine.connect(as("").build()))
                .isInstanceOf(CarmineConnectionException.class)
                .hasMessageContaining("NOAUTH");
    }

    @Test
    void callsFailWhileThePasswordIsWrongAndSucceedWhenItIsRight() {
        Events events = new Events();
        server.call("ACL", "SETUSER", "eve", "reset", "on", ">new", "~*", "+@all");
        try (Carmine redis =
                Carmine.connect(as("eve:old@").connectLazily().listener(events).build())) {
            assertThatThrownBy(() -> redis.set("k", "v"))
                    .isInstanceOf(CarmineConnectionException.class)
                    .hasMessageContaining("credentials");
            events.await(AuthenticationFailed.class);
            server.call("ACL", "SETUSER", "eve", ">old");
            Eventually.succeeds(() -> redis.set("k", Keyed.valueOf("k")));
            Keyed.assertGets(redis, "k");
        }
    }

    @Test
    void theDatabaseAndTheNameAreSetAgainOnANewConnection() {
        try (Carmine redis =
                Carmine.connect(as(":sesame@", "/3").clientName("tester").build())) {
            redis.set("db", Keyed.valueOf("db"));
            server.call("CLIENT", "KILL", "ID", Long.toString(redis.clientId()));
            Keyed.assertGets(redis, "db");
            assertThat(redis.clientInfo()).contains(" db=3 ").contains(" name=tester ");
        }
    }

    private ClientOptions.Builder as(String userInfo) {
        return as(userInfo, "");
    }

    private ClientOptions.Builder as(String userInfo, String path) {
        return TestOptions.to(server.host(), server.port(), protocol)
                .uri("redis://" + userInfo + server.host() + ":" + server.port() + path);
    }
}
