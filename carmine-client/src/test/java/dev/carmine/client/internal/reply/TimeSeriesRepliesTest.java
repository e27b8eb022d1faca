package dev.carmine.client.internal.reply;

import static dev.carmine.client.Frames.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.Command;
import dev.carmine.client.command.TimeSeries;
import dev.carmine.client.command.TsAdded;
import dev.carmine.client.command.TsAggregator;
import dev.carmine.client.command.TsEntry;
import dev.carmine.client.command.TsInfo;
import dev.carmine.client.command.TsLatest;
import dev.carmine.client.command.TsMrangeArgs;
import dev.carmine.client.command.TsRangeArgs;
import dev.carmine.client.command.TsRule;
import dev.carmine.client.command.TsSample;
import dev.carmine.client.command.TsSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Replies written down after the documentation of the module, since no server here has it. */
class TimeSeriesRepliesTest {
    private static final Instant T1 = Instant.ofEpochMilli(1000);
    private static final TsSample SAMPLE = new TsSample(T1, 1.5);
    private static final TsMrangeArgs ALL = TsMrangeArgs.of(TsRangeArgs.all());

    @Test
    void readsTimes() {
        same(TimeSeries.tsAdd("k", 1.5), ":1000|", ":1000|", T1);
        same(
                TimeSeries.tsMadd(TsEntry.now("k", 1), TsEntry.now("l", 1)),
                "*2|:1000|-TSDB: timestamp is older than retention|",
                "*2|:1000|-TSDB: timestamp is older than retention|",
                List.of(new TsAdded(T1, null), new TsAdded(null, "TSDB: timestamp is older than retention")));
        same(TimeSeries.tsQueryindex("room=study"), "*2|$1|k|$1|l|", "~2|$1|k|$1|l|", Set.of("k", "l"));
    }

    @Test
    void readsSamples() {
        same(TimeSeries.tsGet("k"), "*2|:1000|+1.5|", "*2|:1000|,1.5|", SAMPLE);
        same(TimeSeries.tsGet("k"), "*0|", "*0|", null);
        same(
                TimeSeries.tsRange("k", T1, T1),
                "*2|*2|:1000|+1.5|*2|:1000|+NaN|",
                "*2|*2|:1000|,1.5|*2|:1000|,nan|",
                List.of(SAMPLE, new TsSample(T1, Double.NaN)));
        assertThatThrownBy(() -> reply(TimeSeries.tsRange("k", T1, T1), "*1|*3|:1000|,1|,2|"))
                .isInstanceOf(CarmineProtocolException.class)
                .hasMessage("expected a time and a value but the reply has 3");
    }

    @Test
    void readsLatestSamplesOfSeries() {
        Map<String, @Nullable String> labels = new HashMap<>();
        labels.put("room", "study");
        labels.put("type", null);
        same(
                TimeSeries.tsMget("room=study"),
                "*2|*3|$1|k|*2|*2|$4|room|$5|study|*2|$4|type|$-1|*2|:1000|+1.5|*3|$1|l|*0|*0|",
                "%2|$1|k|*2|%2|$4|room|$5|study|$4|type|_|*2|:1000|,1.5|$1|l|*2|%0|*0|",
                List.of(new TsLatest("k", labels, SAMPLE), new TsLatest("l", Map.of(), null)));
    }

    @Test
    void readsSamplesOfSeries() {
        same(
                TimeSeries.tsMrange(ALL, "room=study"),
                "*1|*3|$1|k|*1|*2|$4|room|$5|study|*1|*2|:1000|+1.5|",
                "%1|$1|k|*3|%1|$4|room|$5|study|%1|$11|aggregators|*1|$3|avg|*1|*2|:1000|,1.5|",
                List.of(new TsSeries("k", Map.of("room", "study"), List.of(SAMPLE))));
    }

    @Test
    void readsSamplesOfGroups() {
        same(
                TimeSeries.tsMrange(ALL.withLabels().groupBy("type", TsAggregator.MAX), "room=study"),
                "*1|*3|$6|type=x|*3|*2|$4|type|$1|x|*2|$11|__reducer__|$3|max|*2|$10|__source__|$3|k,l|*1|*2|:1000|+1.5|",
                "%1|$6|type=x|*4|%1|$4|type|$1|x|%1|$8|reducers|*1|$3|max|%1|$7|sources|*2|$1|k|$1|l|*1|*2|:1000|,1.5|",
                List.of(new TsSeries("type=x", Map.of("type", "x"), List.of(SAMPLE))));
    }

    @Test
    void readsSizeAndSettings() {
        String sizes = "+totalSamples|:3|+memoryUsage|:4246|+firstTimestamp|:1000|+lastTimestamp|:2000|"
                + "+retentionTime|:60000|+chunkCount|:1|+chunkSize|:4096|+chunkType|+compressed|+duplicatePolicy|+last|";
        same(
                TimeSeries.tsInfo("k"),
                "*28|" + sizes + "+labels|*1|*2|$4|room|$5|study|+sourceKey|$-1|"
                        + "+rules|*1|*4|$1|d|:60000|+AVG|:1000|+ignoreMaxTimeDiff|:5|+ignoreMaxValDiff|$3|0.5|",
                "%14|" + sizes + "+labels|%1|$4|room|$5|study|+sourceKey|_|"
                        + "+rules|%1|$1|d|*3|:60000|+AVG|:1000|+ignoreMaxTimeDiff|:5|+ignoreMaxValDiff|,0.5|",
                new TsInfo(
                        3,
                        4246,
                        T1,
                        Instant.ofEpochMilli(2000),
                        Duration.ofMinutes(1),
                        1,
                        4096,
                        "compressed",
                        "last",
                        Map.of("room", "study"),
                        null,
                        List.of(new TsRule("d", Duration.ofMinutes(1), "AVG", T1)),
                        Duration.ofMillis(5),
                        0.5));
    }

    @Test
    void readsWhatOlderServersTell() {
        String sizes = "+totalSamples|:0|+memoryUsage|:4246|+firstTimestamp|:0|+lastTimestamp|:0|+retentionTime|:0|"
                + "+chunkCount|:1|+chunkSize|:4096|";
        TsInfo info = reply(TimeSeries.tsInfo("k"), "*18|" + sizes + "+labels|*0|+rules|*1|*3|$1|d|:60000|+AVG|");

        assertThat(info.chunkType()).isNull();
        assertThat(info.ignoreMaxTimeDiff()).isNull();
        assertThat(info.labels()).isEmpty();
        assertThat(info.rules()).containsExactly(new TsRule("d", Duration.ofMinutes(1), "AVG", null));
    }

    private static void same(Command<?> command, String resp2, String resp3, @Nullable Object expected) {
        assertThat((Object) reply(command, resp2)).isEqualTo(expected);
        assertThat((Object) reply(command, resp3)).isEqualTo(expected);
    }
}
