package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.Scan;
import dev.carmine.client.command.ScanArgs;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The snippets of {@code docs/commands.md} on scanning. */
final class Scanning {
    private Scanning() {}

    static void expire(Carmine redis) {
        for (String key : Scan.keys(redis, "user:*")) {
            redis.expire(key, Duration.ofDays(1));
        }
    }

    static long hashes(Carmine redis) {
        ScanArgs hashes = ScanArgs.matching("user:*").count(100).type("hash");
        long count = Scan.of(cursor -> redis.scan(cursor, hashes)).distinct().stream()
                .count();
        return count;
    }

    static Map<String, String> settings(Carmine redis) {
        Map<String, String> all = Scan.of(cursor -> redis.hscan("settings", cursor)).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, again) -> again));
        return all;
    }
}
