package dev.carmine.benchmarks.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that runs one command of this module on the class path of the current process. Its heap has a fixed size
 * and is touched at the start, so that neither its growth nor the kernel's handing out of pages is measured; everything
 * else is the JVM's default.
 */
public final class ChildJvm implements AutoCloseable {
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

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts a process.
     *
     * @param options of the JVM, besides those of every such process
     * @param main the class whose {@code main} method it runs
     * @param arguments what that method is given
     */
    public static ChildJvm start(Jdk jdk, List<String> options, Class<?> main, List<String> arguments)
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
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ChildJvm(process);
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

    /** Ends the process after this time, if it has not ended by itself. */
    public void limitTo(Duration time) {
        CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS).execute(process::destroyForcibly);
    }

    /** Ends the process. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
