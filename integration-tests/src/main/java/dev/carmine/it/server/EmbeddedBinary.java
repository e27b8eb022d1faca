package dev.carmine.it.server;

import dev.carmine.it.process.WorkFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

/**
 * The Redis 6.2 that comes in the jar of embedded-redis. Only the program is taken from there; none of that library's
 * code runs.
 */
final class EmbeddedBinary {
    private static final Map<String, String> RESOURCES = Map.of(
            "linux amd64", "/redis-server-6.2.6-v5-linux-amd64",
            "linux aarch64", "/redis-server-6.2.7-linux-arm64",
            "mac x86_64", "/redis-server-6.2.6-v5-darwin-amd64",
            "mac aarch64", "/redis-server-6.2.6-v5-darwin-arm64");

    private EmbeddedBinary() {}

    /**
     * Unpacks the program for this platform.
     *
     * @return an executable file that ends with the JVM
     * @throws NoServerException if there is no program for this platform
     */
    static Path unpack() {
        String resource = RESOURCES.get(platform());
        if (resource == null) {
            throw new NoServerException("there is no embedded Redis for " + platform()
                    + "; install redis-server or valkey-server, or name one with -Dcarmine.it.redis=PATH");
        }
        Path program = WorkFolder.newFolder("embedded").resolve("redis-server");
        try (InputStream in = EmbeddedBinary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new NoServerException("the class path has no " + resource
                        + "; add the dependency com.github.codemonstur:embedded-redis");
            }
            Files.copy(in, program);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String family = os.startsWith("mac") ? "mac" : os;
        return family + " " + System.getProperty("os.arch");
    }
}
