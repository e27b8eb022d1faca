package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.client.ServerVersion;
import java.time.Duration;
import java.util.List;

/** The snippets of {@code docs/commands.md} on servers that are too old for something. */
final class Capabilities {
    private Capabilities() {}

    static void expire(Carmine redis) {
        if (redis.server().supports(Command.of("HEXPIRE"))) {
            redis.hexpire("session:7", Duration.ofMinutes(5), "token");
        } else {
            redis.expire("session:7", Duration.ofMinutes(5)); // the whole hash
        }
    }

    static List<Boolean> versions(Carmine redis) {
        ServerVersion server = redis.server(); // Redis 6.2.14, Valkey 8.1.1
        boolean setWithGet = server.isAtLeast(ServerVersion.redis("6.2")); // also true for every Valkey
        boolean setIfEqual = server.isAtLeast(ServerVersion.valkey("8.1"));
        return List.of(setWithGet, setIfEqual);
    }
}
