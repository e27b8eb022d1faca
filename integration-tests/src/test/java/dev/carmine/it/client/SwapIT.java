package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConflictException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Swap;
import dev.carmine.client.Swaps;
import dev.carmine.client.command.SetArgs;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** {@link Swaps}: reading, calculating, and writing what nobody has changed in between. */
@RedisTest
class SwapIT {
    record User(String name, int age) {}

    /** What a later version of the program stores. */
    record LaterUser(String name, int age, String plan) {}

    @BeforeEach
    void forgetEverything(RedisServer server) {
        server.flushAll();
    }

    @EachProtocol
    void bytesMayBeChangedWhereTheyAre(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("k", new byte[] {1});
            byte[] swapped = redis.as(byte[].class).swap("k", 1, old -> {
                byte[] bytes = Objects.requireNonNull(old);
                bytes[0]++;
                return Swap.set(bytes);
            });
            assertThat(swapped).containsExactly(2);
            assertThat(redis.get("k", byte[].class)).containsExactly(2);
        }
    }

    @EachProtocol
    void valuesAreReplacedByWhatIsMadeOfThem(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThat(redis.<String>swap("k", 1, old -> Swap.set(old + "!"))).isEqualTo("null!");
            assertThat(redis.<String>swap("k", 1, old -> Swap.set(old + "!"))).isEqualTo("null!!");
            assertThat(redis.get("k")).isEqualTo("null!!");
            assertThat(redis.<Integer>swap("k", 1, old -> Swap.set(5).returning(old == null ? 0 : old.length())))
                    .isEqualTo(6);
            long more = redis.as(Long.class).swap("k", 1, old -> Swap.set(old == null ? 1 : old + 1));
            assertThat(more).isEqualTo(6);
            assertThat(redis.<@Nullable String>swap("k", 1, old -> Swap.abort()))
                    .isNull();
            assertThat(redis.get("k")).isEqualTo("6");
            assertThat(redis.<@Nullable String>swap("k", 1, old -> Swap.delete()))
                    .isNull();
            assertThat(redis.<@Nullable String>swap("k", 1, old -> Swap.delete()))
                    .isNull();
            assertThat(redis.exists("k")).isZero();
        }
    }

    @EachProtocol
    void fieldsAreReplacedByWhatIsMadeOfThem(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            Swaps<Long> numbers = redis.as(Long.class);
            assertThat(numbers.<Long>hswap("h", "f", 1, old -> Swap.set(old == null ? 1 : old + 1)))
                    .isOne();
            assertThat(numbers.<Long>hswap("h", "f", 1, old -> Swap.set(old == null ? 1 : old + 1)))
                    .isEqualTo(2);
            assertThat(redis.hgetall("h")).isEqualTo(Map.of("f", "2"));
            assertThat(numbers.<@Nullable Long>hswap("h", "f", 1, old -> Swap.delete()))
                    .isNull();
            assertThat(redis.exists("h")).isZero();
        }
    }

    @EachProtocol
    void objectsAreComparedAsTheyWereReadAndNotAsTheyWouldBeWritten(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("user", new LaterUser("Ann", 41, "gold"));
            User older = redis.as(User.class)
                    .swap("user", 1, user -> user == null ? Swap.abort() : Swap.set(new User(user.name(), 42)));
            assertThat(older).isEqualTo(new User("Ann", 42));
            assertThat(redis.get("user", User.class)).isEqualTo(older);
            redis.set("number", "0041");
            assertThat(redis.as(Long.class).<Long>swap("number", 1, old -> Swap.set(42L)))
                    .isEqualTo(42);
            byte[] bytes = new byte[10_000];
            bytes[0] = (byte) 0xff;
            redis.set("bytes", bytes);
            byte[] longer = redis.as(byte[].class)
                    .swap("bytes", 1, old -> old == null ? Swap.abort() : Swap.set(Arrays.copyOf(old, 20_000)));
            assertThat(longer).hasSize(20_000).startsWith(0xff);
            assertThat(redis.strlen("bytes")).isEqualTo(20_000);
        }
    }

    @EachProtocol
    void sessionsSwapToo(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            long count = redis.session(session ->
                    session.as(Long.class).<Long>swap("k", 1, old -> Swap.set(old == null ? 1 : old + 1)));
            assertThat(count).isOne();
            assertThat(redis.<String>session(session -> session.swap("k", 1, old -> Swap.set(old + "0"))))
                    .isEqualTo("10");
        }
    }

    @EachProtocol
    void theTimeToLiveStays(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("k", 1, SetArgs.always().expireIn(Duration.ofHours(1)));
            assertThat(redis.<String>swap("k", 1, old -> Swap.set("2"))).isEqualTo("2");
            assertThat(redis.ttl("k")).isPositive();
        }
    }

    @EachProtocol
    void callersWhoCountTogetherLoseNothing(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            Swaps<Long> numbers = redis.as(Long.class);
            Callers.start(ThreadKind.PLATFORM, 8, number -> {
                        for (int i = 0; i < 25; i++) {
                            numbers.<Long>swap("k", 1_000, old -> Swap.set(old == null ? 1 : old + 1));
                            numbers.<Long>hswap("h", "f", 1_000, old -> Swap.set(old == null ? 1 : old + 1));
                        }
                    })
                    .awaitEnd();
            assertThat(redis.get("k")).isEqualTo("200");
            assertThat(redis.hget("h", "f")).isEqualTo("200");
        }
    }

    @EachProtocol
    void whoeverIsFasterWinsAndTheLastAttemptIsTold(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            AtomicInteger attempts = new AtomicInteger();
            String result = redis.swap("k", 3, old -> {
                if (attempts.incrementAndGet() < 3) {
                    redis.incr("k");
                }
                return Swap.set(old + "0");
            });
            assertThat(result).isEqualTo("20");
            assertThat(attempts).hasValue(3);
            assertThatExceptionOfType(CarmineConflictException.class)
                    .isThrownBy(() -> redis.<String>swap("k", 2, old -> interfered(redis)))
                    .withMessageContaining("each of 2 attempts");
            assertThat(redis.get("k")).isEqualTo("22");
            assertThatExceptionOfType(CarmineConflictException.class)
                    .isThrownBy(() -> redis.<@Nullable String>swap("k", 1, old -> {
                        redis.incr("k");
                        return Swap.delete();
                    }))
                    .withMessageContaining("its only attempt");
            assertThat(redis.get("k")).isEqualTo("23");
        }
    }

    private static Swap<String> interfered(Carmine redis) {
        redis.incr("k");
        return Swap.set("mine");
    }

    @EachProtocol
    void anInterruptEndsIt(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatExceptionOfType(CarmineInterruptedException.class)
                    .isThrownBy(() -> redis.<String>swap("k", Integer.MAX_VALUE, old -> {
                        Swap<String> swap = interfered(redis);
                        Thread.currentThread().interrupt();
                        return swap;
                    }));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(redis.get("k")).isEqualTo("1");
        }
    }

    @EachProtocol
    void whatIsSomethingElseIsNotTouched(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.rpush("list", "v");
            redis.set("text", "no number");
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> redis.<String>swap("list", 5, old -> Swap.set("new")))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("WRONGTYPE"));
            assertThatExceptionOfType(CarmineSerializationException.class)
                    .isThrownBy(() -> redis.as(Long.class).<Long>swap("text", 5, old -> Swap.set(1L)))
                    .withMessageStartingWith("GET: the value cannot be read as ");
            assertThat(redis.get("text")).isEqualTo("no number");
        }
    }
}
