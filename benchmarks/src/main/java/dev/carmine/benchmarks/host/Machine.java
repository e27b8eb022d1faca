package dev.carmine.benchmarks.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the results depend on besides the clients, for the head of the tables. */
public final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String UNKNOWN = "unknown";

    private Machine() {}

    /** Names and values that describe this machine and the state of the source. */
    public static Map<String, String> describe() throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("CPU", cpuModel());
        facts.put("Cores", "" + Runtime.getRuntime().availableProcessors());
        facts.put("Kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("Commit", commit());
        return facts;
    }

    private static String cpuModel() throws IOException {
        if (!Files.exists(CPU_INFO)) {
            return System.getProperty("os.arch", UNKNOWN);
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    /** The commit that was built, as far as git knows: not every copy of the source has its history. */
    private static String commit() {
        try {
            String commit = output("git", "rev-parse", "--short", "HEAD");
            String changes = output("git", "status", "--porcelain", "--untracked-files=no");
            if (commit.isEmpty()) {
                return UNKNOWN;
            }
            return changes.isEmpty() ? commit : commit + " with changes";
        } catch (IOException e) {
            return UNKNOWN; // not every machine has git
        }
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
