package dev.carmine.examples;

import static dev.carmine.client.command.Commands.get;
import static dev.carmine.client.command.Commands.hgetall;
import static dev.carmine.client.command.Commands.set;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.client.Scan;
import dev.carmine.client.command.ScanArgs;
import dev.carmine.client.command.SetArgs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The snippets of {@code docs/migrating-from-….md}: what people of other clients are used to. */
final class Migrating {
    private Migrating() {}

    static @Nullable String firstComeFirstServed(Carmine redis) {
        boolean first = redis.set("seat:7", "Ann", SetArgs.ifAbsent().expireIn(Duration.ofMinutes(5)));
        String holder = first ? "Ann" : redis.get("seat:7");
        return holder;
    }

    static String combined(Carmine redis) {
        CompletableFuture<String> line = redis.async()
                .get("name")
                .thenCombine(redis.async().incr("visits"), (name, n) -> name + " was visited " + n + " times");
        return line.join();
    }

    static List<Object> wcar(Carmine redis) {
        List<Object> replies = redis.pipeline(set("foo", "bar"), get("foo"), get("n").asLong()); // true, "bar", 7
        return replies;
    }

    static int parsed(Carmine redis) {
        Command<Integer> fields = hgetall("stock").map(Map::size); // a value: for redis.call, pipelines, transactions
        int count = redis.call(fields);
        return count;
    }

    static Set<String> keys(Carmine redis) {
        ScanArgs users = ScanArgs.matching("user:*");
        Set<String> keys = Scan.of(cursor -> redis.scan(cursor, users)).stream().collect(Collectors.toSet());
        return keys;
    }

    static long reduced(Carmine redis) {
        long pieces = Scan.of(cursor -> redis.as(Long.class).hscan("stock", cursor)).distinct().stream()
                .mapToLong(Map.Entry::getValue)
                .sum();
        return pieces;
    }
}
