package dev.carmine.client.command;

import java.util.List;

/**
 * A key among the words of a command, and what the command does to it.
 *
 * @param key the key
 * @param flags one of {@code RO}, {@code RW}, {@code OW} and {@code RM}, and such as {@code access}, {@code update},
 *     {@code insert} and {@code delete}, as in {@link CommandKeySpec#flags()}
 * @see <a href="https://redis.io/docs/latest/commands/command-getkeysandflags/">COMMAND GETKEYSANDFLAGS</a>
 */
public record CommandKey(String key, List<String> flags) {}
