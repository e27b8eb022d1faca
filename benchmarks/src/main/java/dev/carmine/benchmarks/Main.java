package dev.carmine.benchmarks;

import dev.carmine.benchmarks.client.Address;
import dev.carmine.benchmarks.client.Contender;
import dev.carmine.benchmarks.host.DelayProxy;
import dev.carmine.benchmarks.queue.QueueContender;
import dev.carmine.benchmarks.queue.QueueReport;
import dev.carmine.benchmarks.queue.QueueResult;
import dev.carmine.benchmarks.queue.QueueScenario;
import dev.carmine.benchmarks.queue.QueueTrial;
import dev.carmine.benchmarks.queue.Referee;
import dev.carmine.benchmarks.report.MarkdownReport;
import dev.carmine.benchmarks.report.ResultFile;
import dev.carmine.benchmarks.scenario.Scenario;
import dev.carmine.benchmarks.trial.Trial;
import dev.carmine.benchmarks.trial.TrialResult;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The command line of the comparisons. */
@Command(
        name = "benchmarks/run",
        description = "Compares Carmine with other clients, and its queue with another.",
        subcommands = {CompareCommand.class, QueueCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private static final String LOOPBACK = "127.0.0.1";

    private Main() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] arguments) {
        int status = new CommandLine(new Main())
                .registerConverter(Scenario.class, explaining(Scenario::named))
                .registerConverter(Contender.class, explaining(Contender::named))
                .registerConverter(QueueScenario.class, explaining(QueueScenario::named))
                .registerConverter(QueueContender.class, explaining(QueueContender::named))
                .registerConverter(Duration.class, explaining(Seconds::parse))
                .setExecutionExceptionHandler((failure, command, input) -> {
                    if (failure instanceof IOException) {
                        command.getErr().println(failure);
                        return command.getCommandSpec().exitCodeOnExecutionException();
                    }
                    throw failure;
                })
                .execute(arguments);
        System.exit(status);
    }

    /** Shows the user what a conversion says of a value that it does not take. */
    private static <T> ITypeConverter<T> explaining(Function<String, T> conversion) {
        return text -> {
            try {
                return conversion.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    @Command(description = "Prints the Markdown tables of a run.", mixinStandardHelpOptions = true)
    void table(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: the newest file of results.")
                    @Nullable Path file)
            throws IOException {
        Path chosen = file == null ? ResultFolder.CLIENTS.newest() : file;
        System.out.print(MarkdownReport.of(ResultFile.read(chosen, TrialResult.HEADER, TrialResult::parse)));
    }

    @Command(
            name = "queue-table",
            description = "Prints the Markdown table of a run of queues.",
            mixinStandardHelpOptions = true)
    void queueTable(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: the newest file of results.")
                    @Nullable Path file)
            throws IOException {
        Path chosen = file == null ? ResultFolder.QUEUES.newest() : file;
        System.out.print(QueueReport.of(ResultFile.read(chosen, QueueResult.HEADER, QueueResult::parse)));
    }

    @Command(
            name = "queue-trial",
            description = "Runs Carmine's queue in one scenario and prints the result; started by queue.")
    void queueTrial(
            @Parameters(index = "0") QueueScenario scenario,
            @Option(names = "--uri", required = true) String uri,
            @Option(names = "--warmup", defaultValue = QueueCommand.WARM_UP) Duration warmUp,
            @Option(names = "--seconds", defaultValue = QueueCommand.MEASUREMENT) Duration measurement)
            throws InterruptedException {
        QueueTrial.run(scenario, uri, warmUp, measurement, Referee.parent());
    }

    @Command(description = "Runs one client in one scenario and prints the result; started by compare.")
    void trial(
            @Parameters(index = "0") Scenario scenario,
            @Parameters(index = "1") Contender client,
            @Option(names = "--host", defaultValue = LOOPBACK) String host,
            @Option(names = "--port", required = true) int port,
            @Option(names = "--round", defaultValue = "1") int round,
            @Option(names = "--warmup", defaultValue = CompareCommand.WARM_UP) Duration warmUp,
            @Option(names = "--seconds", defaultValue = CompareCommand.MEASUREMENT) Duration measurement)
            throws InterruptedException {
        Address address = new Address(host, port, scenario.route() == Scenario.Route.TLS);
        Trial trial = new Trial(scenario, client, address, warmUp, measurement);
        System.out.println(trial.run(round).toLine());
    }

    @Command(description = "Runs the delaying proxy until its input ends and prints its port; started by compare.")
    void proxy(
            @Option(names = "--host", defaultValue = LOOPBACK, description = "The server's.") String host,
            @Option(names = "--port", required = true, description = "The server's.") int port,
            @Option(names = "--delay", required = true, description = "Seconds, each way.") Duration delay)
            throws IOException {
        System.out.println(DelayProxy.start(new InetSocketAddress(host, port), delay.toNanos())
                .port());
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
