package dev.carmine.client.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documentation of a command.
 *
 * @param summary what it does, or null if a module does not tell
 * @param since the version that brought it, or null if a module does not tell
 * @param group such as {@code string}, {@code server} or {@code module}
 * @param complexity how its time grows, or null if that is not told
 * @param flags {@code deprecated}, or {@code syscmd} for what servers send to each other
 * @param deprecatedSince the version from which on it should not be used any more, or null
 * @param replacedBy what to use instead, or null
 * @param history how it has changed
 * @param module the name of the module that brought it, or null
 * @param arguments what follows its name
 * @param subcommands the documentation of its subcommands by names such as {@code config|get}
 * @see <a href="https://redis.io/docs/latest/commands/command-docs/">COMMAND DOCS</a>
 */
public record CommandDocs(
        @Nullable String summary,
        @Nullable String since,
        String group,
        @Nullable String complexity,
        List<String> flags,
        @Nullable String deprecatedSince,
        @Nullable String replacedBy,
        List<Change> history,
        @Nullable String module,
        List<CommandArgument> arguments,
        Map<String, CommandDocs> subcommands) {

    /**
     * A change of a command.
     *
     * @param version the version that brought it
     * @param description what has changed
     */
    public record Change(String version, String description) {}
}
