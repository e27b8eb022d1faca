package dev.carmine.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.scenario.Scenario;
import dev.carmine.benchmarks.trial.TrialResult;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
    private static final TrialResult RESULT =
            new TrialResult(Scenario.GET_1000_VIRTUAL, Contender.LETTUCE, 3, 12345.5, 10.25, 99.75, 1.5, 1024.5);

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = folder.resolve("new").resolve("results.csv");
        Map<String, String> facts = Map.of("CPU", "some: processor");

        ResultFile.create(file, facts, TrialResult.HEADER).append(RESULT.toLine());

        assertThat(read(file)).isEqualTo(new Results<>(facts, List.of(RESULT)));
    }

    @Test
    void mixesNoTwoRuns() throws IOException {
        Path file = folder.resolve("results.csv");
        ResultFile.create(file, Map.of(), TrialResult.HEADER);

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> ResultFile.create(file, Map.of(), TrialResult.HEADER));
    }

    @Test
    void refusesLinesThatAreNoResults() throws IOException {
        Path file = Files.writeString(folder.resolve("results.csv"), "get-16,jedis,1\n");

        assertThatIllegalArgumentException().isThrownBy(() -> read(file)).withMessageContaining("get-16,jedis,1");
    }

    private static Results<TrialResult> read(Path file) throws IOException {
        return ResultFile.read(file, TrialResult.HEADER, TrialResult::parse);
    }
}
