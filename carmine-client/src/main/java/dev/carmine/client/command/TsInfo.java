package dev.carmine.client.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Size and settings of a time series.
 *
 * @param totalSamples how many samples it has
 * @param memoryUsage the bytes it takes
 * @param firstTimestamp the time of the first sample; 1970 if there is none
 * @param lastTimestamp the time of the last sample; 1970 if there is none
 * @param retention how much older than the last one samples may be; zero if all are kept
 * @param chunkCount how many chunks it has
 * @param chunkSize how many bytes new chunks have
 * @param chunkType {@code compressed} or {@code uncompressed}; null if the server does not tell
 * @param duplicatePolicy what becomes of samples of the same time, in the server's word; null for its default
 * @param labels its labels
 * @param sourceKey the series it is a compaction of; null if it is none
 * @param rules how it is compacted
 * @param ignoreMaxTimeDiff samples so close to the last one are ignored; null before TimeSeries 1.12
 * @param ignoreMaxValDiff if their values are so close too; null before TimeSeries 1.12
 * @see <a href="https://redis.io/docs/latest/commands/ts.info/">TS.INFO</a>
 */
public record TsInfo(
        long totalSamples,
        long memoryUsage,
        Instant firstTimestamp,
        Instant lastTimestamp,
        Duration retention,
        long chunkCount,
        long chunkSize,
        @Nullable String chunkType,
        @Nullable String duplicatePolicy,
        Map<String, @Nullable String> labels,
        @Nullable String sourceKey,
        List<TsRule> rules,
        @Nullable Duration ignoreMaxTimeDiff,
        @Nullable Double ignoreMaxValDiff) {}
