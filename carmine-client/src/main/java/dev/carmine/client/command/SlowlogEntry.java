package dev.carmine.client.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A command that has taken long.
 *
 * @param id its number, which is never given again until the server restarts
 * @param time when it ran, to the second
 * @param duration how long it ran, to the microsecond, without waiting and sending
 * @param words its name and its arguments, of which the server may have shortened or left out some
 * @param clientAddress host and port of the client, or the path of a Unix socket
 * @param clientName the name of the client's connection; empty if it has none
 * @see <a href="https://redis.io/docs/latest/commands/slowlog-get/">SLOWLOG GET</a>
 */
public record SlowlogEntry(
        long id, Instant time, Duration duration, List<String> words, String clientAddress, String clientName) {}
