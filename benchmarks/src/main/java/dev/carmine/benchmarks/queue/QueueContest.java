package dev.carmine.benchmarks.queue;

import dev.carmine.benchmarks.host.ChildProcess;
import dev.carmine.benchmarks.report.ResultFile;
import dev.carmine.it.server.RedisServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs the trials one after the other, each in a process of its own and on an empty server. Within a round the queues
 * follow each other in each scenario, so that slow changes of the machine touch them alike, and each round begins with
 * another queue.
 *
 * @param redis the server, which nobody else uses
 * @param launchers start the process of each queue
 * @param warmUp how long the same is done before it is measured
 * @param measurement about how long it is measured
 * @param results where each number is added
 */
public record QueueContest(
        RedisServer redis,
        Map<QueueContender, Launcher> launchers,
        Duration warmUp,
        Duration measurement,
        ResultFile results) {

    /** How long a process usually takes beyond its warm-up and its measured time. */
    private static final Duration USUAL_OVERHEAD = Duration.ofSeconds(3);

    /** How long a process may take beyond its measured time: for its start, and for what it has to enqueue before. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** Starts the process of a trial. */
    @FunctionalInterface
    public interface Launcher {
        /**
         * Starts it.
         *
         * @param scenario what it is to do
         * @param measurement how long
         */
        ChildProcess start(QueueScenario scenario, Duration measurement) throws IOException;
    }

    /**
     * Runs all trials.
     *
     * @return how many of them failed
     */
    public int run(int rounds, List<QueueScenario> scenarios, List<QueueContender> contenders) throws IOException {
        announce(rounds, scenarios, contenders);
        List<QueueContender> order = new ArrayList<>(contenders);
        int failures = 0;
        for (int round = 1; round <= rounds; round++) {
            for (QueueScenario scenario : scenarios) {
                for (QueueContender contender : order) {
                    if (!succeeds(round, scenario, contender)) {
                        failures++;
                    }
                }
            }
            Collections.rotate(order, -1);
        }
        return failures;
    }

    private void announce(int rounds, List<QueueScenario> scenarios, List<QueueContender> contenders) {
        Duration round = scenarios.stream()
                .map(scenario -> warmUp.plus(scenario.time(measurement)).plus(USUAL_OVERHEAD))
                .reduce(Duration.ZERO, Duration::plus);
        Duration total = round.multipliedBy((long) rounds * contenders.size());
        System.out.printf(
                "%d trials, about %d minutes%n", rounds * scenarios.size() * contenders.size(), total.toMinutes() + 1);
    }

    private boolean succeeds(int round, QueueScenario scenario, QueueContender contender) throws IOException {
        Map<Figure, Double> figures;
        try {
            figures = measure(scenario, Objects.requireNonNull(launchers.get(contender)));
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            System.err.printf("FAILED: %s, %s, round %d: %s%n", scenario.id(), contender.title(), round, e);
            return false;
        }
        System.out.printf("round %d  %-20s %-8s", round, scenario.id(), contender.title());
        for (Figure figure : scenario.figures()) {
            double value = Objects.requireNonNull(figures.get(figure));
            results.append(new QueueResult(scenario, contender, round, figure, value).toLine());
            System.out.printf("  %s %s", figure.format(value), figure.title());
        }
        System.out.println();
        return true;
    }

    private Map<Figure, Double> measure(QueueScenario scenario, Launcher launcher) throws IOException {
        redis.flushAll();
        ServerMeter meter = new ServerMeter(redis);
        Duration time = scenario.time(measurement);
        try (ChildProcess child = launcher.start(scenario, time)) {
            child.limitTo(warmUp.plus(time).plus(GRACE));
            String ready = child.readLine();
            if (!ready.equals(Referee.READY)) {
                throw new IOException("Expected '" + Referee.READY + "', got: " + ready);
            }
            if (scenario.beginsIdle()) {
                meter.awaitBlocked(scenario.workers());
            }
            ServerMeter.Reading server = meter.read();
            Duration cpu = child.cpuTime();
            child.writeLine(Referee.GO);
            Observed observed = Observed.parse(child.readLine());
            return figures(observed, child.cpuTime().minus(cpu), meter.read().since(server));
        }
    }

    /** All that there are, whether the scenario asks for them or not. */
    private static Map<Figure, Double> figures(Observed observed, Duration cpu, ServerMeter.Reading server) {
        long messages = observed.operations();
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.putAll(observed.figures());
        figures.put(Figure.RATE, messages * 1e9 / observed.nanos());
        figures.put(Figure.SERVER_TIME, (double) server.micros() / messages);
        figures.put(Figure.SERVER_CPU, server.cpuMicros() / messages);
        figures.put(Figure.CLIENT_CPU, cpu.toNanos() / 1e3 / messages);
        figures.put(Figure.SCRIPTS, (double) server.scripts() - messages); // but those that enqueue
        figures.put(Figure.COMMANDS, (double) server.commands());
        figures.put(Figure.IDLE_CPU, cpu.toNanos() / 1e6);
        return figures;
    }
}
