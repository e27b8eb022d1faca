package dev.carmine.client;

import java.time.Instant;
import java.util.List;

/**
 * A command that the server has run, as {@code MONITOR} shows it.
 *
 * @param time when, by the server's clock
 * @param database on which database
 * @param client who has sent it: an address such as {@code 127.0.0.1:50000} or {@code unix:/run/redis.sock}, or
 *     {@code lua} for a script
 * @param words the command and its arguments; those that are secret the server leaves out. What is not UTF-8 is replaced
 *     by U+FFFD. Where the server does not escape quotes and backslashes (Valkey 8.1.1), words that have some are read as
 *     best as can be
 */
public record MonitoredCommand(Instant time, int database, String client, List<String> words) {

    /**
     * Copies the words.
     *
     * @param time when
     * @param database on which database
     * @param client who has sent it
     * @param words the command and its arguments
     */
    public MonitoredCommand {
        words = List.copyOf(words);
    }
}
