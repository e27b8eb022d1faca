package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.IntrospectionDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Redis;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands that ask the server which commands it knows. */
public final class Introspection {
    private Introspection() {}

    // spotless:off
    /** Returns what the server knows of all its commands. O(N) in the commands, since 2.8.13: <a href="https://redis.io/docs/latest/commands/command/">COMMAND</a>. */
    @Redis("COMMAND") public static Command<List<CommandInfo>> command() { return COMMAND.command(COMMAND_INFOS); }

    /** Returns how many commands the server knows. O(1), since 2.8.13: <a href="https://redis.io/docs/latest/commands/command-count/">COMMAND COUNT</a>. */
    @Redis("COMMAND COUNT") public static Command<Long> commandCount() { return COMMAND_COUNT.command(LONG); }

    /** Returns the documentation of all commands by their names. O(N) in the commands, since 7.0.0: <a href="https://redis.io/docs/latest/commands/command-docs/">COMMAND DOCS</a>. */
    @Redis("COMMAND DOCS") public static Command<Map<String, CommandDocs>> commandDocs() { return COMMAND_DOCS.command(COMMAND_DOCUMENTATION); }

    /** Returns the documentation of the named commands, such as {@code get} and {@code config|get}, leaving out those it does not know. O(N) in the names, since 7.0.0: <a href="https://redis.io/docs/latest/commands/command-docs/">COMMAND DOCS</a>. */
    @Redis("COMMAND DOCS") public static Command<Map<String, CommandDocs>> commandDocs(String... names) { return COMMAND_DOCS.words().args(names).command(COMMAND_DOCUMENTATION); }

    /** Returns the keys among the words of a whole command; fails if it has none. O(N) in the words, since 2.8.13: <a href="https://redis.io/docs/latest/commands/command-getkeys/">COMMAND GETKEYS</a>. */
    @Redis("COMMAND GETKEYS") public static Command<List<String>> commandGetkeys(String... words) { return COMMAND_GETKEYS.words().args(words).command(TEXTS); }

    /** Returns the keys among the words of a whole command with what it does to them; fails if it has none. O(N) in the words, since 7.0.0: <a href="https://redis.io/docs/latest/commands/command-getkeysandflags/">COMMAND GETKEYSANDFLAGS</a>. */
    @Redis("COMMAND GETKEYSANDFLAGS") public static Command<List<CommandKey>> commandGetkeysandflags(String... words) { return COMMAND_GETKEYSANDFLAGS.words().args(words).command(COMMAND_KEYS); }

    /** Returns what the server knows of the named commands, such as {@code get} and, since 7.0, {@code config|get}, with null for those it does not know. O(N) in the names, since 2.8.13: <a href="https://redis.io/docs/latest/commands/command-info/">COMMAND INFO</a>. */
    @Redis("COMMAND INFO") public static Command<List<@Nullable CommandInfo>> commandInfo(String... names) { return COMMAND_INFO.words().args(names).command(OPTIONAL_COMMAND_INFOS); }

    /** Returns the names of all commands. O(N) in the commands, since 7.0.0: <a href="https://redis.io/docs/latest/commands/command-list/">COMMAND LIST</a>. */
    @Redis("COMMAND LIST") public static Command<List<String>> commandList() { return COMMAND_LIST.command(TEXTS); }

    /** Returns the names of the commands that pass a filter. O(N) in the commands, since 7.0.0: <a href="https://redis.io/docs/latest/commands/command-list/">COMMAND LIST</a>. */
    @Redis("COMMAND LIST") public static Command<List<String>> commandList(CommandFilter filter) { return COMMAND_LIST.words().args(filter.words()).command(TEXTS); }
    // spotless:on
}
