package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.LatencyHistogram;
import dev.carmine.client.command.LatencySample;
import dev.carmine.client.command.SyncLatency;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EachFace
@RedisTest(isolated = true)
class LatencyCommandsIT extends CommandContract {
    LatencyCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncLatency.class, face, resp, server);
    }

    @Test
    void eventsAreRecorded() {
        redis.configSet("latency-monitor-threshold", 1);
        redis.latencyReset();
        assertThat(redis.latencyHistory("command")).isEmpty();
        server.call("EVAL", "for i = 1, 5000000 do end", "0");

        LatencySample sample = redis.latencyHistory("command").get(0);
        assertThat(sample.latency()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(60));
        assertThat(sample.time())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(redis.latencyLatest()).anySatisfy(event -> {
            assertThat(event.name()).isEqualTo("command");
            assertThat(event.time()).isEqualTo(sample.time());
            assertThat(event.latest()).isEqualTo(sample.latency());
            assertThat(event.longest()).isEqualTo(sample.latency());
        });
        assertThat(redis.latencyGraph("command")).startsWith("command - high");
        assertThat(redis.latencyDoctor()).contains("command");
        assertThat(redis.latencyReset("command", "none")).isEqualTo(1);
        redis.configSet("latency-monitor-threshold", 0);
    }

    @Test
    @SinceRedis("7.0")
    void histogramsAreKept() {
        redis.configResetstat();
        redis.set("k", "v");
        redis.set("k", "v");

        Map<String, LatencyHistogram> histograms = redis.latencyHistogram("set", "get");
        assertThat(histograms).hasEntrySatisfying("set", histogram -> {
            assertThat(histogram.calls()).isEqualTo(2);
            assertThat(histogram.within()).containsValue(2L);
        });
        assertThat(redis.latencyHistogram()).containsAllEntriesOf(histograms).containsKey("config|resetstat");
    }
}
