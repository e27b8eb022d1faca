package dev.carmine.examples;

import static org.assertj.core.api.Assertions.assertThat;

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
}
