package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Frames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TimeSeriesArgumentsTest {
    private static final Instant T1 = Instant.ofEpochSecond(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void labelsComeLast() {
        assertThat(TsArgs.defaults()
                        .labels(Map.of("room", "study"))
                        .encoding(TsEncoding.UNCOMPRESSED)
                        .chunkSize(128)
                        .duplicatePolicy(TsDuplicatePolicy.LAST)
                        .ignore(Duration.ofMillis(5), 0.5)
                        .words())
                .isEqualTo(List.of(
                        "ENCODING",
                        "UNCOMPRESSED",
                        "CHUNK_SIZE",
                        128L,
                        "DUPLICATE_POLICY",
                        "LAST",
                        "IGNORE",
                        5L,
                        0.5,
                        "LABELS",
                        "room",
                        "study"));
        assertThat(TsArgs.defaults().labels(Map.of()).words()).isEqualTo(List.of("LABELS"));
    }

    @Test
    void settingsThatNoServerTakesAreRefused() {
        refuses(
                () -> TimeSeries.tsAlter("k", TsArgs.defaults().encoding(TsEncoding.COMPRESSED)),
                "TS.ALTER cannot change the encoding: leave it out");
        refuses(() -> TsArgs.defaults().chunkSize(100), "The chunk size must be a multiple of 8, but is 100");
        refuses(() -> TsArgs.defaults().chunkSize(0), "The chunk size must be positive, but is 0");
        refuses(
                () -> TsArgs.defaults().retention(Duration.ofMillis(-1)),
                "The retention must not be negative, but is PT-0.001S");
        refuses(
                () -> TsArgs.defaults().ignore(MINUTE, -1),
                "The difference of values must not be negative, but is -1.0");
    }

    @Test
    void rangesStandInTheOrderOfTheDocumentation() {
        TsAggregation aggregation = TsAggregation.of(TsAggregator.AVG, MINUTE)
                .bucketTimestamp(TsBucketTime.MID)
                .empty()
                .alignStart();
        TsRangeArgs range = TsRangeArgs.between(T1, T1.plusSeconds(1))
                .aggregate(aggregation)
                .count(3)
                .latest()
                .filterByTimestamps(T1)
                .filterByValue(0, 1);
        assertThat(TsMrangeArgs.of(range).selectedLabels("room", "type").words())
                .isEqualTo(List.of(
                        1000L,
                        2000L,
                        "LATEST",
                        "FILTER_BY_TS",
                        1000L,
                        "FILTER_BY_VALUE",
                        0.0,
                        1.0,
                        "SELECTED_LABELS",
                        "room",
                        "type",
                        "COUNT",
                        3L,
                        "ALIGN",
                        "-",
                        "AGGREGATION",
                        "avg",
                        60_000L,
                        "BUCKETTIMESTAMP",
                        "~",
                        "EMPTY"));
    }

    @Test
    void labelsAndAlignmentAreSaidOnce() {
        TsMrangeArgs all =
                TsMrangeArgs.of(TsRangeArgs.all()).selectedLabels("room").withLabels();
        assertThat(all.words()).isEqualTo(List.of("-", "+", "WITHLABELS"));
        assertThat(TsMgetArgs.withoutLabels().words()).isEmpty();
        assertThat(TsMgetArgs.selectedLabels("room").words()).isEqualTo(List.of("SELECTED_LABELS", "room"));
        TsAggregation aligned =
                TsAggregation.of(TsAggregator.MAX, MINUTE).alignEnd().align(T1);
        assertThat(TsRangeArgs.all().aggregate(aligned).words())
                .isEqualTo(List.of("-", "+", "ALIGN", 1000L, "AGGREGATION", "max", 60_000L));
    }

    @Test
    void samplesMayBeNaN() {
        assertThat(Frames.words(TimeSeries.tsAdd("k", T1, Double.NaN))).containsExactly("TS.ADD", "k", "1000", "NaN");
        assertThat(Frames.words(TimeSeries.tsMadd(TsEntry.now("k", Double.NaN))))
                .containsExactly("TS.MADD", "k", "*", "NaN");
        assertThatThrownBy(() -> TimeSeries.tsIncrby("k", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bucketsAreAlignedToEndsThatThereAre() {
        TsAggregation start = TsAggregation.of(TsAggregator.MAX, MINUTE).alignStart();
        TsAggregation end = TsAggregation.of(TsAggregator.MAX, MINUTE).alignEnd();

        assertThat(TsRangeArgs.since(T1).aggregate(start).words()).contains("ALIGN", "-");
        assertThat(TsRangeArgs.until(T1).aggregate(end).words()).contains("ALIGN", "+");
        for (TsRangeArgs open : List.of(TsRangeArgs.all(), TsRangeArgs.until(T1))) {
            refuses(() -> open.aggregate(start), "alignStart() needs a range with a beginning: use since or between");
        }
        for (TsRangeArgs open : List.of(TsRangeArgs.all(), TsRangeArgs.since(T1))) {
            refuses(() -> open.aggregate(end), "alignEnd() needs a range with an end: use until or between");
        }
    }

    @Test
    void rangesThatNoServerTakesAreRefused() {
        refuses(() -> TsRangeArgs.all().count(0), "The count must be positive, but is 0");
        refuses(() -> TsRangeArgs.all().filterByTimestamps(), "There must be at least one time");
        refuses(() -> TsMgetArgs.selectedLabels(), "There must be at least one label");
        refuses(
                () -> TsAggregation.of(TsAggregator.AVG, Duration.ZERO),
                "The duration of a bucket must be positive, but is PT0S");
        refuses(
                () -> TsMrangeArgs.of(TsRangeArgs.all()).groupBy("type", TsAggregator.TWA),
                "TWA cannot reduce a group: use another one, such as AVG");
        refuses(() -> TimeSeries.tsMadd(), "TS.MADD needs at least one element");
        refuses(() -> TimeSeries.tsQueryindex(), "TS.QUERYINDEX needs at least one argument");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
