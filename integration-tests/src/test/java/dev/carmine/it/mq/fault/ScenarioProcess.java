package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import java.nio.file.Path;

/** A program that plays a scenario, with whatever scripts are on its class path. Arguments: address, history, scenario. */
final class ScenarioProcess {
    private ScenarioProcess() {}

    public static void main(String[] args) {
        try (Carmine redis = TestedQueue.connect(args[0]);
                HistoryFile history = new HistoryFile(Path.of(args[1]))) {
            Scenario scenario = Scenario.valueOf(args[2]);
            scenario.play(new Stage(redis, scenario.queue(), history), args[0]);
        }
    }
}
