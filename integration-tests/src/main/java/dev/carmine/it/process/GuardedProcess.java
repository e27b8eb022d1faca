package dev.carmine.it.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that cannot outlive this JVM, even if the JVM is killed: the janitor of {@link WorkFolder} knows its id
 * before it runs, because it is started by a shell that writes the id down and then becomes the process itself.
 */
public final class GuardedProcess {
    private static final String REGISTER_AND_BECOME = """
            : > "$0/$$" || exit 1
            exec "$@"
            """;

    private final Process process;
    private final CompletableFuture<Void> forgotten;

    private GuardedProcess(Process process) {
        this.process = process;
        forgotten = process.onExit().thenRun(this::forget);
    }

    /**
     * Starts a command.
     *
     * @param command the program and its arguments; a launcher script must {@code exec} its program, or signals miss it
     * @param folder the process's working directory
     * @param output a file to which output and errors are appended; null to read them from {@link #output()}
     * @return the running process
     */
    public static GuardedProcess start(List<String> command, Path folder, @Nullable Path output) {
        List<String> registering = new ArrayList<>(List.of(
                "/bin/sh", "-c", REGISTER_AND_BECOME, WorkFolder.processes().toString()));
        registering.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(registering)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true);
        if (output != null) {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        }
        try {
            return new GuardedProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command + "; the harness needs a POSIX shell", e);
        }
    }

    /**
     * The id of the process.
     *
     * @return its id
     */
    public long pid() {
        return process.pid();
    }

    /**
     * Whether the process runs; a frozen one does.
     *
     * @return true until it has ended
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * What the process prints, if it was started without an output file.
     *
     * @return its output and errors, interleaved
     */
    public InputStream output() {
        return process.getInputStream();
    }

    /**
     * Sends a signal.
     *
     * @param signal the signal
     * @throws IllegalStateException if the process has ended
     */
    public void send(Signal signal) {
        signal.sendTo(pid());
    }

    /** Kills the process, frozen or not, and waits until it is gone. Does nothing if it has ended. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    /**
     * Waits for the end of the process.
     *
     * @param limit how long at most
     * @return the exit code
     * @throws IllegalStateException if it still runs then
     */
    public int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("process " + pid() + " still runs after " + limit);
            }
            forgotten.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the end of process " + pid(), e);
        }
    }

    private void forget() {
        WorkFolder.delete(WorkFolder.processes().resolve(Long.toString(pid())));
    }
}
