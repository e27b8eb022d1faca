package dev.carmine.client.command;

import java.time.Instant;
import java.util.List;

/**
 * A command that was slow or large.
 *
 * @param id its number within its kind, which is never given again until the server restarts
 * @param time when it ran, to the second
 * @param cost how long it ran in microseconds, or how large its request or its reply was in bytes, by the kind that was
 *     asked for
 * @param words its name and its arguments, of which the server may have shortened or left out some
 * @param clientAddress host and port of the client, or the path of a Unix socket
 * @param clientName the name of the client's connection; empty if it has none
 * @see <a href="https://valkey.io/commands/commandlog-get/">COMMANDLOG GET</a>
 */
public record CommandlogEntry(
        long id, Instant time, long cost, List<String> words, String clientAddress, String clientName) {}
