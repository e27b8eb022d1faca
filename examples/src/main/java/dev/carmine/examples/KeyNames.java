package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.Key;

/** The snippet of {@code docs/commands.md} on names of keys. */
final class KeyNames {
    private KeyNames() {}

    static String befriend(Carmine redis) {
        String friends = Key.of("user", 42, "friends"); // user:42:friends
        redis.sadd(friends, "ann", "bob");
        return friends;
    }
}
