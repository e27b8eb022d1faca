package dev.carmine.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Serializer;
import dev.carmine.client.Subscription;
import dev.carmine.client.TypeRef;
import dev.carmine.client.command.ClientKillArgs;
import dev.carmine.client.command.ClientType;
import dev.carmine.client.command.KeyedElement;
import dev.carmine.client.serialization.JacksonSerializer;
import dev.carmine.examples.Values.SmileOverJson;
import dev.carmine.examples.Values.User;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
        for (ClientOptions options : List.of(
                Values.json(), Values.compression(), Values.stricter(), Values.modules(new SimpleModule("empty")))) {
            try (Carmine other = connect(options)) {
                other.set("many", many);
                assertThat(other.get("many", new TypeRef<List<User>>() {})).isEqualTo(many);
            }
        }
    }

    @Test
    void onlyAStricterMapperRefusesAnObjectOfAnotherType() {
        redis.set("order", Map.of("number", 5));
        assertThat(redis.get("order", User.class))
                .extracting(user -> user.age())
                .isEqualTo(0);
        redis.set("half", Map.of("name", "Ann", "age", 41));
        assertThat(redis.get("half", User.class)).isEqualTo(ANN);
        try (Carmine strict = connect(Values.stricter())) {
            for (String key : List.of("order", "half")) {
                assertThatExceptionOfType(CarmineSerializationException.class)
                        .isThrownBy(() -> strict.get(key, User.class));
            }
        }
    }

    @Test
    void bothFormatsAreReadWhileValuesAreMoved() {
        Serializer both = new SmileOverJson(JacksonSerializer.smile(), JacksonSerializer.json());
        try (Carmine moving = connect(
                ClientOptions.builder().uri(server.uri()).serializer(both).build())) {
            moving.set("old", "{\"@class\":\"com.example.User\",\"name\":\"Ann\",\"age\":41}");
            assertThat(moving.get("old", User.class)).isEqualTo(ANN);
            moving.set("new", ANN);
            assertThat(moving.get("new", User.class)).isEqualTo(ANN);
            assertThat(redis.get("new", User.class)).isEqualTo(ANN);
        }
    }

    private static Carmine connect(ClientOptions options) {
        return Carmine.connect(options.toBuilder().uri(server.uri()).build());
    }

    @Test
    void errorsAreWhatTheDocumentSays() {
        redis.set("text", "t");
        redis.set("orders", 1);
        Errors.countOnce(redis);
        assertThat(redis.get("orders")).isEqualTo("2");
        Errors.setAgainIfInDoubt(redis);
        assertThat(redis.get("state")).isEqualTo("ready");
        assertThat(Errors.quickly(redis)).isEqualTo("ready");
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
        assertThat(Transactions.whatIsNeeded(redis, false)).containsExactly(2L, "Rome");
        assertThat(Transactions.whatIsNeeded(redis, true)).containsExactly(3L, "Rome", 1L);
        assertThat(Transactions.multi(redis)).hasSize(2);
        assertThat(Transactions.sum(redis)).isEqualTo("2 fruits");
    }

    @Test
    void partsOfAProgramShareAPipeline() {
        redis.mset(Map.of("name:ann", "Ann", "name:bob", "Bob"));
        redis.rpush("inbox:ann", "hello", "you");
        assertThat(Transactions.parts(redis)).containsExactly("Ann has 2 messages", "Bob has 0 messages");
        String inTransaction = redis.transaction(1, tx -> Transactions.greeting(tx, "ann"));
        assertThat(inTransaction).isEqualTo("Ann has 2 messages");
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
        redis.hset("user:8", Map.of("name", "Ann"));
        assertThat(Scanning.hashes(redis)).isEqualTo(1);
        redis.hset("settings", Map.of("a", 1, "b", 2));
        assertThat(Scanning.settings(redis)).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    /** The server here is a Redis 6.2. */
    @Test
    void oldServersAreAskedForLess() {
        redis.hset("session:7", "token", "t");
        Capabilities.expire(redis);
        assertThat(redis.ttl("session:7")).isPositive();
        assertThat(Capabilities.versions(redis)).containsExactly(true, false);
        assertThatExceptionOfType(CarmineServerException.class)
                .isThrownBy(() -> redis.hexpire("session:7", Duration.ofMinutes(5), "token"))
                .withMessageStartingWith("HEXPIRE needs Redis 7.4 or Valkey 9.0, this is Redis 6.2.");
    }

    @Test
    void whatNobodyHasChangedIsSetAndSwapped() {
        redis.set("state", "ready");
        assertThat(CompareAndSets.keys(redis, Duration.ofHours(1))).containsExactly(true, true, true, true);
        redis.hset("task:1", Map.of("owner", "ann"));
        assertThat(CompareAndSets.fields(redis)).containsExactly(true, true, true);
        assertThat(CompareAndSets.together(redis)).containsExactly(false, 1L);
        assertThat(CompareAndSets.count(redis)).isEqualTo(1);
        assertThat(CompareAndSets.count(redis)).isEqualTo(2);
        assertThat(CompareAndSets.sell(redis)).isFalse();
        redis.hset("trains", Map.of("ICE 1", new CompareAndSets.Seats(1, 99)));
        assertThat(CompareAndSets.sell(redis)).isTrue();
        assertThat(CompareAndSets.sell(redis)).isFalse();
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

    @Test
    void basicsWork() {
        assertThat(redis.smembers(Basics.befriend(redis))).containsExactlyInAnyOrder("ann", "bob");
        redis.rpush("jobs", "a job");
        assertThat(Basics.work(redis)).isEqualTo(new KeyedElement<>("jobs", "a job"));
        assertThat(Basics.replicated(redis)).isZero();
        assertThat(redis.get("state")).isEqualTo("ready");
    }

    @Test
    void whatOtherClientsDoIsDone() {
        assertThat(Migrating.firstComeFirstServed(redis)).isEqualTo("Ann");
        redis.set("seat:7", "Bob");
        assertThat(Migrating.firstComeFirstServed(redis)).isEqualTo("Bob");
        redis.mset(Map.of("name", "Rome", "n", 7, "user:1", "a", "user:2", "b"));
        assertThat(Migrating.combined(redis)).isEqualTo("Rome was visited 1 times");
        assertThat(Migrating.wcar(redis)).containsExactly(true, "bar", 7L);
        redis.hset("stock", Map.of("apples", 3, "pears", 4));
        assertThat(Migrating.parsed(redis)).isEqualTo(2);
        assertThat(Migrating.keys(redis)).containsExactlyInAnyOrder("user:1", "user:2");
        assertThat(Migrating.reduced(redis)).isEqualTo(7);
    }

    @Test
    void messagesComeToWhoListens() {
        BlockingQueue<String> printed = new LinkedBlockingQueue<>();
        try (Subscription news = Listening.listen(redis, printed::add)) {
            assertThat(next(printed)).isEqualTo("news: hello");
            assertThat(news.channels()).containsExactly("news");
        }
        try (Subscription users =
                Listening.users(redis, (channel, user) -> printed.add(channel + " of " + user.name()))) {
            assertThat(users.channels()).containsExactlyInAnyOrder("signup", "login");
            redis.publish("login", new Listening.User("Ann"));
            assertThat(next(printed)).isEqualTo("login of Ann");
        }
        Listening.Prices prices = new Listening.Prices() {
            @Override
            void update(String product, String price) {
                printed.add(product + " " + price);
            }

            @Override
            void reload() {
                printed.add("reload");
            }
        };
        try (Subscription pears = Listening.prices(redis, prices)) {
            assertThat(pears.channels()).containsExactly("price:*");
            redis.publish("price:pears", 3);
            assertThat(next(printed)).isEqualTo("price:pears 3");
            redis.clientKill(ClientKillArgs.type(ClientType.PUBSUB));
            assertThat(next(printed)).isEqualTo("reload");
        }
    }

    @Test
    void commandsAreShownAsTheyRun() {
        BlockingQueue<String> printed = new LinkedBlockingQueue<>();
        Listening.watch(redis, command -> printed.add(String.join(" ", command.words())), () -> {
            redis.set("seen", 1);
            assertThat(next(printed)).isEqualTo("SET seen 1");
        });
    }

    private static String next(BlockingQueue<String> printed) {
        try {
            return Objects.requireNonNull(printed.poll(10, TimeUnit.SECONDS), "nothing came");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
