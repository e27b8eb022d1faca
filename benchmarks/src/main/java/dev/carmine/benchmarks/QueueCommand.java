package dev.carmine.benchmarks;

import dev.carmine.benchmarks.host.ChildProcess;
import dev.carmine.benchmarks.host.Jdk;
import dev.carmine.benchmarks.host.Machine;
import dev.carmine.benchmarks.queue.BullMq;
import dev.carmine.benchmarks.queue.QueueContender;
import dev.carmine.benchmarks.queue.QueueContest;
import dev.carmine.benchmarks.queue.QueueContest.Launcher;
import dev.carmine.benchmarks.queue.QueueResult;
import dev.carmine.benchmarks.queue.QueueScenario;
import dev.carmine.benchmarks.report.ResultFile;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prepares server, BullMQ and file of results, and runs all trials. Its exit status is 1 if any of them failed. */
@Command(
        name = "queue",
        description = "Compares the queue with BullMQ; needs Node.js and npm.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class QueueCommand implements Callable<Integer> {
    static final String WARM_UP = "6";
    static final String MEASUREMENT = "3";

    @Option(names = "--rounds", description = "How often each queue goes through each scenario.")
    private int rounds = 5;

    @Option(names = "--warmup", defaultValue = WARM_UP, description = "Seconds before each measurement.")
    private Duration warmUp = Seconds.parse(WARM_UP);

    @Option(names = "--seconds", defaultValue = MEASUREMENT, description = "Seconds of each measurement, about.")
    private Duration measurement = Seconds.parse(MEASUREMENT);

    @Option(names = "--quick", description = "One round of half a second: shows that all works, measures little.")
    private boolean quick;

    @Option(names = "--scenario", split = ",", description = "Only these, such as enqueue,consume-100.")
    private List<QueueScenario> scenarios = List.of(QueueScenario.values());

    @Option(names = "--queue", split = ",", description = "Only these: carmine, bullmq.")
    private List<QueueContender> queues = List.of(QueueContender.values());

    @Option(names = "--java", description = "The java program for the trials. Default: the one in use.")
    private @Nullable Path java;

    @Option(
            names = "--redis-server",
            description = "The server's program. Default: the installed one, else the Redis 6.2 inside a jar.")
    private @Nullable String redisServer;

    @Option(
            names = "--output",
            description = "A new file for the results. Default: one in benchmarks/target/queue-results.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        if (quick) {
            rounds = 1;
            warmUp = Duration.ofMillis(500);
            measurement = Duration.ofMillis(500);
        }
        if (redisServer != null) {
            System.setProperty(RedisServers.PROPERTY, redisServer);
        }
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Jdk jdk = java == null ? Jdk.current() : Jdk.of(java);
        Path file = output == null ? ResultFolder.QUEUES.fileFor(start) : output;
        Map<String, String> facts = Machine.describe();
        Map<QueueContender, Launcher> launchers = new EnumMap<>(QueueContender.class);

        try (RedisServer redis = RedisServers.start()) {
            facts.put("Server", CompareCommand.describe(redis));
            launchers.put(QueueContender.CARMINE, (scenario, time) -> startCarmine(jdk, redis, scenario, time));
            facts.put("JDK", jdk.description());
            if (queues.contains(QueueContender.BULLMQ)) {
                BullMq bullMq = BullMq.install(ResultFolder.TARGET.resolve("bullmq"));
                launchers.put(
                        QueueContender.BULLMQ,
                        (scenario, time) -> bullMq.start(scenario, redis.host(), redis.port(), warmUp, time));
                facts.put("BullMQ", bullMq.description());
            }
            facts.put("Date", start.toString());
            facts.put("Method", method());
            ResultFile results = ResultFile.create(file, facts, QueueResult.HEADER);
            int failures =
                    new QueueContest(redis, launchers, warmUp, measurement, results).run(rounds, scenarios, queues);
            System.out.println("Results: " + file);
            return failures == 0 ? 0 : 1;
        }
    }

    private ChildProcess startCarmine(Jdk jdk, RedisServer redis, QueueScenario scenario, Duration time)
            throws IOException {
        List<String> arguments = List.of(
                "queue-trial",
                scenario.id(),
                "--uri",
                "redis://" + redis.host() + ":" + redis.port(),
                "--warmup",
                Seconds.format(warmUp),
                "--seconds",
                Seconds.format(time));
        return ChildProcess.startJvm(jdk, List.of(), Main.class, arguments);
    }

    private String method() {
        return "%d rounds, queues in rotation; a process for each trial; %s s of warm-up, about %s s measured"
                .formatted(rounds, Seconds.format(warmUp), Seconds.format(measurement));
    }
}
