package dev.carmine.client.command;

import java.util.List;

/**
 * What a server knows of one of its commands.
 *
 * @param name the name in the server's spelling, mostly in lower case; of a subcommand with that of its command before
 *     it, {@code config|get}
 * @param arity how many words the whole command has, its name included; negative if it has at least so many
 * @param flags such as {@code readonly}, {@code write}, {@code blocking} and {@code movablekeys}
 * @param firstKey the position of the first key, the name being 0; 0 if it has none, or none at a fixed position
 * @param lastKey the position of the last key; if negative, counted from the end, -1 being the last word
 * @param step how far it is from a key to the next
 * @param aclCategories the categories of access control, such as {@code @read}
 * @param tips advice for clients and proxies, such as {@code request_policy:all_shards}; empty before Redis 7.0
 * @param keySpecs how to find the keys; empty before Redis 7.0
 * @param subcommands the same of its subcommands; empty before Redis 7.0
 * @see <a href="https://redis.io/docs/latest/commands/command/">COMMAND</a>
 */
public record CommandInfo(
        String name,
        int arity,
        List<String> flags,
        int firstKey,
        int lastKey,
        int step,
        List<String> aclCategories,
        List<String> tips,
        List<CommandKeySpec> keySpecs,
        List<CommandInfo> subcommands) {}
