package dev.carmine.client.internal.reply;

import static dev.carmine.client.Frames.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.command.BloomFilterInfo;
import dev.carmine.client.command.BloomFilters;
import dev.carmine.client.command.CountMinSketchInfo;
import dev.carmine.client.command.CountMinSketches;
import dev.carmine.client.command.CuckooFilterInfo;
import dev.carmine.client.command.CuckooFilters;
import dev.carmine.client.command.CuckooInsertion;
import dev.carmine.client.command.FilterChunk;
import dev.carmine.client.command.TDigestInfo;
import dev.carmine.client.command.TDigests;
import dev.carmine.client.command.TopKInfo;
import dev.carmine.client.command.TopKs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Replies written down after the documentation of the module, since no server here has it. */
class ProbabilisticRepliesTest {

    @Test
    void readsWhatFiltersTellOfItems() {
        same(BloomFilters.bfAdd("k", "i"), ":1|", "#t|", true);
        same(BloomFilters.bfExists("k", "i"), ":0|", "#f|", false);
        same(BloomFilters.bfMadd("k", "i", "j"), "*2|:1|:0|", "*2|#t|#f|", List.of(true, false));
        same(BloomFilters.bfMexists("k", "i", "j"), "*2|:1|:0|", "*2|#t|#f|", List.of(true, false));
        same(BloomFilters.bfCard("k"), ":7|", ":7|", 7L);
        same(CuckooFilters.cfAddnx("k", "i"), ":0|", "#f|", false);
        same(CuckooFilters.cfCount("k", "i"), ":2|", ":2|", 2L);
        same(CuckooFilters.cfInsert("k", "i", "j"), "*2|:1|:-1|", "*2|#t|#f|", List.of(true, false));
        same(
                CuckooFilters.cfInsertnx("k", "i", "j", "l"),
                "*3|:1|:0|:-1|",
                "*3|:1|:0|:-1|",
                List.of(CuckooInsertion.ADDED, CuckooInsertion.PRESENT, CuckooInsertion.FULL));
    }

    @Test
    void failsWithTheErrorOfTheItemThatFoundTheFilterFull() {
        assertThatThrownBy(() -> reply(BloomFilters.bfMadd("k", "i", "j"), "*2|:1|-ERR non scaling filter is full|"))
                .isInstanceOf(CarmineServerException.class)
                .hasMessage("ERR non scaling filter is full");
    }

    @Test
    void readsChunksUntilTheEnd() {
        FilterChunk chunk = reply(BloomFilters.bfScandump("k", FilterChunk.START), "*2|:1|$2|ab|");
        assertThat(chunk.iterator()).isEqualTo(1);
        assertThat(chunk.data()).containsExactly('a', 'b');
        assertThat(chunk.isEnd()).isFalse();
        assertThat(chunk).hasToString("FilterChunk[iterator=1, 2 bytes]");
        for (String end : List.of("*2|:0|$0||", "*2|:0|$-1|", "*2|:0|_|")) {
            FilterChunk last = reply(CuckooFilters.cfScandump("k", 1), end);
            assertThat(last.isEnd()).isTrue();
            assertThat(last.data()).isEmpty();
        }
    }

    @Test
    void readsSizeAndShapeOfFilters() {
        String bloom = "+Capacity|:100|+Size|:240|+Number of filters|:1|+Number of items inserted|:3|+Expansion rate|";
        same(
                BloomFilters.bfInfo("k"),
                "*10|" + bloom + ":2|",
                "%5|" + bloom + ":2|",
                new BloomFilterInfo(100, 240, 1, 3, 2L));
        same(
                BloomFilters.bfInfo("k"),
                "*10|" + bloom + "$-1|",
                "%5|" + bloom + "_|",
                new BloomFilterInfo(100, 240, 1, 3, null));
        String cuckoo = "+Size|:1080|+Number of buckets|:512|+Number of filters|:1|+Number of items inserted|:5|"
                + "+Number of items deleted|:2|+Bucket size|:2|+Expansion rate|:1|+Max iterations|:20|";
        same(
                CuckooFilters.cfInfo("k"),
                "*16|" + cuckoo,
                "%8|" + cuckoo,
                new CuckooFilterInfo(1080, 512, 1, 5, 2, 2, 1, 20));
    }

