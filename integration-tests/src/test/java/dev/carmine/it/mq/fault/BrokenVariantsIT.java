package dev.carmine.it.mq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.process.ChildJvm;
import dev.carmine.it.process.WorkFolder;
import dev.carmine.it.server.RedisServer;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker finds fault with scripts that are broken, and with the same scenario finds none if they are not. */
@Tag("processes")
@Tag("sabotage")
@RedisTest(isolated = true)
class BrokenVariantsIT {
    private static final System.Logger LOG = System.getLogger(BrokenVariantsIT.class.getName());
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource
    void soundScriptsKeepWhatTheyPromise(Scenario scenario, RedisServer server) {
        assertThat(violations(scenario, List.of(), server)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theCheckerFindsWhatIsBroken(Sabotage sabotage, RedisServer server) {
        Path folder = sabotage.folder();
        try {
            assertThat(violations(sabotage.scenario(), List.of(folder), server))
                    .extracting(Violation::promise)
                    .contains(sabotage.promise());
        } finally {
            WorkFolder.delete(folder);
        }
    }

    private static List<Violation> violations(Scenario scenario, List<Path> scripts, RedisServer server) {
        server.flushAll();
        Path folder = WorkFolder.newFolder("scenario");
        Path history = folder.resolve("history");
        try (ChildJvm child = ChildJvm.start(
                        scripts, ScenarioProcess.class, server.uri(), history.toString(), scenario.name());
                Carmine redis = TestedQueue.connect(server.uri())) {
            assertThat(child.awaitExit(LONGEST))
                    .as(() -> String.join("\n", child.output()))
                    .isZero();
            EndState end = TestedQueue.end(scenario.queue().open(redis), List.of());
            List<Violation> violations =
                    Checker.check(new History(HistoryFile.read(List.of(history))), end, scenario.limits());
            LOG.log(
                    Level.INFO,
                    "{0}: {1}",
                    scenario,
                    violations.stream().limit(2).toList());
            return violations;
        } finally {
            WorkFolder.delete(folder);
        }
    }
}
