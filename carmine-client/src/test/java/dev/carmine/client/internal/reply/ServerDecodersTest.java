package dev.carmine.client.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Frames;
import dev.carmine.client.command.Latency;
import dev.carmine.client.command.LatencyEvent;
import dev.carmine.client.command.LatencyHistogram;
import dev.carmine.client.command.Memory;
import dev.carmine.client.command.MemoryStats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In the frames, {@code |} stands for CRLF. */
class ServerDecodersTest {
    private static final Instant TIME = Instant.ofEpochSecond(1000);

    @Test
    void latencyEventsHaveTotalAndCountWhereTheServerTells() {
        assertThat(Frames.reply(Latency.latencyLatest(), "*1|*4|$4|fork|:1000|:3|:7|"))
                .containsExactly(
                        new LatencyEvent("fork", TIME, Duration.ofMillis(3), Duration.ofMillis(7), null, null));
        assertThat(Frames.reply(Latency.latencyLatest(), "*1|*6|$4|fork|:1000|:3|:7|:10|:2|"))
                .containsExactly(new LatencyEvent(
                        "fork", TIME, Duration.ofMillis(3), Duration.ofMillis(7), Duration.ofMillis(10), 2L));
    }

    @Test
    void statisticsOfMemoryMayHaveMoreThanNumbers() {
        StringBuilder fields = new StringBuilder();
        for (String name : List.of(
                "peak.allocated",
                "total.allocated",
                "startup.allocated",
                "replication.backlog",
                "clients.slaves",
                "clients.normal",
                "aof.buffer",
                "overhead.total",
                "keys.count",
                "keys.bytes-per-key",
                "dataset.bytes",
                "dataset.percentage",
                "peak.percentage",
                "fragmentation",
                "fragmentation.bytes",
                "db.dict.rehashing.count")) {
            fields.append("$").append(name.length()).append('|').append(name).append("|:1|");
        }
        String tables = "$23|overhead.hashtable.main|:5|$26|overhead.hashtable.expires|:6|";
        String resp2 = fields + "$4|db.0|*4|" + tables + "$7|db.dict|*0|$5|words|$2|no|$3|nil|$-1|$4|list|*1|:1|";
        String resp3 = fields + "$4|db.0|%2|" + tables + "$7|db.dict|%0|$5|words|#t|$3|nil|_|$4|list|*1|:1|";
        for (MemoryStats stats : List.of(
                Frames.reply(Memory.memoryStats(), "*42|" + resp2),
                Frames.reply(Memory.memoryStats(), "%21|" + resp3))) {
            assertThat(stats.databases()).isEqualTo(Map.of(0, new MemoryStats.Database(5, 6)));
            assertThat(stats.numbers()).hasSize(16).containsEntry("db.dict.rehashing.count", 1L);
        }
    }

    @Test
    void histogramsAreTheSameOnBothProtocols() {
        Map<String, LatencyHistogram> histograms = Map.of(
                "get", new LatencyHistogram(3, Map.of(Duration.ofNanos(1_000), 2L, Duration.ofNanos(2_000), 3L)));
        assertThat(Frames.reply(
                        Latency.latencyHistogram(), "*2|$3|get|*4|$5|calls|:3|$14|histogram_usec|*4|:1|:2|:2|:3|"))
                .isEqualTo(histograms);
        assertThat(Frames.reply(
                        Latency.latencyHistogram(), "%1|$3|get|%2|$5|calls|:3|$14|histogram_usec|%2|:1|:2|:2|:3|"))
                .isEqualTo(histograms);
    }
}