    @Test
    void readsCounts() {
        same(CountMinSketches.cmsQuery("k", "i", "j"), "*2|:5|:0|", "*2|:5|:0|", List.of(5L, 0L));
        String info = "+width|:2000|+depth|:7|+count|:12|";
        same(CountMinSketches.cmsInfo("k"), "*6|" + info, "%3|" + info, new CountMinSketchInfo(2000, 7, 12));
    }

    @Test
    void tellsOfEachItemWhatBecameOfIt() {
        Map<String, Integer> increments = new LinkedHashMap<>();
        List.of("z", "y", "x").forEach(item -> increments.put(item, 1));
        Map<String, Long> counts = reply(CountMinSketches.cmsIncrby("k", increments), "*3|:7|:8|:9|");
        assertThat(counts).containsExactly(Map.entry("z", 7L), Map.entry("y", 8L), Map.entry("x", 9L));
        Map<String, @Nullable String> drivenOut = new LinkedHashMap<>();
        drivenOut.put("z", null);
        drivenOut.put("y", "a");
        drivenOut.put("x", null);
        same(TopKs.topkIncrby("k", increments), "*3|$-1|$1|a|$-1|", "*3|_|$1|a|_|", drivenOut);
        assertThatThrownBy(() -> reply(CountMinSketches.cmsIncrby("k", increments), "*2|:7|:8|"))
                .isInstanceOf(CarmineProtocolException.class);
    }

    @Test
    void readsTopItems() {
        same(TopKs.topkAdd("k", "i", "j"), "*2|$-1|$1|x|", "*2|_|$1|x|", Arrays.asList(null, "x"));
        same(TopKs.topkQuery("k", "i", "j"), "*2|:1|:0|", "*2|#t|#f|", List.of(true, false));
        same(TopKs.topkList("k"), "*2|$1|i|$1|j|", "*2|$1|i|$1|j|", List.of("i", "j"));
        same(TopKs.topkList("k"), "*2|+i|$-1|", "*2|+i|_|", List.of("i"));
        String counted = "*4|$1|i|:12|$1|j|:7|";
        same(TopKs.topkListWithCount("k"), counted, counted, List.of(Map.entry("i", 12L), Map.entry("j", 7L)));
        same(
                TopKs.topkListWithCount("k"),
                "*6|$1|i|:12|$-1|:0|$-1|$-1|",
                "*6|$1|i|:12|_|:0|_|_|",
                List.of(Map.entry("i", 12L)));
        String info = "+k|:50|+width|:2000|+depth|:7|+decay|";
        same(
                TopKs.topkInfo("k"),
                "*8|" + info + "$18|0.9250000000000000|",
                "%4|" + info + ",0.925|",
                new TopKInfo(50, 2000, 7, 0.925));
    }

    @Test
    void readsQuantilesAndRanks() {
        same(TDigests.tdigestMin("k"), "$1|3|", ",3|", 3.0);
        same(TDigests.tdigestMax("k"), "$3|nan|", ",nan|", Double.NaN);
        same(TDigests.tdigestTrimmedMean("k", 0.1, 0.6), "$3|9.5|", ",9.5|", 9.5);
        same(
                TDigests.tdigestByrank("k", 0, 9),
                "*2|$1|1|$3|inf|",
                "*2|,1|,inf|",
                List.of(1.0, Double.POSITIVE_INFINITY));
        same(TDigests.tdigestQuantile("k", 0.5), "*1|$3|2.5|", "*1|,2.5|", List.of(2.5));
        same(TDigests.tdigestRank("k", 1, 2), "*2|:-1|:4|", "*2|:-1|:4|", List.of(-1L, 4L));
    }

    @Test
    void readsSizeAndStateOfDigests() {
        String info = "+Compression|:100|+Capacity|:610|+Merged nodes|:3|+Unmerged nodes|:2|+Merged weight|:120|"
                + "+Unmerged weight|:2|+Observations|:122|+Total compressions|:1|+Memory usage|:9768|";
        same(
                TDigests.tdigestInfo("k"),
                "*18|" + info,
                "%9|" + info,
                new TDigestInfo(100, 610, 3, 2, 120, 2, 122L, 1, 9768L));
    }

    private static void same(Command<?> command, String resp2, String resp3, @Nullable Object expected) {
        assertThat((Object) reply(command, resp2)).isEqualTo(expected);
        assertThat((Object) reply(command, resp3)).isEqualTo(expected);
    }
}
