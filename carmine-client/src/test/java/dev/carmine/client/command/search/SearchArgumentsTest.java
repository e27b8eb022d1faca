package dev.carmine.client.command.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
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
                        "v", "VECTOR", "HNSW", 8, "TYPE", "FLOAT32", "DIM", 3, "DISTANCE_METRIC", "COSINE", "M", 16));
        assertThatThrownBy(() -> VectorField.flat("v", "FLOAT32", 0, VectorMetric.L2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The dimensions must be positive, but are 0");
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
                        List.of("SORTBY", "f", "ASC", "RETURN", 1, "f", "DIALECT", 2, "PARAMS", 4, "a", 1, "b", "x"));
        assertThat(SearchArgs.all().timeout(Duration.ofNanos(1_500_000)).words())
                .isEqualTo(List.of("TIMEOUT", 2L));
        assertThatThrownBy(() -> SearchArgs.all().timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
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
}
