package dev.carmine.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.TypeRef;
import dev.carmine.examples.Values.User;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.module.SimpleModule;

/** The snippets of the documents do what the documents say. */
class SnippetsTest {
    private static final User ANN = new User("Ann", 41, Optional.empty());

    private static EmbeddedServer server;
    private static Carmine redis;

    @BeforeAll
    static void connect() throws IOException {
        server = EmbeddedServer.start();
        redis = Carmine.connect(server.uri());
    }

    @BeforeEach
    void forgetWhatOthersHaveStored() {
        redis.flushall();
    }

    @AfterAll
    static void close() throws IOException {
        redis.close();
        server.close();
    }

    @Test
    void objectsComeBackAsTheyWere() {
        assertThat(Values.objects(redis)).isEqualTo(List.of(ANN, Map.of("ann", ANN), List.of(ANN)));
        assertThat(Values.everyFace(redis)).isEqualTo(List.of(1L, ANN, ANN, ANN, ANN));
    }

    @Test
    void otherSerializersReadWhatTheyHaveWritten() {
        List<User> many = List.of(ANN, ANN);
        for (ClientOptions options :
                List.of(Values.json(), Values.compression(), Values.modules(new SimpleModule("empty")))) {
            ClientOptions here = options.toBuilder().uri(server.uri()).build();
            try (Carmine other = Carmine.connect(here)) {
                other.set("many", many);
                assertThat(other.get("many", new TypeRef<List<User>>() {})).isEqualTo(many);
            }
        }
    }

    @Test
    void errorsAreWhatTheDocumentSays() {
        redis.set("text", "t");
        redis.set("orders", 1);
        Errors.countOnce(redis);
        assertThat(redis.get("orders")).isEqualTo("2");
        Errors.setAgainIfInDoubt(redis);
        assertThat(redis.get("state")).isEqualTo("ready");
        List<Object> replies = Errors.lookAtEachReply(redis);
        assertThat(replies).hasSize(3).startsWith(1L).endsWith(1L);
        assertThat(replies.get(1)).isInstanceOf(CarmineServerException.class);
    }

    @Test
    void severalCommandsGoInOneGo() {
        assertThat(Transactions.pipeline(redis)).containsExactly(true, 2L, "2");
        assertThat(Transactions.ofOneType(redis, List.of("/a", "/b"))).containsExactly(1L, 1L);
        redis.set("/text", "t");
        assertThat(Transactions.outcomes(redis, List.of("/a", "/text"))).isEqualTo(1);
        redis.set("name", "Rome");
        assertThat(Transactions.handles(redis)).isEqualTo("Rome was visited 1 times");
        assertThat(Transactions.multi(redis)).hasSize(2);
        assertThat(Transactions.sum(redis)).isEqualTo("2 fruits");
    }

    @Test
    void transactionsWatchKeys() {
        redis.set("stock", 1);
        assertThat(Transactions.sell(redis)).isZero();
        assertThatIllegalStateException().isThrownBy(() -> Transactions.sell(redis));
        assertThat(redis.lrange("orders", 0, -1)).containsExactly("one more");
    }

    @Test
    void scansGoThroughEverything() {
        redis.set("user:7", "x");
        Scanning.expire(redis);
        assertThat(redis.ttl("user:7")).isPositive();
        redis.hset("settings", Map.of("a", 1, "b", 2));
        assertThat(Scanning.settings(redis)).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void scriptsRunByNameAndByNumber() {
        redis.mset(Map.of("account:a", 7, "account:b", 1));
        assertThat(LuaScripts.transfer(redis)).isEqualTo(6);
        assertThatExceptionOfType(CarmineServerException.class)
                .isThrownBy(() -> LuaScripts.transfer(redis))
                .satisfies(e -> assertThat(e.code()).isEqualTo("FUNDS"));
        assertThat(LuaScripts.numbered(redis)).containsExactly(true, List.of("old", "OK"), "new");
    }
}
