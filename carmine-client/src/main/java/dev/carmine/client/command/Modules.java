package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.TopologyDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Redis;
import java.util.List;

/**
 * Commands that load modules into the server. Since 7.0 a server loads and unloads them by command only if its setting
 * {@code enable-module-command} says so.
 */
public final class Modules {
    private Modules() {}

    // spotless:off
    /** Returns the modules that are loaded. O(N), since 4.0.0: <a href="https://redis.io/docs/latest/commands/module-list/">MODULE LIST</a>. */
    @Redis("MODULE LIST") public static Command<List<ModuleInfo>> moduleList() { return MODULE_LIST.command(MODULES); }

    /** Loads a module from a file of the server, and returns {@code OK}. O(1), since 4.0.0: <a href="https://redis.io/docs/latest/commands/module-load/">MODULE LOAD</a>. */
    @Redis("MODULE LOAD") public static Command<String> moduleLoad(String path) { return MODULE_LOAD.words().arg(path).command(TEXT); }

    /** Loads a module from a file of the server with arguments, and returns {@code OK}. O(1), since 4.0.0: <a href="https://redis.io/docs/latest/commands/module-load/">MODULE LOAD</a>. */
    @Redis("MODULE LOAD") public static Command<String> moduleLoad(String path, String... args) { return MODULE_LOAD.words().arg(path).args(args).command(TEXT); }

    /** Loads a module from a file of the server with settings and arguments, and returns {@code OK}. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/module-loadex/">MODULE LOADEX</a>. */
    @Redis("MODULE LOADEX") public static Command<String> moduleLoadex(String path, ModuleLoadexArgs args) { return MODULE_LOADEX.words().arg(path).args(args.words()).command(TEXT); }

    /** Unloads the module of that name, and returns {@code OK}; fails if it has types of its own. O(1), since 4.0.0: <a href="https://redis.io/docs/latest/commands/module-unload/">MODULE UNLOAD</a>. */
    @Redis("MODULE UNLOAD") public static Command<String> moduleUnload(String name) { return MODULE_UNLOAD.words().arg(name).command(TEXT); }
    // spotless:on
}
