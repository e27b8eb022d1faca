package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Monitor;
import dev.carmine.client.MonitoredCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a server runs while something is done, as {@code MONITOR} shows it. */
public final class Recorded {
    private Recorded() {}

    /**
     * Does something.
     *
     * @param redis the client that looks on
     * @param action what is done, by whatever clients
     * @return all commands that the server has run meanwhile, those that scripts have called included, in its order
     */
    public static List<MonitoredCommand> during(Carmine redis, Runnable action) {
        BlockingQueue<MonitoredCommand> shown = new LinkedBlockingQueue<>();
        List<MonitoredCommand> commands = new ArrayList<>();
        try (Monitor monitor = redis.monitor(shown::add)) {
            action.run();
            String end = UUID.randomUUID().toString();
            redis.echo(end);
            MonitoredCommand command = next(shown);
            while (!command.words().contains(end)) {
                commands.add(command);
                command = next(shown);
            }
            assertThat(monitor.dropped()).isZero();
        }
        return commands;
    }

    private static MonitoredCommand next(BlockingQueue<MonitoredCommand> shown) {
        try {
            return Objects.requireNonNull(
                    shown.poll(Clients.PATIENCE.toSeconds(), TimeUnit.SECONDS), "the monitor shows nothing");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the monitor was read", e);
        }
    }
}
