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
final class ResultFolder {
    private static final Path FOLDER = Path.of("benchmarks", "target", "results");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'.csv'").withZone(ZoneOffset.UTC);

    private ResultFolder() {}

    /** The file for a run that begins at this time. */
    static Path fileFor(Instant start) {
        return FOLDER.resolve(NAME.format(start));
    }

    /** The file of the run that began last. */
    static Path newest() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            throw new NoSuchFileException(FOLDER.toString(), null, "no results yet: run the comparison first");
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.max(Comparator.naturalOrder())
                    .orElseThrow(() -> new NoSuchFileException(FOLDER.toString(), null, "it is empty"));
        }
    }
}
