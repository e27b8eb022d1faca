package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.command.Strings;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The README's first example. */
public final class Quickstart {
    private Quickstart() {}

    /**
     * Needs a server on this machine.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try (Carmine redis = Carmine.connect("redis://localhost:6379")) {
            redis.set("greeting", "hello");
            String greeting = redis.get("greeting");

            CompletableFuture<Long> visits = redis.async().incr("visits");

            List<Object> replies = redis.pipeline(Strings.set("a", 1), Strings.get("a"), Strings.incr("a"));

            System.out.println(greeting + ", visit " + visits.join() + ", " + replies);
        }
    }
}
