package dev.carmine.benchmarks.queue;

import dev.carmine.benchmarks.host.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * BullMQ in a folder of its own, in the version that {@code package.json} beside this class names, with the client that
 * this version is tested with.
 *
 * @param folder where it is installed
 * @param description what is installed there, and on what it runs
 */
public record BullMq(Path folder, String description) {
    private static final String PROGRAM = "bullmq.mjs";
    private static final String PACKAGES = "package.json";
    private static final String DESCRIPTION = "const version = name => require(`./node_modules/${name}/package.json`)"
            + ".version; `${version('bullmq')} with ioredis ${version('ioredis')}, Node.js ${process.versions.node}`";

    /**
     * Installs it with npm, or makes sure that it is.
     *
     * @param folder is made if there is none
     * @throws IOException if that fails; npm has said why
     */
    public static BullMq install(Path folder) throws IOException {
        Files.createDirectories(folder);
        copy(PACKAGES, folder);
        copy(PROGRAM, folder);
        Process npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--loglevel=error")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        requireSuccess(npm, "npm");
        return new BullMq(folder, ask(folder));
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream resource = Objects.requireNonNull(BullMq.class.getResourceAsStream(name), name)) {
            Files.copy(resource, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String ask(Path folder) throws IOException {
        Process node = new ProcessBuilder("node", "-p", DESCRIPTION)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        requireSuccess(node, "node");
        return answer.strip();
    }

    private static void requireSuccess(Process process, String name) throws IOException {
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(name + " has ended with status " + status + ": see above.");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + name + ".", e);
        }
    }

    /** Starts the process of a trial. */
    public ChildProcess start(QueueScenario scenario, String host, int port, Duration warmUp, Duration measurement)
            throws IOException {
        String trial = String.format(
                Locale.ROOT,
                "{\"kind\":\"%s\",\"host\":\"%s\",\"port\":%d,\"workers\":%d,\"concurrency\":%d,\"delayed\":%d,"
                        + "\"warmUp\":%f,\"measurement\":%f}",
                scenario.kind().name().toLowerCase(Locale.ROOT),
                host,
                port,
                scenario.workers(),
                scenario.concurrency(),
                scenario.delayed(),
                warmUp.toNanos() / 1e9,
                measurement.toNanos() / 1e9);
        return ChildProcess.start(folder, List.of("node", PROGRAM, trial));
    }
}
