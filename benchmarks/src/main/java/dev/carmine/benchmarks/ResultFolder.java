package dev.carmine.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the files of results are kept, seen from the root of the project. */
enum ResultFolder {
    /** Those of the comparison of clients. */
    CLIENTS("results"),
    /** Those of the comparison of queues. */
    QUEUES("queue-results");

    /** What is built and made by this module. */
    static final Path TARGET = Path.of("benchmarks", "target");

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'.csv'").withZone(ZoneOffset.UTC);

    private final String name;

    ResultFolder(String name) {
        this.name = name;
    }

    private Path path() {
        return TARGET.resolve(name);
    }

    /** The file for a run that begins at this time. */
    Path fileFor(Instant start) {
        return path().resolve(NAME.format(start));
    }

    /** The file of the run that began last. */
    Path newest() throws IOException {
        if (!Files.isDirectory(path())) {
            throw new NoSuchFileException(path().toString(), null, "no results yet: run the comparison first");
        }
        try (Stream<Path> files = Files.list(path())) {
            return files.max(Comparator.naturalOrder())
                    .orElseThrow(() -> new NoSuchFileException(path().toString(), null, "it is empty"));
        }
    }
}
