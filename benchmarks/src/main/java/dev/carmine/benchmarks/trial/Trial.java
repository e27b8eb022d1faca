package dev.carmine.benchmarks.trial;

import dev.carmine.benchmarks.client.Address;
import dev.carmine.benchmarks.client.BenchmarkClient;
import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.scenario.Scenario;
import dev.carmine.benchmarks.trial.Course.Stage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One client in one scenario, in this process.
 *
 * @param scenario what is done
 * @param contender who does it
 * @param address the server's or the delaying proxy's
 * @param warmUp how long calls are made before they are counted
 * @param measurement how long calls are counted; longer if none ends within this time
 */
public record Trial(Scenario scenario, Contender contender, Address address, Duration warmUp, Duration measurement) {

    /**
     * Runs the trial.
     *
     * @param round the number that the result bears
     * @throws IllegalStateException if any call failed or returned what is not stored
     */
    public TrialResult run(int round) throws InterruptedException {
        Course course = new Course();
        try (BenchmarkClient client = contender.connect(address, scenario.concurrency())) {
            Load load = load(client, course);
            load.start();
            TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());

            Usage start = Usage.now();
            course.enter(Stage.MEASUREMENT);
            TimeUnit.NANOSECONDS.sleep(measurement.toNanos());
            course.awaitOutcome();
            course.enter(Stage.OVER);
            Usage used = Usage.now().since(start);

            Histogram latencies = load.finish();
            course.requireNoFailure();
            return result(round, latencies, used);
        }
    }

    private Load load(BenchmarkClient client, Course course) {
        int concurrency = scenario.concurrency();
        return switch (scenario.callers()) {
            case THREADS -> new WaitingLoad(client, scenario.call(), course, Thread::new, concurrency);
            case VIRTUAL_THREADS ->
                new WaitingLoad(client, scenario.call(), course, VirtualThreads.factory(), concurrency);
            case ASYNC -> new AsyncLoad(client, course, concurrency);
        };
    }

    private TrialResult result(int round, Histogram latencies, Usage used) {
        long operations = latencies.getTotalCount() * scenario.call().operations();
        return new TrialResult(
                scenario,
                contender,
                round,
                operations * 1e9 / used.nanoTime(),
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3,
                used.cpuNanos() / 1e3 / operations,
                (double) used.allocatedBytes() / operations);
    }
}
