package dev.carmine.client.internal.command;

import dev.carmine.client.ServerVersion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Since when servers have a command.
 *
 * @param versions the first versions that have it: of Redis, of Valkey, or of a module
 */
public record Since(List<ServerVersion> versions) {

    /** Reads what the generated table says, as in {@code Redis 8.2.0 and Valkey 8.0.0}. */
    static Since parse(String text) {
        return new Since(
                Arrays.stream(text.split(" and ", -1)).map(Since::version).toList());
    }

    private static ServerVersion version(String text) {
        int blank = text.indexOf(' ');
        return ServerVersion.of(text.substring(0, blank), text.substring(blank + 1));
    }

    /**
     * Whether a server has the command for certain.
     *
     * @param server a server
     * @return false also if that cannot be known
     */
    public boolean isIn(ServerVersion server) {
        return canBeKnown(server) && versions.stream().anyMatch(server::isAtLeast);
    }

    /**
     * Whether a server is without the command for certain.
     *
     * @param server a server
     * @return false also if that cannot be known
     */
    public boolean isMissingIn(ServerVersion server) {
        return canBeKnown(server) && versions.stream().noneMatch(server::isAtLeast);
    }

    /** Nobody knows what servers of other makers have, nor which modules a server has by its version alone. */
    private boolean canBeKnown(ServerVersion server) {
        return isRedisOrValkey(server) && !isOfModule();
    }

    private boolean isOfModule() {
        return !isRedisOrValkey(versions.get(0));
    }

    private static boolean isRedisOrValkey(ServerVersion version) {
        return version.isRedis() || version.isValkey();
    }

    /** What it takes to have the command, as in {@code Redis 8.2 or Valkey 8.0}. */
    @Override
    public String toString() {
        String needed = versions.stream().map(Since::shortened).collect(Collectors.joining(" or "));
        return isOfModule() ? "the module " + needed + " (usually there in Redis 8.0 and later)" : needed;
    }

    private static String shortened(ServerVersion version) {
        String text = version.toString();
        return version.patch() == 0 ? text.substring(0, text.lastIndexOf('.')) : text;
    }
}
