package dev.carmine.client.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An argument in the documentation of a command.
 *
 * @param name its name
 * @param type such as {@code string}, {@code integer}, {@code double}, {@code key}, {@code pattern}, {@code unix-time},
 *     {@code pure-token}, {@code oneof} or {@code block}
 * @param displayText what stands for it in the syntax, or null if the server does not tell
 * @param keySpecIndex the index among the command's {@link CommandInfo#keySpecs()}, or null if it is no key
 * @param token the word that comes before it, or that it is; or null
 * @param summary what it is for, or null
 * @param since the version that brought it, or null if it came with the command
 * @param deprecatedSince the version from which on it should not be used any more, or null
 * @param flags {@code optional}, {@code multiple} if it may come more than once, and {@code multiple_token} if its token
 *     then comes again too
 * @param arguments for {@code oneof} those to choose from, for {@code block} those that belong together
 */
public record CommandArgument(
        String name,
        String type,
        @Nullable String displayText,
        @Nullable Long keySpecIndex,
        @Nullable String token,
        @Nullable String summary,
        @Nullable String since,
        @Nullable String deprecatedSince,
        List<String> flags,
        List<CommandArgument> arguments) {}
