package dev.carmine.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The results of one run: a head of lines {@code # name: value} that tell how and where it was measured, then
 * comma-separated values, one line for each result, written as soon as its trial is over.
 */
public final class ResultFile {
    private static final String FACT = "# ";
    private static final String NAME_END = ": ";

    private final Path path;

    private ResultFile(Path path) {
        this.path = path;
    }

    /**
     * Begins a new file.
     *
     * @param facts names and values for its head
     * @param header the names of the fields of its lines
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file: results of two runs are not mixed
     */
    public static ResultFile create(Path path, Map<String, String> facts, String header) throws IOException {
        List<String> lines = new ArrayList<>();
        facts.forEach((name, value) -> lines.add(FACT + name + NAME_END + value));
        lines.add(header);
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.write(path, lines, StandardOpenOption.CREATE_NEW);
        return new ResultFile(path);
    }

    /** Adds one result. */
    public void append(String line) throws IOException {
        Files.write(path, List.of(line), StandardOpenOption.APPEND);
    }

    /**
     * Reads a whole file.
     *
     * @param header the names of the fields of its lines
     * @param parser reads a line
     * @throws IllegalArgumentException if the parser throws it
     */
    public static <T> Results<T> read(Path path, String header, Function<String, T> parser) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        List<T> trials = new ArrayList<>();
        try (Stream<String> lines = Files.lines(path)) {
            lines.filter(line -> !line.equals(header)).forEach(line -> {
                if (line.startsWith(FACT)) {
                    String[] fact = line.substring(FACT.length()).split(NAME_END, 2);
                    facts.put(fact[0], fact[1]);
                } else {
                    trials.add(parser.apply(line));
                }
            });
        }
        return new Results<>(facts, trials);
    }
}
