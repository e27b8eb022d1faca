package dev.carmine.client.command;

import java.util.List;

/**
 * Which commands {@code COMMAND LIST} names: {@code CommandFilter.aclCategory("dangerous")}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/command-list/">COMMAND LIST</a>
 */
public final class CommandFilter {
    private final List<Object> words;

    private CommandFilter(String kind, String value) {
        this.words = List.of("FILTERBY", kind, value);
    }

    /**
     * The commands of a module ({@code MODULE}).
     *
     * @param name the module's name; of one that is not loaded there are none
     * @return that filter
     */
    public static CommandFilter module(String name) {
        return new CommandFilter("MODULE", name);
    }

    /**
     * The commands of a category of access control ({@code ACLCAT}).
     *
     * @param name the category's name without {@code @}, such as {@code dangerous}; of an unknown one there are none
     * @return that filter
     */
    public static CommandFilter aclCategory(String name) {
        return new CommandFilter("ACLCAT", name);
    }

    /**
     * The commands and subcommands whose names match a pattern ({@code PATTERN}).
     *
     * @param pattern a pattern with {@code *}, {@code ?} and {@code [...]}, such as {@code config|*}
     * @return that filter
     */
    public static CommandFilter pattern(String pattern) {
        return new CommandFilter("PATTERN", pattern);
    }

    /** What follows the name. */
    List<Object> words() {
        return words;
    }
}
