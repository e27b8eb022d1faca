package dev.carmine.it.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A main class in a JVM of its own, with the class path of this one and its system properties that begin with
 * {@code carmine.}; it can be frozen and killed. It never outlives this JVM. All methods may be called by any thread.
 */
public final class ChildJvm implements AutoCloseable {
    private static final Duration OUTPUT_LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final Path folder = WorkFolder.newFolder("jvm");
    private final GuardedProcess process;
    private final Thread reader;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition printed = lock.newCondition();

    // Guarded by the lock.
    private final List<String> lines = new ArrayList<>();
    private boolean complete;

    private ChildJvm(List<Path> firstOnClassPath, Class<?> main, List<String> arguments) {
        this.name = main.getSimpleName();
        this.process = GuardedProcess.start(command(firstOnClassPath, main, arguments), folder, null);
        this.reader = new Thread(this::read, "child-jvm-" + process.pid() + "-output");
        this.reader.setDaemon(true);
    }

    /**
     * Starts a JVM.
     *
     * @param main a class with a main method
     * @param arguments its arguments
     * @return the running JVM
     */
    public static ChildJvm start(Class<?> main, String... arguments) {
        return start(List.of(), main, arguments);
    }

    /**
     * Starts a JVM in which some classes or resources are others than here.
     *
     * @param firstOnClassPath folders and jars that come before the class path of this JVM
     * @param main a class with a main method
     * @param arguments its arguments
     * @return the running JVM
     */
    public static ChildJvm start(List<Path> firstOnClassPath, Class<?> main, String... arguments) {
        ChildJvm child = new ChildJvm(firstOnClassPath, main, List.of(arguments));
        child.reader.start();
        return child;
    }

    /**
     * Its process.
     *
     * @return the process id
     */
    public long pid() {
        return process.pid();
    }

    /**
     * Whether it runs; a suspended one does.
     *
     * @return true until it has ended
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * What it has printed so far, errors included.
     *
     * @return the lines
     */
    public List<String> output() {
        lock.lock();
        try {
            return List.copyOf(lines);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until it has printed a line, and fails if it ends without, or takes more than thirty seconds.
     *
     * @param beginning how the line begins
     * @return the first such line
     */
    public String awaitLine(String beginning) {
        lock.lock();
        try {
            long left = OUTPUT_LIMIT.toNanos();
            Optional<String> line = find(beginning);
            while (line.isEmpty()) {
                if (complete || left <= 0) {
                    throw new IllegalStateException(name + " printed no line that begins with '" + beginning + "' "
                            + (complete ? "before it ended" : "within " + OUTPUT_LIMIT.toSeconds() + " s")
                            + "; it printed:\n" + String.join("\n", lines));
                }
                left = printed.awaitNanos(left);
                line = find(beginning);
            }
            return line.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for its end.
     *
     * @param limit how long at most
     * @return the exit code
     * @throws IllegalStateException if it still runs then
     */
    public int awaitExit(Duration limit) {
        return process.awaitExit(limit);
    }

    /** Asks it to end; shutdown hooks run. Does not wait. */
    public void terminate() {
        process.send(Signal.TERM);
    }

    /** Ends it at once, suspended or not, and waits until it is gone. */
    public void kill() {
        process.kill();
    }

    /** Freezes it, as a long garbage collection or a moved virtual machine does. */
    public void suspend() {
        process.send(Signal.STOP);
    }

    /** Lets it go on. */
    public void resume() {
        process.send(Signal.CONT);
    }

    /** Ends it at once if it runs, and deletes its working directory. */
    @Override
    public void close() {
        process.kill();
        WorkFolder.delete(folder);
    }

    private Optional<String> find(String beginning) {
        return lines.stream().filter(line -> line.startsWith(beginning)).findFirst();
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                add(line);
            }
        } catch (IOException e) {
            add("(its output could not be read further: " + e.getMessage() + ")");
        } finally {
            finish();
        }
    }

    private void add(String line) {
        lock.lock();
        try {
            lines.add(line);
            printed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void finish() {
        lock.lock();
        try {
            complete = true;
            printed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static List<String> command(List<Path> firstOnClassPath, Class<?> main, List<String> arguments) {
        // Surefire starts this JVM with a jar that only names the real class path.
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String classPath = Stream.concat(firstOnClassPath.stream().map(Path::toString), Stream.of(own))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        carmineProperties().forEach(command::add);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        return command;
    }

    private static Stream<String> carmineProperties() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(key -> key.startsWith("carmine."))
                .sorted()
                .map(key -> "-D" + key + "=" + System.getProperty(key));
    }
}
