package dev.carmine.client.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Frames;
import dev.carmine.client.command.Latency;
import dev.carmine.client.command.LatencyEvent;
import dev.carmine.client.command.LatencyHistogram;
import java.time.Duration;
import java.time.Instant;
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
