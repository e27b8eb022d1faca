package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Scan;
import dev.carmine.client.command.ScanArgs;
import dev.carmine.client.command.ScanResult;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@link Scan} over all kinds of scans. */
@RedisTest
class ScanIT {
    record User(String name) {}

    private static final int SIZE = 1_000;

    @EachProtocol
    void keys(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            Map<String, @Nullable Object> some = new HashMap<>();
            IntStream.range(0, SIZE).forEach(i -> some.put("user:" + i, i));
            redis.mset(some);
            redis.set("other", 1);
            Set<String> keys = Scan.of(cursor ->
                            redis.scan(cursor, ScanArgs.matching("user:*").count(100)))
                    .stream()
                    .collect(Collectors.toSet());
            assertThat(keys).hasSize(SIZE).doesNotContain("other");
            assertThat(Scan.of(redis::scan).distinct()).hasSize(SIZE + 1);
            assertThat(Scan.keys(redis.as(Integer.class), "user:*").distinct())
                    .containsExactlyInAnyOrderElementsOf(keys);
            assertThat(redis.<Iterable<String>>session(session ->
                            Set.copyOf(Scan.keys(session, "o?her").stream().toList())))
                    .containsExactly("other");
        }
    }

    @EachProtocol
    void fieldsMembersAndScores(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            Map<String, Object> users = new HashMap<>();
            IntStream.range(0, SIZE).forEach(i -> users.put("f" + i, new User("u" + i)));
            redis.hset("users", users);
            Map<String, User> read = new HashMap<>();
            for (Map.Entry<String, User> entry :
                    Scan.of(cursor -> redis.as(User.class).hscan("users", cursor))) {
                read.put(entry.getKey(), entry.getValue());
            }
            assertThat(read).isEqualTo(users);
            redis.sadd("set", IntStream.range(0, SIZE).boxed().toArray());
            assertThat(Scan.of(cursor -> redis.sscan("set", cursor)).distinct()).hasSize(SIZE);
            redis.zadd("sorted", Map.of("a", 1.0, "b", 2.0));
            Scan<ScoredMember<String>> scores = Scan.of((String cursor) -> redis.zscan("sorted", cursor));
            assertThat(scores).contains(new ScoredMember<>("a", 1.0), new ScoredMember<>("b", 2.0));
            assertThat(Scan.of((String cursor) -> scanOfNothing(redis, cursor))).isEmpty();
        }
    }

    private static ScanResult<String> scanOfNothing(Carmine redis, String cursor) {
        return redis.sscan("none", cursor);
    }
}
