package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.Key;
import dev.carmine.client.command.KeyedElement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The snippets of {@code docs/commands.md} on names of keys, on waiting and on sessions. */
final class Basics {
    private Basics() {}

    static String befriend(Carmine redis) {
        String friends = Key.of("user", 42, "friends"); // user:42:friends
        redis.sadd(friends, "ann", "bob");
        return friends;
    }

    static @Nullable KeyedElement<String> work(Carmine redis) {
        KeyedElement<String> job = redis.blpop(Duration.ofSeconds(5), "jobs"); // null when the time is over
        return job;
    }

    static long replicated(Carmine redis) {
        long replicas = redis.session(session -> {
            session.set("state", "ready");
            return session.wait(1, Duration.ofMillis(100)); // how many replicas have it
        });
        return replicas;
    }
}
