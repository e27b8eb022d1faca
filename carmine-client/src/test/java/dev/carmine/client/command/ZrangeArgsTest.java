package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ZrangeArgsTest {

    @Test
    void scoresAreIncludedOrNotAndMayBeInfinite() {
        assertThat(ScoreRange.all().words()).isEqualTo(List.of("-inf", "+inf"));
        assertThat(ScoreRange.all().from(1).below(5).words()).isEqualTo(List.of(1.0, "(5.0"));
        assertThat(ScoreRange.all().above(Double.NEGATIVE_INFINITY).to(-0.5).words())
                .isEqualTo(List.of("(-inf", -0.5));
        assertThat(ScoreRange.all().below(Double.POSITIVE_INFINITY).words()).isEqualTo(List.of("-inf", "(+inf"));
        assertThat(ScoreRange.between(1, 2).words()).isEqualTo(List.of(1.0, 2.0));
        assertThatThrownBy(() -> ScoreRange.all().above(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A bound of a range of scores must be a number, but is NaN");
    }

    @Test
    void textsAreIncludedOrNot() {
        assertThat(LexRange.all().words()).isEqualTo(List.of("-", "+"));
        assertThat(LexRange.all().from("a").below("b").words()).isEqualTo(List.of("[a", "(b"));
        assertThat(LexRange.all().above("a").to("b").words()).isEqualTo(List.of("(a", "[b"));
    }

    @Test
    void boundsChangePlacesWithTheOrderUnlessTheyArePositions() {
        assertThat(ZrangeArgs.byRank(1, 2).reversed().words()).isEqualTo(List.of(1L, 2L, "REV"));
        assertThat(ZrangeArgs.byScore(ScoreRange.between(1, 2))
                        .limit(3, 4)
                        .reversed()
                        .words())
                .isEqualTo(List.of(2.0, 1.0, "BYSCORE", "REV", "LIMIT", 3L, 4L));
        assertThat(ZrangeArgs.byLex(LexRange.all().from("a")).reversed().words())
                .isEqualTo(List.of("+", "[a", "BYLEX", "REV"));
    }

    @Test
    void whatNoServerTakesIsRefused() {
        assertThatThrownBy(() -> ZrangeArgs.all().limit(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A range of positions has no limit: choose other positions");
        assertThatThrownBy(() -> ZrangeArgs.byScore(ScoreRange.all()).limit(-1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The offset must not be negative, but is -1");
        assertThatThrownBy(() -> SortedSets.zrangeWithScores("k", ZrangeArgs.byLex(LexRange.all())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ZRANGE gives no scores by text: use zrange, or choose by score");
    }
}
