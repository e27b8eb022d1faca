package dev.carmine.it.mq;

import dev.carmine.it.server.RedisServer;
import java.util.Map;
import java.util.stream.Stream;

/** How often the server was called, by its own count. */
final class ServerCalls {
    private ServerCalls() {}

    /** All calls of scripts so far, refused ones of unknown scripts included. */
    static long ofScripts(RedisServer server) {
        return of(server, "eval", "evalsha");
    }

    /** All calls of some commands so far. */
    static long of(RedisServer server, String... commands) {
        Map<String, String> stats = server.info("commandstats");
        return Stream.of(commands)
                .map(command -> stats.get("cmdstat_" + command))
                .filter(line -> line != null)
                .mapToLong(ServerCalls::calls)
                .sum();
    }

    private static long calls(String line) {
        return Long.parseLong(line.substring("calls=".length(), line.indexOf(',')));
    }
}
