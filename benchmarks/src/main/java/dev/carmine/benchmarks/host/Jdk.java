package dev.carmine.benchmarks.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java that trials can run on.
 *
 * @param executable its {@code java} program
 * @param feature its feature release, such as 17
 * @param description its name and full version
 */
public record Jdk(Path executable, int feature, String description) {
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
    private static final int FIRST_THAT_WARNS_OF_UNSAFE = 23;

    /**
     * Asks a {@code java} program what it is.
     *
     * @throws IOException if it does not run or does not tell its version
     */
    public static Jdk of(Path executable) throws IOException {
        Process process = new ProcessBuilder(executable.toString(), "-XshowSettings:properties", "-version")
                .redirectErrorStream(true)
                .start();
        String settings = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int feature = Integer.parseInt(property(settings, "java.specification.version", executable));
        String name = property(settings, "java.vendor", executable);
        return new Jdk(executable, feature, name + " " + property(settings, "java.runtime.version", executable));
    }

    /** The Java that this process runs on. */
    public static Jdk current() throws IOException {
        return of(inHome(System.getProperty("java.home")));
    }

    /** The Java whose home an environment variable names; empty if it is not set. */
    public static Optional<Jdk> fromEnvironment(String variable) throws IOException {
        String home = System.getenv(variable);
        return home == null ? Optional.empty() : Optional.of(of(inHome(home)));
    }

    /** Whether it has virtual threads. */
    public boolean hasVirtualThreads() {
        return feature >= FIRST_WITH_VIRTUAL_THREADS;
    }

    /** Options without which it complains about what Netty does. */
    List<String> quietOptions() {
        return feature >= FIRST_THAT_WARNS_OF_UNSAFE
                ? List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED")
                : List.of();
    }

    private static Path inHome(String home) {
        return Path.of(home, "bin", "java");
    }

    private static String property(String settings, String name, Path executable) throws IOException {
        Matcher line = Pattern.compile("^\\s+" + Pattern.quote(name) + " = (.*)$", Pattern.MULTILINE)
                .matcher(settings);
        if (!line.find()) {
            throw new IOException(executable + " does not tell its " + name + ": is it a java program?");
        }
        return line.group(1).strip();
    }
}
