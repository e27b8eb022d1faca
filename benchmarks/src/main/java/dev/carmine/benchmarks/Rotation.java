package dev.carmine.benchmarks;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.host.ChildProcess;
import dev.carmine.benchmarks.host.Jdk;
import dev.carmine.benchmarks.host.TrustStore;
import dev.carmine.benchmarks.report.ResultFile;
import dev.carmine.benchmarks.scenario.Scenario;
import dev.carmine.benchmarks.scenario.Scenario.Route;
import dev.carmine.benchmarks.trial.TrialResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Runs the trials one after the other, each in a process of its own. Within a round the clients follow each other in
 * each scenario, so that slow changes of the machine touch them alike, and each round begins with another client.
 *
 * @param jdk for the scenarios without virtual threads
 * @param virtualJdk for those with virtual threads; they are left out if it has none
 * @param ports where trials connect, by route
 * @param trustStore whom trials trust that speak TLS
 * @param warmUp how long calls are made before they are counted
 * @param measurement how long calls are counted
 * @param results where each result is added
 */
record Rotation(
        Jdk jdk,
        Jdk virtualJdk,
        Map<Route, Integer> ports,
        TrustStore trustStore,
        Duration warmUp,
        Duration measurement,
        ResultFile results) {

    /** How long a process usually takes beyond its measured time. */
    private static final Duration USUAL_OVERHEAD = Duration.ofSeconds(1);

    /** How long a process may take beyond its measured time: for its start, the last replies and its end. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /**
     * Runs all trials.
     *
     * @return how many of them failed
     */
    int run(int rounds, List<Scenario> scenarios, List<Contender> clients) throws IOException {
        List<Scenario> possible = scenarios.stream().filter(this::isPossible).toList();
        List<Contender> order = new ArrayList<>(clients);
        announce(rounds, possible, clients);
        int failures = 0;
        for (int round = 1; round <= rounds; round++) {
            for (Scenario scenario : possible) {
                for (Contender client : order) {
                    if (scenario.suits(client) && !succeeds(round, scenario, client)) {
                        failures++;
                    }
                }
            }
            Collections.rotate(order, -1);
        }
        return failures;
    }

    private void announce(int rounds, List<Scenario> scenarios, List<Contender> clients) {
        long trials = rounds
                * scenarios.stream()
                        .mapToLong(scenario ->
                                clients.stream().filter(scenario::suits).count())
                        .sum();
        Duration total = warmUp.plus(measurement).plus(USUAL_OVERHEAD).multipliedBy(trials);
        System.out.printf("%d trials, about %d minutes%n", trials, total.toMinutes() + 1);
    }

    private boolean isPossible(Scenario scenario) {
        boolean possible = !scenario.needsVirtualThreads() || virtualJdk.hasVirtualThreads();
        if (!possible) {
            System.err.printf(
                    "LEFT OUT: %s, because %s has no virtual threads. Set JAVA25_HOME or --virtual-java.%n",
                    scenario.id(), virtualJdk.executable());
        }
        return possible;
    }

    private boolean succeeds(int round, Scenario scenario, Contender client) throws IOException {
        Jdk trialJdk = scenario.needsVirtualThreads() ? virtualJdk : jdk;
        try (ChildProcess child =
                ChildProcess.startJvm(trialJdk, trustStore.options(), Main.class, arguments(round, scenario, client))) {
            child.limitTo(warmUp.plus(measurement).plus(GRACE));
            TrialResult result = TrialResult.parse(child.readLine());
            results.append(result.toLine());
            System.out.println(result.describe());
            return true;
        } catch (ChildProcess.EndedException e) {
            System.err.printf("FAILED: %s, %s, round %d: %s%n", scenario.id(), client.title(), round, e.getMessage());
            return false;
        }
    }

    private List<String> arguments(int round, Scenario scenario, Contender client) {
        return List.of(
                "trial",
                scenario.id(),
                client.name(),
                "--port",
                "" + ports.get(scenario.route()),
                "--round",
                "" + round,
                "--warmup",
                Seconds.format(warmUp),
                "--seconds",
                Seconds.format(measurement));
    }
}
