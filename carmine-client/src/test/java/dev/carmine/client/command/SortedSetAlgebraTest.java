package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortedSetAlgebraTest extends FactoryContract {
    private static final ZaggregateArgs TWO_KEYS =
            ZaggregateArgs.of("k1", "k2").weights(2, 1).aggregate(ScoreAggregate.MAX);

    SortedSetAlgebraTest() {
        super(SortedSetAlgebra.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(SortedSetAlgebra.zdiff("k1", "k2"), "ZDIFF 2 k1 k2", "k1 k2"),
            row(SortedSetAlgebra.zdiffWithScores("k1", "k2"), "ZDIFF 2 k1 k2 WITHSCORES", "k1 k2"),
            row(SortedSetAlgebra.zdiffstore("d", "k1", "k2"), "ZDIFFSTORE d 2 k1 k2", "d k1 k2"),
            row(SortedSetAlgebra.zinter("k1", "k2"), "ZINTER 2 k1 k2", "k1 k2"),
            row(SortedSetAlgebra.zinter(TWO_KEYS), "ZINTER 2 k1 k2 WEIGHTS 2 1 AGGREGATE MAX", "k1 k2"),
            row(SortedSetAlgebra.zinterWithScores("k1", "k2"), "ZINTER 2 k1 k2 WITHSCORES", "k1 k2"),
            row(SortedSetAlgebra.zinterWithScores(TWO_KEYS), "ZINTER 2 k1 k2 WEIGHTS 2 1 AGGREGATE MAX WITHSCORES", "k1 k2"),
            row(SortedSetAlgebra.zintercard("k1", "k2"), "ZINTERCARD 2 k1 k2", "k1 k2"),
            row(SortedSetAlgebra.zintercard(7, "k1", "k2"), "ZINTERCARD 2 k1 k2 LIMIT 7", "k1 k2"),
            row(SortedSetAlgebra.zinterstore("d", "k1", "k2"), "ZINTERSTORE d 2 k1 k2", "d k1 k2"),
            row(SortedSetAlgebra.zinterstore("d", TWO_KEYS), "ZINTERSTORE d 2 k1 k2 WEIGHTS 2 1 AGGREGATE MAX", "d k1 k2"),
            row(SortedSetAlgebra.zunion("k1", "k2"), "ZUNION 2 k1 k2", "k1 k2"),
            row(SortedSetAlgebra.zunion(TWO_KEYS), "ZUNION 2 k1 k2 WEIGHTS 2 1 AGGREGATE MAX", "k1 k2"),
            row(SortedSetAlgebra.zunionWithScores("k1", "k2"), "ZUNION 2 k1 k2 WITHSCORES", "k1 k2"),
            row(SortedSetAlgebra.zunionWithScores(TWO_KEYS), "ZUNION 2 k1 k2 WEIGHTS 2 1 AGGREGATE MAX WITHSCORES", "k1 k2"),
            row(SortedSetAlgebra.zunionstore("d", "k1", "k2"), "ZUNIONSTORE d 2 k1 k2", "d k1 k2"),
            row(SortedSetAlgebra.zunionstore("d", TWO_KEYS), "ZUNIONSTORE d 2 k1 k2 WEIGHTS 2 1 AGGREGATE MAX", "d k1 k2"));
    }
    // spotless:on

    @Test
    void eachKeyHasItsWeightOrNoneHas() {
        assertThat(ZaggregateArgs.of("a").words()).isEmpty();
        assertThat(ZaggregateArgs.of("a").aggregate(ScoreAggregate.MIN).words()).isEqualTo(List.of("AGGREGATE", "MIN"));
        assertThatThrownBy(() -> ZaggregateArgs.of("a", "b").weights(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Each of the 2 keys needs one weight, but there are 1");
        assertThatThrownBy(ZaggregateArgs::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At least one key is needed");
    }
}
