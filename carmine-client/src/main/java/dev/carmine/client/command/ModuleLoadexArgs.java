package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * How {@code MODULE LOADEX} sets up a module: {@code ModuleLoadexArgs.none().config("graph.threads", "4").args("fast")}.
 * Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/module-loadex/">MODULE LOADEX</a>
 */
public final class ModuleLoadexArgs {
    private final Words config;
    private final Words args;

    private ModuleLoadexArgs(Words config, Words args) {
        this.config = config;
        this.args = args;
    }

    /**
     * Leaves everything as the module has it.
     *
     * @return arguments without a word
     */
    public static ModuleLoadexArgs none() {
        return new ModuleLoadexArgs(Words.none(), Words.none());
    }

    /**
     * Gives a setting another value ({@code CONFIG}).
     *
     * @param name the setting, with the module's name before a dot
     * @param value its value
     * @return these arguments and that setting
     */
    public ModuleLoadexArgs config(String name, String value) {
        return new ModuleLoadexArgs(config.and("CONFIG", name, value), args);
    }

    /**
     * Passes arguments to the module ({@code ARGS}).
     *
     * @param more the arguments, behind those that were given before
     * @return these arguments and those
     */
    public ModuleLoadexArgs args(String... more) {
        return new ModuleLoadexArgs(config, args.and((Object[]) more));
    }

    /** What follows the path. */
    List<Object> words() {
        return args.isEmpty() ? config.toList() : config.and("ARGS").and(args).toList();
    }
}
