package dev.carmine.it.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program that can be started as a server.
 *
 * @param path the program, or a script that ends in {@code exec} of it
 * @param origin where it was found: {@code configured}, {@code installed} or {@code embedded}
 * @param version what it says about itself
 */
record ServerBinary(Path path, String origin, Version version) implements ServerProgram {
    private static final String EMBEDDED = "embedded";
    private static final List<String> INSTALLED_NAMES = List.of("redis-server", "valkey-server");

    /**
     * Finds the program to use.
     *
     * @param configured the value of {@code carmine.it.redis}: a path, {@code embedded}, or null for whatever is
     *     installed and else the embedded one
     * @return the program
     * @throws NoServerException if nothing is configured and there is none
     */
    static ServerBinary find(@Nullable String configured) {
        if (configured == null) {
            return installed().orElseGet(ServerBinary::embedded);
        }
        return configured.equals(EMBEDDED) ? embedded() : configured(Path.of(configured));
    }

    @Override
    public String description() {
        return origin.equals(EMBEDDED) ? origin : origin + ": " + path;
    }

    @Override
    public ServerProcess start(ServerOptions options) {
        return new LocalProcess(this, options);
    }

    private static ServerBinary embedded() {
        return of(EmbeddedBinary.unpack(), EMBEDDED);
    }

    private static ServerBinary configured(Path path) {
        if (!Files.isRegularFile(path) || !Files.isExecutable(path)) {
            throw new IllegalArgumentException(RedisServers.PROPERTY + "=" + path + " is not an executable file; give"
                    + " the path of a server, docker: and an image, a redis:// URI, or the word embedded");
        }
        return of(path.toAbsolutePath(), "configured");
    }

    private static Optional<ServerBinary> installed() {
        String searchPath = System.getenv().getOrDefault("PATH", "");
        return INSTALLED_NAMES.stream()
                .flatMap(name -> Stream.of(searchPath.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(path -> of(path, "installed"));
    }

    private static ServerBinary of(Path path, String origin) {
        return new ServerBinary(path, origin, Version.ofProgram(path.toString(), run(path, "--version")));
    }

    private static String run(Path path, String argument) {
        try {
            Process process = new ProcessBuilder(path.toString(), argument)
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + path + " " + argument, e);
        }
    }
}
