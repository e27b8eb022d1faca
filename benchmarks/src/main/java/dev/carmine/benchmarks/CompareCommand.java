package dev.carmine.benchmarks;

import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.host.ChildProcess;
import dev.carmine.benchmarks.host.Jdk;
import dev.carmine.benchmarks.host.Machine;
import dev.carmine.benchmarks.host.TrustStore;
import dev.carmine.benchmarks.report.ResultFile;
import dev.carmine.benchmarks.scenario.Dataset;
import dev.carmine.benchmarks.scenario.Scenario;
import dev.carmine.benchmarks.scenario.Scenario.Route;
import dev.carmine.benchmarks.trial.TrialResult;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import dev.carmine.it.server.ServerOptions;
import dev.carmine.it.tls.TestAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prepares server, proxy and file of results, and runs all trials. Its exit status is 1 if any of them failed. */
@Command(
        name = "compare",
        description = "Runs the comparison; each trial in a process of its own.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class CompareCommand implements Callable<Integer> {
    static final String WARM_UP = "2";
    static final String MEASUREMENT = "1.5";

    private static final Duration DELAY = Duration.ofNanos(500_000);

    @Option(names = "--rounds", description = "How often each client goes through each scenario.")
    private int rounds = 7;

    @Option(names = "--warmup", defaultValue = WARM_UP, description = "Seconds before each measurement.")
    private Duration warmUp = Seconds.parse(WARM_UP);

    @Option(names = "--seconds", defaultValue = MEASUREMENT, description = "Seconds of each measurement.")
    private Duration measurement = Seconds.parse(MEASUREMENT);

    @Option(names = "--quick", description = "Two rounds of half a second: shows that all works, measures little.")
    private boolean quick;

    @Option(names = "--scenario", split = ",", description = "Only these, such as get-16,set-16.")
    private List<Scenario> scenarios = List.of(Scenario.values());

    @Option(names = "--client", split = ",", description = "Only these, such as carmine,jedis.")
    private List<Contender> clients = List.of(Contender.values());

    @Option(names = "--java", description = "The java program for the trials. Default: the one in use.")
    private @Nullable Path java;

    @Option(
            names = "--virtual-java",
            description = "The java program for virtual threads. Default: that of JAVA25_HOME, else as --java.")
    private @Nullable Path virtualJava;

    @Option(
            names = "--redis-server",
            description = "The server's program. Default: the installed one, else the Redis 6.2 inside a jar.")
    private @Nullable String redisServer;

    @Option(names = "--output", description = "A new file for the results. Default: one in benchmarks/target/results.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        if (quick) {
            rounds = 2;
            warmUp = Duration.ofMillis(500);
            measurement = Duration.ofMillis(500);
        }
        if (redisServer != null) {
            System.setProperty(RedisServers.PROPERTY, redisServer);
        }
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Jdk jdk = java == null ? Jdk.current() : Jdk.of(java);
        Jdk virtualJdk =
                virtualJava == null ? Jdk.fromEnvironment("JAVA25_HOME").orElse(jdk) : Jdk.of(virtualJava);
        Path file = output == null ? ResultFolder.CLIENTS.fileFor(start) : output;

        try (RedisServer redis =
                        RedisServers.start(ServerOptions.builder().tls().build());
                ChildProcess proxy = ChildProcess.startJvm(jdk, List.of(), Main.class, proxyArguments(redis))) {
            Dataset.load(redis.host(), redis.port());
            Map<Route, Integer> ports = Map.of(
                    Route.LOOPBACK, redis.port(),
                    Route.DELAYED, Integer.parseInt(proxy.readLine()),
                    Route.TLS, redis.tlsPort());
            TrustStore trustStore = new TrustStore(TestAuthority.trusted().store(), TestAuthority.PASSWORD);
            ResultFile results = ResultFile.create(file, facts(start, redis, jdk, virtualJdk), TrialResult.HEADER);

            Rotation rotation = new Rotation(jdk, virtualJdk, ports, trustStore, warmUp, measurement, results);
            int failures = rotation.run(rounds, scenarios, clients);
            System.out.println("Results: " + file);
            return failures == 0 ? 0 : 1;
        }
    }

    private static List<String> proxyArguments(RedisServer redis) {
        return List.of("proxy", "--port", "" + redis.port(), "--delay", Seconds.format(DELAY));
    }

    private Map<String, String> facts(Instant start, RedisServer redis, Jdk jdk, Jdk virtualJdk) throws IOException {
        Map<String, String> facts = Machine.describe();
        facts.put("Server", describe(redis));
        facts.put("JDK", jdk.description());
        if (virtualJdk.hasVirtualThreads()) {
            facts.put("JDK for virtual threads", virtualJdk.description());
        }
        facts.put("Date", start.toString());
        facts.put(
                "Method",
                ("%d rounds, clients in rotation; a process for each trial with a heap of 1 GiB; %s s of warm-up,"
                                + " %s s measured; closed loops")
                        .formatted(rounds, Seconds.format(warmUp), Seconds.format(measurement)));
        facts.put("Delayed", "through a proxy that holds data for %s ms each way".formatted(DELAY.toNanos() / 1e6));
        return facts;
    }

    /** The server, for the head of the tables. */
    static String describe(RedisServer redis) {
        return redis.flavour().name().toLowerCase(Locale.ROOT) + " " + redis.version()
                + ", on the same machine, nothing kept on disk";
    }
}
