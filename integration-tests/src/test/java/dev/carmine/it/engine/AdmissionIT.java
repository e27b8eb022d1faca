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
import org.junit.jupiter.api.Test;

/** Whom real servers let in, and as whom. */
@BothProtocols
@RedisTest(password = "sesame", users = "ann@home:1 on >p@ss:w/rd%#? ~ann:* +@all")
class AdmissionIT {
    private static final String ANN = "ann%40home%3A1:p%40ss%3Aw%2Frd%25%23%3F";

    private final Protocol protocol;
    private final RedisServer server;

    AdmissionIT(Protocol protocol, RedisServer server) {
        this.protocol = protocol;
        this.server = server;
    }

    @Test
    void percentEncodedUserAndPasswordReachTheServerAsTheyAre() {
        try (Carmine redis = Carmine.connect(as(ANN).clientName("tester").build())) {
            assertThat(redis.set("ann:k", Keyed.valueOf("ann:k"))).isTrue();
            Keyed.assertGets(redis, "ann:k");
            assertThat(redis.clientInfo().user()).isEqualTo("ann@home:1");
            assertThat(redis.clientInfo().name()).isEqualTo("tester");
            assertThatThrownBy(() -> redis.get("k"))
                    .isInstanceOfSatisfying(
                            CarmineServerException.class,
                            e -> assertThat(e.code()).isEqualTo("NOPERM"));
        }
    }

    @Test
    void aWrongPasswordIsRefusedAtOnceAndNeverShown() {
        assertThatThrownBy(() -> Carmine.connect(as("ann%40home%3A1:not-this").build()))
                .isInstanceOf(CarmineConnectionException.class)
                .hasMessageContaining("WRONGPASS")
                .hasMessageNotContaining("not-this");
    }

    @Test
    void callsFailWhileThePasswordIsWrongAndSucceedWhenItIsRight() {
        Events events = new Events();
        server.call("ACL", "SETUSER", "eve", "reset", "on", ">new", "~*", "+@all");
        try (Carmine redis =
                Carmine.connect(as("eve:old").connectLazily().listener(events).build())) {
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
        try (Carmine redis = Carmine.connect(as(":sesame")
                .uri(server.address().uri(":sesame", 3))
                .clientName("tester")
                .build())) {
            redis.set("db", Keyed.valueOf("db"));
            server.call("CLIENT", "KILL", "ID", Long.toString(redis.clientId()));
            Keyed.assertGets(redis, "db");
            assertThat(redis.clientInfo().db()).isEqualTo(3);
            assertThat(redis.clientInfo().name()).isEqualTo("tester");
        }
    }

    private ClientOptions.Builder as(String userInfo) {
        return TestOptions.to(server.address(), protocol).uri(server.address().uri(userInfo));
    }
}
