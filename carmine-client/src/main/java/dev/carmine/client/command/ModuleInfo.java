package dev.carmine.client.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module that the server has loaded.
 *
 * @param name its name
 * @param version its version as one number
 * @param path the file it was loaded from, empty if it is built in, or null if the server does not tell; since 7.0
 * @param args the arguments it was loaded with; empty if the server does not tell
 * @see <a href="https://redis.io/docs/latest/commands/module-list/">MODULE LIST</a>
 */
public record ModuleInfo(
        String name, long version, @Nullable String path, List<String> args) {}
