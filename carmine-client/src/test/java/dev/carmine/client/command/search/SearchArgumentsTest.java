package dev.carmine.client.command.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SearchArgumentsTest {

    @Test
    void fieldsPutTheirOwnWordsBeforeThoseOfAllTypes() {
        assertThat(TextField.of("$.t").sortable().as("t").weight(2).noStem().words())
                .isEqualTo(List.of("$.t", "AS", "t", "TEXT", "WEIGHT", 2.0, "NOSTEM", "SORTABLE"));
        assertThat(TagField.of("g").noIndex().separator(';').caseSensitive().words())
                .isEqualTo(List.of("g", "TAG", "SEPARATOR", ";", "CASESENSITIVE", "NOINDEX"));
        assertThat(GeoField.of("p").words()).isEqualTo(List.of("p", "GEO"));
        assertThat(GeoshapeField.flat("s").as("x").words()).isEqualTo(List.of("s", "AS", "x", "GEOSHAPE", "FLAT"));
    }

    @Test
    void vectorsCountTheirAttributes() {
        assertThat(VectorField.hnsw("v", "FLOAT32", 3, VectorMetric.COSINE)
                        .attribute("M", 16)
                        .words())
                .isEqualTo(List.of(
                        "v", "VECTOR", "HNSW", 8, "TYPE", "FLOAT32", "DIM", 3L, "DISTANCE_METRIC", "COSINE", "M", 16));
        assertThatThrownBy(() -> VectorField.flat("v", "FLOAT32", 0, VectorMetric.L2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of dimensions must be positive, but is 0");
    }

    @Test
    void indexesWhatTheArgumentsChoose() {
        assertThat(IndexArgs.onHash()
                        .prefixes("a:", "b:")
                        .stopwords()
                        .skipInitialScan()
                        .words())
                .isEqualTo(List.of("ON", "HASH", "PREFIX", 2, "a:", "b:", "STOPWORDS", 0, "SKIPINITIALSCAN"));
        assertThatThrownBy(() -> IndexArgs.onJson().prefixes()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void searchesGatherTheirParameters() {
        assertThat(SearchArgs.all()
                        .param("a", 1)
                        .sortBy("f", SortOrder.ASC)
                        .param("b", "x")
                        .returning("f")
                        .dialect(2)
                        .words())
                .isEqualTo(
                        List.of("RETURN", 1, "f", "DIALECT", 2, "SORTBY", "f", "ASC", "PARAMS", 4, "a", 1, "b", "x"));
        assertThatThrownBy(() ->
                        SearchArgs.all().sortBy("f", SortOrder.ASC).limit(0, 1).sortBy("g", SortOrder.ASC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FT.SEARCH sorts by one field alone, but is given g too: use FT.AGGREGATE for several");
        assertThat(SearchArgs.all().timeout(Duration.ofNanos(1_500_000)).words())
                .isEqualTo(List.of("TIMEOUT", 2L));
        assertThatThrownBy(() -> SearchArgs.all().timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SearchArgs.all().limit(-1, 5))
                .hasMessage("Offset and count must not be negative, but are -1 and 5");
        assertThatThrownBy(() -> SuggestArgs.exact().max(0)).hasMessage("The count must be positive, but is 0");
        assertThatThrownBy(() -> SearchArgs.all().inKeys()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aggregationsKeepTheOrderOfTheirSteps() {
        assertThat(AggregateArgs.all()
                        .filter("@a>1")
                        .apply("@a*2", "b")
                        .param("p", 1)
                        .groupBy(List.of("@b", "@c"), Reducer.sum("@a").as("s"), Reducer.of("QUANTILE", "@a", 0.5))
                        .words())
                .isEqualTo(List.of(
                        "FILTER",
                        "@a>1",
                        "APPLY",
                        "@a*2",
                        "AS",
                        "b",
                        "GROUPBY",
                        2,
                        "@b",
                        "@c",
                        "REDUCE",
                        "SUM",
                        1,
                        "@a",
                        "AS",
                        "s",
                        "REDUCE",
                        "QUANTILE",
                        2,
                        "@a",
                        0.5,
                        "PARAMS",
                        2,
                        "p",
                        1));
        assertThatThrownBy(() -> AggregateArgs.all().load()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AggregateArgs.all().groupBy(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fieldsTellWhatElseIsIndexed() {
        assertThat(joined(TagField.of("g")
                        .indexEmpty()
                        .sortableAsStored()
                        .indexMissing()
                        .words()))
                .isEqualTo("g TAG INDEXEMPTY INDEXMISSING SORTABLE UNF");
        assertThat(joined(TextField.of("t").indexEmpty().words())).isEqualTo("t TEXT INDEXEMPTY");
        assertThat(joined(GeoshapeField.spherical("s").indexMissing().as("x").words()))
                .isEqualTo("s AS x GEOSHAPE SPHERICAL INDEXMISSING");
        assertThat(joined(VectorField.svsVamana("v", "FLOAT32", 3, VectorMetric.L2)
                        .indexMissing()
                        .attribute("COMPRESSION", "LVQ8")
                        .words()))
                .isEqualTo("v VECTOR SVS-VAMANA 8 TYPE FLOAT32 DIM 3 DISTANCE_METRIC L2 COMPRESSION LVQ8 INDEXMISSING");
    }

    @Test
    void indexesLeaveOutWhatIsNotWanted() {
        assertThat(joined(IndexArgs.onHash()
                        .indexAll()
                        .maxTextFields()
                        .temporary(Duration.ofSeconds(60))
                        .noOffsets()
                        .noHighlights()
                        .noFields()
                        .noFrequencies()
                        .words()))
                .isEqualTo("ON HASH INDEXALL ENABLE MAXTEXTFIELDS TEMPORARY 60 NOOFFSETS NOHL NOFIELDS NOFREQS");
        for (Duration time : List.of(Duration.ZERO, Duration.ofMillis(1500))) {
            assertThatThrownBy(() -> IndexArgs.onHash().temporary(time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("TEMPORARY counts whole seconds, at least one");
        }
    }

    @Test
    void searchesShowPartsOfFields() {
        assertThat(joined(SearchArgs.all()
                        .noStopwords()
                        .filter("n", 1, Double.POSITIVE_INFINITY)
                        .expander("SYNONYM")
                        .returningAs(Map.of("$.a", "b"))
                        .words()))
                .isEqualTo("NOSTOPWORDS FILTER n 1.0 Infinity EXPANDER SYNONYM RETURN 3 $.a AS b");
        assertThat(joined(SearchArgs.all().summarize().highlight("f").words()))
                .isEqualTo("SUMMARIZE HIGHLIGHT FIELDS 1 f");
        assertThat(joined(SearchArgs.all()
                        .summarize(2, 10, "...", "f", "g")
                        .highlightWith("[", "]", List.of())
                        .words()))
                .isEqualTo("SUMMARIZE FIELDS 2 f g FRAGS 2 LEN 10 SEPARATOR ... HIGHLIGHT TAGS [ ]");
        assertThatThrownBy(() -> SearchArgs.all().returningAs(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aggregationsHaveTheirOptionsBeforeTheSteps() {
        assertThat(joined(AggregateArgs.all()
                        .loadAs("$.a", "a")
                        .dialect(2)
                        .sortBy("@a", SortOrder.ASC, 10)
                        .verbatim()
                        .scorer("BM25STD")
                        .addScores()
                        .timeout(Duration.ofSeconds(1))
                        .words()))
                .isEqualTo("DIALECT 2 VERBATIM SCORER BM25STD ADDSCORES TIMEOUT 1000 LOAD 3 $.a AS a"
                        + " SORTBY 2 @a ASC MAX 10");
        assertThat(joined(AggregateArgs.all()
                        .groupAll(
                                Reducer.randomSample("@a", 3),
                                Reducer.firstValue("@a", "@b", SortOrder.DESC),
                                Reducer.quantile("@a", 0.5),
                                Reducer.stddev("@a"))
                        .sortBy(SortKey.desc("@c"), SortKey.asc("@b"), SortKey.asc("@a"))
                        .words()))
                .isEqualTo("GROUPBY 0 REDUCE RANDOM_SAMPLE 2 @a 3 REDUCE FIRST_VALUE 4 @a BY @b DESC"
                        + " REDUCE QUANTILE 2 @a 0.5 REDUCE STDDEV 1 @a SORTBY 6 @c DESC @b ASC @a ASC");
        assertThatThrownBy(() -> AggregateArgs.all().sortBy()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void vectorsAreSentAsBytes() {
        float[] vector = {2, -0.5f};
        byte[] bytes = {0, 0, 0, 0x40, 0, 0, 0, (byte) 0xBF};
        assertThat(SearchArgs.all().param("v", vector).words()).last().isEqualTo(bytes);
        assertThat(AggregateArgs.all().param("v", vector).words()).last().isEqualTo(bytes);
        assertThat(AggregateArgs.all().param("v", bytes).words()).last().isEqualTo(bytes);
        assertThat(HybridVector.nearest("@v", vector, 5).parameter().toList())
                .last()
                .isEqualTo(bytes);
        assertThat(HybridVector.within("@v", vector, 0.5).parameter().toList())
                .last()
                .isEqualTo(bytes);
        for (Object other : List.of(new double[] {1}, new Float[] {1f})) {
            assertThatThrownBy(() -> AggregateArgs.all().param("v", other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("is no parameter: give a vector as float[], or as bytes of the field's type");
        }
    }

    @Test
    void hybridQueriesCombineTextAndVector() {
        HybridVector vector = HybridVector.nearest("@v", "abcd".getBytes(StandardCharsets.US_ASCII), 5)
                .scoreAs("vs")
                .filter("@y:[1 2]")
                .attribute("EF_RUNTIME", 50);
        HybridArgs args = HybridArgs.ranks(30)
                .window(40)
                .scoreAs("s")
                .textScorer("BM25STD")
                .textScoreAs("ts")
                .steps(AggregateArgs.all().load("@t").param("p", 1).limit(0, 5))
                .timeout(Duration.ofSeconds(1));

        assertThat(joined(args.words(vector)))
                .isEqualTo("SCORER BM25STD YIELD_SCORE_AS ts"
                        + " VSIM @v $vector KNN 4 K 5 EF_RUNTIME 50 FILTER @y:[1 2] YIELD_SCORE_AS vs"
                        + " COMBINE RRF 6 CONSTANT 30.0 WINDOW 40 YIELD_SCORE_AS s"
                        + " LOAD 1 @t LIMIT 0 5 PARAMS 4 vector abcd p 1 TIMEOUT 1000");
    }

    @Test
    void hybridQueriesRefuseWhatTheirStepsCannotHave() {
        assertThatThrownBy(() -> HybridArgs.ranks().steps(AggregateArgs.all().dialect(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FT.HYBRID takes no options with its steps, but there are [DIALECT, 2]");
        assertThatThrownBy(() -> HybridArgs.ranks().steps(AggregateArgs.all().param("vector", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The parameter vector of FT.HYBRID is the vector itself: choose another name");
        assertThatThrownBy(() -> HybridArgs.ranks().window(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HybridVector.nearest("@v", new byte[4], 0))
                .hasMessage("The count must be positive, but is 0");
        assertThatThrownBy(() -> HybridVector.within("@v", new byte[4], Double.NaN))
                .hasMessage("The radius must be positive, but is NaN");
    }

    @Test
    void similarWordsAreUpToFourEditsAway() {
        assertThat(joined(SpellcheckArgs.distance(4)
                        .include("a")
                        .exclude("b")
                        .dialect(2)
                        .words()))
                .isEqualTo("DISTANCE 4 TERMS INCLUDE a TERMS EXCLUDE b DIALECT 2");
        for (int edits : new int[] {0, 5}) {
            assertThatThrownBy(() -> SpellcheckArgs.distance(edits))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The distance must be from 1 to 4, but is " + edits);
        }
    }

    private static String joined(List<Object> words) {
        return words.stream()
                .map(word -> word instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.US_ASCII)
                        : String.valueOf(word))
                .collect(Collectors.joining(" "));
    }
}
