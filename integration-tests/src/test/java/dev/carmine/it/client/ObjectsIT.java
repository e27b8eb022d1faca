package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Command;
import dev.carmine.client.Pipeline;
import dev.carmine.client.Reply;
import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
import dev.carmine.client.command.GetexArgs;
import dev.carmine.client.command.Hashes;
import dev.carmine.client.command.KeyedElement;
import dev.carmine.client.command.KeyedMember;
import dev.carmine.client.command.ListSide;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.client.command.SetArgs;
import dev.carmine.client.command.Strings;
import dev.carmine.client.command.SyncCommands;
import dev.carmine.client.serialization.JacksonSerializer;
import dev.carmine.client.serialization.ZstdSerializer;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Objects go in and come out through every face and every kind of command that stores or reads values. */
@RedisTest
class ObjectsIT {
    private static final User ANN = new User("Ann", 41, List.of("a", "b"), Optional.of("A."), Instant.EPOCH);
    private static final User BEN = new User("Ben", 7, List.of(), Optional.empty(), Instant.EPOCH.plusNanos(1));
    private static final Duration MOMENT = Duration.ofSeconds(1);

    record User(String name, int age, List<String> tags, Optional<String> nickname, Instant since) {}

    @EachProtocol
    void goInAsTheyAreAndComeOutAsTheTypeThatIsAskedFor(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("user", ANN);
            assertThat(redis.as(User.class).get("user")).isEqualTo(ANN);
            assertThat(redis.get("user", User.class)).isEqualTo(ANN);
            assertThat(redis.call(Strings.get("user").as(User.class))).isEqualTo(ANN);
            assertThat(redis.call(Command.of("GET").key("user").as(User.class))).isEqualTo(ANN);
            String name = redis.call(Strings.get("user").as(User.class).map(user -> user.name()));
            assertThat(name).isEqualTo("Ann");
            redis.call(Command.of("SET").key("other").arg(BEN));
            assertThat(redis.as(User.class).mget("user", "none", "other")).containsExactly(ANN, null, BEN);
            redis.set("users", List.of(ANN, BEN));
            assertThat(redis.as(new TypeRef<List<User>>() {}).get("users")).containsExactly(ANN, BEN);
            assertThat(redis.as(User.class).get("none")).isNull();
            assertThat(redis.as(User.class).setGet("user", BEN, SetArgs.always()))
                    .isEqualTo(ANN);
            assertThat(redis.as(User.class).getset("user", ANN)).isEqualTo(BEN);
            assertThat(redis.as(User.class).getex("user", GetexArgs.persist())).isEqualTo(ANN);
            assertThat(redis.as(User.class).getdel("user")).isEqualTo(ANN);
            List<User> many = Collections.nCopies(20_000, ANN);
            redis.set("many", many);
            assertThat(redis.strlen("many")).isGreaterThan(500_000);
            assertThat(redis.as(new TypeRef<List<User>>() {}).get("many")).isEqualTo(many);
        }
    }

    @EachProtocol
    void standInHashesListsAndSets(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.flushdb();
            SyncCommands<User> users = redis.as(User.class);
            users.hset("hash", Map.of("ann", ANN, "ben", BEN));
            assertThat(users.hget("hash", "ann")).isEqualTo(ANN);
            assertThat(users.hgetall("hash")).isEqualTo(Map.of("ann", ANN, "ben", BEN));
            assertThat(users.hmget("hash", "none", "ben")).containsExactly(null, BEN);
            assertThat(users.hvals("hash")).containsExactlyInAnyOrder(ANN, BEN);
            assertThat(users.hscan("hash", "0").elements())
                    .containsExactlyInAnyOrder(Map.entry("ann", ANN), Map.entry("ben", BEN));
            assertThat(users.hrandfieldWithValues("hash", 2)).hasSize(2).contains(Map.entry("ben", BEN));

            users.rpush("list", ANN, BEN, ANN);
            assertThat(users.lrange("list", 0, -1)).containsExactly(ANN, BEN, ANN);
            assertThat(users.lrem("list", 1, ANN)).isOne();
            assertThat(users.lpop("list")).isEqualTo(BEN);
            assertThat(users.blpop(MOMENT, "list")).isEqualTo(new KeyedElement<>("list", ANN));
            assertThat(users.blpop(Duration.ofMillis(1), "list")).isNull();

            users.rpush("list", ANN, BEN);
            assertThat(users.lindex("list", -1)).isEqualTo(BEN);
            assertThat(users.lmove("list", "other", ListSide.LEFT, ListSide.RIGHT))
                    .isEqualTo(ANN);
            assertThat(users.blmove("list", "other", ListSide.LEFT, ListSide.RIGHT, MOMENT))
                    .isEqualTo(BEN);
            assertThat(users.rpop("other", 3)).containsExactly(BEN, ANN);
            assertThat(users.lpop("other", 3)).isNull();

            users.sadd("set", ANN, BEN);
            users.sadd("others", BEN);
            assertThat(users.sinter("set", "others")).containsExactly(BEN);
            assertThat(users.sdiff("set", "others")).containsExactly(ANN);
            assertThat(users.sunion("set", "others")).isEqualTo(Set.of(ANN, BEN));
            assertThat(users.spop("others")).isEqualTo(BEN);
            assertThat(users.srandmember("set", 5)).containsExactlyInAnyOrder(ANN, BEN);
            assertThat(users.smembers("set")).isEqualTo(Set.of(ANN, BEN));
            assertThat(users.sismember("set", ANN)).isTrue();
            assertThat(users.sscan("set", "0").elements()).containsExactlyInAnyOrder(ANN, BEN);

            users.zadd("sorted", Map.of(ANN, 1.0, BEN, 2.5));
            assertThat(users.zscore("sorted", BEN)).isEqualTo(2.5);
            assertThat(users.zrange("sorted", 0, -1)).containsExactly(ANN, BEN);
            assertThat(users.zrangeWithScores("sorted", 0, 0)).containsExactly(new ScoredMember<>(ANN, 1));
            assertThat(users.zscan("sorted", "0").elements()).contains(new ScoredMember<>(BEN, 2.5));
            assertThat(users.zpopmin("sorted")).isEqualTo(new ScoredMember<>(ANN, 1));
            assertThat(users.bzpopmin(MOMENT, "sorted")).isEqualTo(new KeyedMember<>("sorted", BEN, 2.5));
            assertThat(users.zpopmin("sorted")).isNull();
            users.zadd("sorted", 1, ANN);
            assertThat(users.zpopmax("sorted", 2)).containsExactly(new ScoredMember<>(ANN, 1));
            assertThat(users.spop("set", 5)).isEqualTo(Set.of(ANN, BEN));
        }
    }

    @EachProtocol
    void goThroughEveryFace(Resp resp, RedisServer server) throws Exception {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.async().set("user", ANN).get()).isTrue();
            assertThat(redis.async().as(User.class).get("user").get()).isEqualTo(ANN);
            assertThat(redis.async().get("user", User.class).get()).isEqualTo(ANN);

            Pipeline pipeline = redis.pipeline();
            Reply<Boolean> done = pipeline.set("user", BEN);
            Reply<User> user = pipeline.as(User.class).get("user");
            Reply<Map<String, User>> none = pipeline.as(User.class).hgetall("none");
            pipeline.flush();
            assertThat(done.get()).isTrue();
            assertThat(user.get()).isEqualTo(BEN);
            assertThat(none.get()).isEmpty();

            assertThat(redis.pipeline(
                            Strings.set("user", ANN),
                            Strings.get("user").as(User.class),
                            Hashes.hset("h", "f", BEN).map(added -> "added " + added)))
                    .startsWith(true, ANN);
            assertThat(redis.pipeline(List.of(
                            Strings.get("user", User.class),
                            Hashes.hget("h", "f").as(User.class))))
                    .containsExactly(ANN, BEN);

            User inSession = redis.session(session -> {
                session.set("user", BEN);
                return session.as(User.class).get("user");
            });
            assertThat(inSession).isEqualTo(BEN);
        }
    }

    @EachProtocol
    void areStoredAsSmileAndPlainValuesAsTheyAre(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            for (Object object :
                    List.of(ANN, true, 'c', DayOfWeek.FRIDAY, new UUID(1, 2), List.of(), Optional.empty())) {
                redis.set("object", object);
                assertThat(redis.call(Strings.get("object").asBytes())).startsWith(':', ')', '\n');
            }
            assertThat(roundTrip(redis, true, Boolean.class)).isTrue();
            assertThat(roundTrip(redis, 'c', Character.class)).isEqualTo('c');
            assertThat(roundTrip(redis, DayOfWeek.FRIDAY, DayOfWeek.class)).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(roundTrip(redis, new UUID(1, 2), UUID.class)).isEqualTo(new UUID(1, 2));
            assertThat(roundTrip(redis, 5, Integer.class)).isEqualTo(5);
            assertThat(roundTrip(redis, 5, String.class)).isEqualTo("5");
            assertThat(roundTrip(redis, 0.1f, Float.class)).isEqualTo(0.1f);
            assertThat(roundTrip(redis, ":)\n is text", String.class)).isEqualTo(":)\n is text");
            assertThat(roundTrip(redis, new byte[] {':', ')', '\n', (byte) 0xff}, byte[].class))
                    .containsExactly(':', ')', '\n', 0xff);
            // Text of other programs.
            assertThat(roundTrip(redis, "true", Boolean.class)).isTrue();
            assertThat(roundTrip(redis, "FRIDAY", DayOfWeek.class)).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(roundTrip(redis, new UUID(1, 2).toString(), UUID.class)).isEqualTo(new UUID(1, 2));
            // What UTF-8 does not allow.
            redis.set("bytes", new byte[] {'a', (byte) 0xff});
            assertThat(redis.get("bytes")).isEqualTo("a\ufffd");
            assertThat(redis.get("bytes", byte[].class)).containsExactly('a', 0xff);
        }
    }

    @EachProtocol
    void thatAreSomethingElseFailTheirCallAlone(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("text", "secret");
            redis.set("user", ANN);
            assertThatExceptionOfType(CarmineSerializationException.class)
                    .isThrownBy(() -> redis.get("text", User.class))
                    .withMessage(
                            "GET: the value cannot be read as " + User.class.getTypeName()
                                    + ": it is not in Smile format; whoever has stored it has used another serializer, or text");
            assertThatExceptionOfType(CarmineSerializationException.class)
                    .isThrownBy(() -> redis.as(Integer.class).mget("user"))
                    .withMessageStartingWith("MGET: element 0 cannot be read as java.lang.Integer: it is not a number");
            assertThatThrownBy(() -> redis.async().get("text", User.class).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CarmineSerializationException.class);
            assertThatExceptionOfType(CarminePipelineException.class)
                    .isThrownBy(() -> redis.pipeline(
                            Strings.get("text").as(User.class),
                            Strings.get("user").as(User.class)))
                    .satisfies(e -> assertThat(e.replies().get(1)).isEqualTo(ANN));
            assertThat(redis.get("text")).isEqualTo("secret");
        }
    }

    /** Jackson finds nothing in it that could be written. */
    private static final class Opaque {
        private final String content = "secret";

        @Override
        public String toString() {
            return content;
        }
    }

    @EachProtocol
    void thatCannotBeWrittenAreNeverSent(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("key", "before");
            assertThatExceptionOfType(CarmineSerializationException.class)
                    .isThrownBy(() -> redis.set("key", new Opaque()))
                    .withMessageStartingWith("SET: " + Opaque.class.getTypeName() + " cannot be written: ")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
            CompletableFuture<Boolean> future = redis.async().set("key", new Opaque());
            assertThat(future)
                    .failsWithin(1, TimeUnit.MINUTES)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(CarmineSerializationException.class);
            assertThatExceptionOfType(CarmineSerializationException.class)
                    .isThrownBy(() -> redis.pipeline(Strings.set("key", "after"), Strings.set("key", new Opaque())));
            assertThatExceptionOfType(CarmineSerializationException.class)
                    .isThrownBy(() -> redis.<Boolean>session(session -> session.set("key", new Opaque())));
            assertThat(redis.get("key")).isEqualTo("before");
        }
    }

    @EachProtocol
    void areSerializedAsTheOptionsSay(Resp resp, RedisServer server) {
        Serializer json = JacksonSerializer.json();
        try (Carmine redis = Carmine.connect(
                        Clients.options(server, resp).serializer(json).build());
                Carmine compressing = Carmine.connect(Clients.options(server, resp)
                        .serializer(ZstdSerializer.over(JacksonSerializer.smile()))
                        .build())) {
            redis.set("json", Map.of("a", List.of(1, 2)));
            assertThat(redis.get("json")).isEqualTo("{\"a\":[1,2]}");
            assertThat(redis.get("json", new TypeRef<Map<String, List<Integer>>>() {}))
                    .isEqualTo(Map.of("a", List.of(1, 2)));

            List<User> many = Collections.nCopies(1_000, ANN);
            compressing.set("many", many);
            assertThat(compressing.strlen("many")).isLessThan(1_000);
            assertThat(compressing.get("many", new TypeRef<List<User>>() {})).isEqualTo(many);
        }
    }

    private static <T> T roundTrip(Carmine redis, Object value, Class<T> type) {
        redis.set("value", value);
        return Objects.requireNonNull(redis.as(type).get("value"));
    }
}
