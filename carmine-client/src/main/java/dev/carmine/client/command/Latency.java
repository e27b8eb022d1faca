package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ServerDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Redis;
import java.util.List;
import java.util.Map;

/**
 * What has held up the server. Events are recorded if they take as long as the setting {@code latency-monitor-threshold}
 * says, which is 0 for never unless it was changed; histograms are always recorded.
 */
public final class Latency {
    private Latency() {}

    // spotless:off
    /** Returns a report in English on the recorded events, with advice. O(1), since 2.8.13: <a href="https://redis.io/docs/latest/commands/latency-doctor/">LATENCY DOCTOR</a>. */
    @Redis("LATENCY DOCTOR") public static Command<String> latencyDoctor() { return LATENCY_DOCTOR.command(TEXT); }

    /** Returns the samples of an event as a drawing of characters; fails if there is none. O(1), since 2.8.13: <a href="https://redis.io/docs/latest/commands/latency-graph/">LATENCY GRAPH</a>. */
    @Redis("LATENCY GRAPH") public static Command<String> latencyGraph(String event) { return LATENCY_GRAPH.words().arg(event).command(TEXT); }

    /** Returns by its name how long each command took that was called since the statistics were reset. O(N) in the commands, since 7.0.0: <a href="https://redis.io/docs/latest/commands/latency-histogram/">LATENCY HISTOGRAM</a>. */
    @Redis("LATENCY HISTOGRAM") public static Command<Map<String, LatencyHistogram>> latencyHistogram() { return LATENCY_HISTOGRAM.command(LATENCY_HISTOGRAMS); }

    /** Returns by its name how long each of the commands took, leaving out those that were not called. O(N) in the commands, since 7.0.0: <a href="https://redis.io/docs/latest/commands/latency-histogram/">LATENCY HISTOGRAM</a>. */
    @Redis("LATENCY HISTOGRAM") public static Command<Map<String, LatencyHistogram>> latencyHistogram(String... commands) { return LATENCY_HISTOGRAM.words().args(commands).command(LATENCY_HISTOGRAMS); }

    /** Returns up to 160 latest samples of an event, the oldest first. O(1), since 2.8.13: <a href="https://redis.io/docs/latest/commands/latency-history/">LATENCY HISTORY</a>. */
    @Redis("LATENCY HISTORY") public static Command<List<LatencySample>> latencyHistory(String event) { return LATENCY_HISTORY.words().arg(event).command(LATENCY_SAMPLES); }

    /** Returns the latest and the longest sample of each event. O(1), since 2.8.13: <a href="https://redis.io/docs/latest/commands/latency-latest/">LATENCY LATEST</a>. */
    @Redis("LATENCY LATEST") public static Command<List<LatencyEvent>> latencyLatest() { return LATENCY_LATEST.command(LATENCY_EVENTS); }

    /** Deletes the samples of all events, and returns how many events had some. O(1), since 2.8.13: <a href="https://redis.io/docs/latest/commands/latency-reset/">LATENCY RESET</a>. */
    @Redis("LATENCY RESET") public static Command<Long> latencyReset() { return LATENCY_RESET.command(LONG); }

    /** Deletes the samples of some events, and returns how many of them had some. O(1), since 2.8.13: <a href="https://redis.io/docs/latest/commands/latency-reset/">LATENCY RESET</a>. */
    @Redis("LATENCY RESET") public static Command<Long> latencyReset(String... events) { return LATENCY_RESET.words().args(events).command(LONG); }
    // spotless:on
}
