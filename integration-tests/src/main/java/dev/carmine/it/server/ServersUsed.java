package dev.carmine.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says which servers were used: once in the log, and once in a file, so that a build that installed a server can fail
 * if no test ran on it. The file is {@code target/servers-used.txt} below the working directory, if there is a
 * {@code target}; a line looks like {@code redis 7.0.15 tcp installed: /usr/bin/redis-server}, where {@code tcp} is what
 * the tests run over.
 */
final class ServersUsed {
    private static final System.Logger LOG = System.getLogger(ServersUsed.class.getName());
    private static final Path FOLDER = Path.of("target");
    private static final Set<String> RECORDED = ConcurrentHashMap.newKeySet();

    private ServersUsed() {}

    static void record(RedisServer server, String origin) {
        String line = server.flavour().name().toLowerCase(Locale.ROOT) + " " + server.version() + " "
                + server.address().transport() + " " + origin;
        if (!RECORDED.add(line)) {
            return;
        }
        LOG.log(Level.INFO, "Running on {0}", line);
        try {
            if (Files.isDirectory(FOLDER)) {
                Files.write(
                        FOLDER.resolve("servers-used.txt"),
                        List.of(line),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
