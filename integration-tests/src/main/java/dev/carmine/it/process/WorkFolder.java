package dev.carmine.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The one temporary folder of this JVM: everything the harness writes is below it.
 *
 * <p>It is cleaned up by a janitor, a shell that waits for the end of a pipe whose other end only the JVM holds; so it
 * does not matter how the JVM ends. The janitor moves the folder away first, and from then on no process can
 * {@linkplain #processes() register} that would be missed; then it kills the registered ones and deletes the folder.
 */
public final class WorkFolder {
    private static final int JANITOR_SECONDS = 10;

    private static final String JANITOR_SCRIPT = """
            trap '' HUP INT TERM
            cat >/dev/null
            mv "$0" "$0.gone" || exit 1
            for pid in $(ls "$0.gone/processes"); do kill -9 "$pid"; done
            rm -rf "$0.gone"
            """;

    private static final Path ROOT = create();
    private static final Process JANITOR = startJanitor();

    private WorkFolder() {}

    /** The folder with one empty file for each running process, named by its id. */
    static Path processes() {
        return ROOT.resolve("processes");
    }

    /**
     * Makes a new folder for one purpose.
     *
     * @param purpose the beginning of its name
     * @return the new, empty folder
     */
    public static Path newFolder(String purpose) {
        try {
            return Files.createTempDirectory(ROOT, purpose + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes a folder with everything in it. What cannot be deleted stays for the janitor.
     *
     * @param folder a folder from {@link #newFolder}; it need not exist any more
     */
    public static void delete(Path folder) {
        try {
            for (Path path : deepestFirst(folder)) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // A server that is just dying may still write; the janitor deletes the rest.
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static Path create() {
        try {
            Path root = Files.createTempDirectory("carmine-it-");
            Files.createDirectory(root.resolve("processes"));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException("the harness needs a temporary folder", e);
        }
    }

    private static Process startJanitor() {
        try {
            Process janitor = new ProcessBuilder("/bin/sh", "-c", JANITOR_SCRIPT, ROOT.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(WorkFolder::awaitJanitor, "work-folder-shutdown"));
            return janitor;
        } catch (IOException e) {
            throw new UncheckedIOException("the harness needs a POSIX shell", e);
        }
    }

    /** A JVM that ends in order waits until nothing is left of it. */
    private static void awaitJanitor() {
        try {
            JANITOR.getOutputStream().close();
            JANITOR.waitFor(JANITOR_SECONDS, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            // The JVM is ending anyway, and the janitor does its work without being waited for.
        }
    }
}
