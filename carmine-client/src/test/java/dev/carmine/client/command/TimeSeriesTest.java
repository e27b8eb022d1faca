package dev.carmine.client.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

class TimeSeriesTest extends FactoryContract {
    private static final Instant T1 = Instant.ofEpochSecond(1);
    private static final Instant T2 = Instant.ofEpochSecond(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TsArgs ARGS = TsArgs.defaults().retention(MINUTE).labels(Map.of("room", "study"));

    TimeSeriesTest() {
        super(TimeSeries.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(TimeSeries.tsAdd("k", 1.5), "TS.ADD k * 1.5", "k"),
            row(TimeSeries.tsAdd("k", 1.5, ARGS), "TS.ADD k * 1.5 RETENTION 60000 LABELS room study", "k"),
            row(TimeSeries.tsAdd("k", T1, 1.5), "TS.ADD k 1000 1.5", "k"),
            row(TimeSeries.tsAdd("k", T1, 1.5, ARGS), "TS.ADD k 1000 1.5 RETENTION 60000 LABELS room study", "k"),
            row(TimeSeries.tsAdd("k", T1, 1.5, TsDuplicatePolicy.SUM), "TS.ADD k 1000 1.5 ON_DUPLICATE SUM", "k"),
            row(TimeSeries.tsAlter("k", ARGS), "TS.ALTER k RETENTION 60000 LABELS room study", "k"),
            row(TimeSeries.tsCreate("k"), "TS.CREATE k", "k"),
            row(TimeSeries.tsCreate("k", ARGS), "TS.CREATE k RETENTION 60000 LABELS room study", "k"),
            row(TimeSeries.tsCreaterule("k", "d", TsAggregator.STD_P, MINUTE), "TS.CREATERULE k d AGGREGATION std.p 60000", "k d"),
            row(TimeSeries.tsCreaterule("k", "d", TsAggregator.TWA, MINUTE, T1), "TS.CREATERULE k d AGGREGATION twa 60000 1000", "k d"),
            row(TimeSeries.tsDecrby("k", 2), "TS.DECRBY k 2", "k"),
            row(TimeSeries.tsDecrby("k", 2, ARGS), "TS.DECRBY k 2 RETENTION 60000 LABELS room study", "k"),
            row(TimeSeries.tsDecrby("k", 2, T1), "TS.DECRBY k 2 TIMESTAMP 1000", "k"),
            row(TimeSeries.tsDecrby("k", 2, T1, ARGS), "TS.DECRBY k 2 TIMESTAMP 1000 RETENTION 60000 LABELS room study", "k"),
            row(TimeSeries.tsIncrby("k", 2), "TS.INCRBY k 2", "k"),
            row(TimeSeries.tsIncrby("k", 2, ARGS), "TS.INCRBY k 2 RETENTION 60000 LABELS room study", "k"),
            row(TimeSeries.tsIncrby("k", 2, T1), "TS.INCRBY k 2 TIMESTAMP 1000", "k"),
            row(TimeSeries.tsIncrby("k", 2, T1, ARGS), "TS.INCRBY k 2 TIMESTAMP 1000 RETENTION 60000 LABELS room study", "k"),
            row(TimeSeries.tsDel("k", T1, T2), "TS.DEL k 1000 2000", "k"),
            row(TimeSeries.tsDeleterule("k", "d"), "TS.DELETERULE k d", "k d"),
            row(TimeSeries.tsGet("k"), "TS.GET k", "k"),
            row(TimeSeries.tsGetLatest("k"), "TS.GET k LATEST", "k"),
            row(TimeSeries.tsInfo("k"), "TS.INFO k", "k"),
            row(TimeSeries.tsMadd(new TsEntry("k1", T1, 1.5), TsEntry.now("k2", 2)), "TS.MADD k1 1000 1.5 k2 * 2", "k1 k2"),
            row(TimeSeries.tsMget("room=study", "type!=x"), "TS.MGET FILTER room=study type!=x"),
            row(TimeSeries.tsMget(TsMgetArgs.withLabels().latest(), "room=study"), "TS.MGET LATEST WITHLABELS FILTER room=study"),
            row(TimeSeries.tsMrange(TsMrangeArgs.of(TsRangeArgs.all()), "room=study"), "TS.MRANGE - + FILTER room=study"),
            row(TimeSeries.tsMrevrange(TsMrangeArgs.of(TsRangeArgs.all()).groupBy("type", TsAggregator.MAX), "room=study"), "TS.MREVRANGE - + FILTER room=study GROUPBY type REDUCE max"),
            row(TimeSeries.tsQueryindex("room=study", "type="), "TS.QUERYINDEX room=study type="),
            row(TimeSeries.tsRange("k", T1, T2), "TS.RANGE k 1000 2000", "k"),
            row(TimeSeries.tsRange("k", TsRangeArgs.since(T1).count(5)), "TS.RANGE k 1000 + COUNT 5", "k"),
            row(TimeSeries.tsRevrange("k", T1, T2), "TS.REVRANGE k 1000 2000", "k"),
            row(TimeSeries.tsRevrange("k", TsRangeArgs.until(T2)), "TS.REVRANGE k - 2000", "k"));
    }
    // spotless:on
}
