package dev.carmine.benchmarks.host;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process in which something is measured. It is talked to by lines of its input and output. */
public final class ChildProcess implements AutoCloseable {
    private static final String HEAP = "1g";

    /** The process has ended without the answer that was waited for. */
    public static final class EndedException extends IOException {
        private static final long serialVersionUID = 1;

        EndedException() {
            super("The process ended without an answer; see its errors above.");
        }
    }

    private final Process process;
    private final BufferedReader output;
    private final BufferedWriter input;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.input = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts a JVM that runs one command of this module on the class path of the current process. Its heap has a fixed
     * size and is touched at the start, so that neither its growth nor the kernel's handing out of pages is measured;
     * everything else is the JVM's default.
     *
     * @param options of the JVM, besides those of every such process
     * @param main the class whose {@code main} method it runs
     * @param arguments what that method is given
     */
    public static ChildProcess startJvm(Jdk jdk, List<String> options, Class<?> main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(jdk.executable().toString());
        command.add("-Xms" + HEAP);
        command.add("-Xmx" + HEAP);
        command.add("-XX:+AlwaysPreTouch");
        command.addAll(jdk.quietOptions());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        return start(null, command);
    }

    /**
     * Starts a program.
     *
     * @param folder where it runs; null for the current one
     * @param command the program and its arguments
     */
    public static ChildProcess start(@Nullable Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        return new ChildProcess(builder.start());
    }

    /**
     * The next line of its output.
     *
     * @throws EndedException if it has ended instead
     */
    public String readLine() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new EndedException();
        }
        return line;
    }

    /** Gives it a line of input. */
    public void writeLine(String line) throws IOException {
        input.write(line + "\n");
        input.flush();
    }

    /**
     * The CPU time of all its threads so far; Linux counts it in steps of ten milliseconds.
     *
     * @throws EndedException if it has ended
     */
    public Duration cpuTime() throws IOException {
        return process.info().totalCpuDuration().orElseThrow(EndedException::new);
    }

    /** Ends the process after this time, if it has not ended by itself. */
    public void limitTo(Duration time) {
        CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS).execute(process::destroyForcibly);
    }

    /** Ends the process, and waits until it has ended. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
