package dev.carmine.client.internal.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what is known of a command that was named by text, in whatever case. */
final class KnownCommands {
    /** No second word of a name has more bytes, so a longer one is an argument. */
    static final int LONGEST_SUBCOMMAND = 32;

    /** Names without a factory whose flags matter all the same. */
    private static final Map<String, CommandSpec> WITHOUT_FACTORY = new HashMap<>();

    static {
        for (String name : ConnectionState.names()) {
            WITHOUT_FACTORY.computeIfAbsent(name, KnownCommands::unknown);
        }
    }

    /** The only command with a meaning of its own that has subcommands too. */
    private static final String ALONE_OR_WITH_SUBCOMMAND = "COMMAND";

    private KnownCommands() {}

    /** The command that these words begin with, if it is known, and has no subcommand of whatever name; else null. */
    static @Nullable String nameBeforeArgument(String first, String second) {
        CommandSpec spec = find(first, second);
        if (spec == null || spec.name().indexOf(' ') >= 0 || spec.name().equals(ALONE_OR_WITH_SUBCOMMAND)) {
            return null;
        }
        return spec.name();
    }

    /** What is known of commands that begin with these words, the second of which may be empty, or an argument. */
    static @Nullable CommandSpec find(String first, String second) {
        CommandSpec spec = second.isEmpty() ? null : named(first + " " + second);
        return spec != null ? spec : named(first);
    }

    private static @Nullable CommandSpec named(String name) {
        String capitals = name.toUpperCase(Locale.ROOT);
        CommandSpec spec = CommandTable.find(capitals);
        return spec != null ? spec : WITHOUT_FACTORY.get(capitals);
    }

    /** The cautious view of a command nothing is known of: it may write, and it does not block. */
    static CommandSpec unknown(String name) {
        return new CommandSpec(name.toUpperCase(Locale.ROOT), false, Blocking.NEVER, null);
    }
}
