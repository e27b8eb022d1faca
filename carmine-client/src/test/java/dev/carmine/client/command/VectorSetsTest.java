package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Command;
import dev.carmine.client.Frames;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The numbers 2.0 and 0.0 are the bytes {@code 00 00 00 40} and {@code 00 00 00 00}: text, for a test. */
class VectorSetsTest extends FactoryContract {
    private static final String FP32 = "\0\0\0@\0\0\0\0";
    private static final VsimArgs LIKE = VsimArgs.element("e").count(3);

    VectorSetsTest() {
        super(VectorSets.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(VectorSets.vadd("k", "e", 2, 0), "VADD k FP32 " + FP32 + " e", "k"),
            row(VectorSets.vadd("k", VaddArgs.quantization(VectorQuantization.NONE).reduce(1), "e", 2, 0), "VADD k REDUCE 1 FP32 " + FP32 + " e NOQUANT", "k"),
            row(VectorSets.vcard("k"), "VCARD k", "k"),
            row(VectorSets.vdim("k"), "VDIM k", "k"),
            row(VectorSets.vemb("k", "e"), "VEMB k e", "k"),
            row(VectorSets.vembRaw("k", "e"), "VEMB k e RAW", "k"),
            row(VectorSets.vgetattr("k", "e"), "VGETATTR k e", "k"),
            row(VectorSets.vinfo("k"), "VINFO k", "k"),
            row(VectorSets.vismember("k", "e"), "VISMEMBER k e", "k"),
            row(VectorSets.vlinks("k", "e"), "VLINKS k e", "k"),
            row(VectorSets.vlinksWithScores("k", "e"), "VLINKS k e WITHSCORES", "k"),
            row(VectorSets.vrandmember("k"), "VRANDMEMBER k", "k"),
            row(VectorSets.vrandmember("k", 7), "VRANDMEMBER k 7", "k"),
            row(VectorSets.vrange("k", LexRange.all().above("a"), 7), "VRANGE k (a + 7", "k"),
            row(VectorSets.vrem("k", "e"), "VREM k e", "k"),
            row(VectorSets.vsetattr("k", "e", "{}"), "VSETATTR k e {}", "k"),
            row(VectorSets.vsim("k", LIKE), "VSIM k ELE e COUNT 3", "k"),
            row(VectorSets.vsimWithAttributes("k", LIKE), "VSIM k ELE e COUNT 3 WITHSCORES WITHATTRIBS", "k"),
            row(VectorSets.vsimWithScores("k", VsimArgs.vector(2, 0)), "VSIM k FP32 " + FP32 + " WITHSCORES", "k"));
    }
    // spotless:on

    @Test
    void addingTakesItsOptions() {
        assertThat(VaddArgs.defaults().words()).isEmpty();
        assertThat(VaddArgs.defaults()
                        .inBackground()
                        .explorationFactor(100)
                        .attributes("{}")
                        .links(8)
                        .words())
                .isEqualTo(List.of("CAS", "EF", 100L, "SETATTR", "{}", "M", 8L));
        assertThatThrownBy(() -> VaddArgs.defaults().reduce(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The dimension must be positive, but is 0");
    }

    @Test
    void searchTakesItsOptions() {
        assertThat(LIKE.epsilon(0.2)
                        .explorationFactor(9)
                        .filter(".a > 1")
                        .filterEffort(0)
                        .exact()
                        .inMainThread()
                        .words())
                .isEqualTo(List.of(
                        "ELE",
                        "e",
                        "COUNT",
                        3L,
                        "EPSILON",
                        0.2,
                        "EF",
                        9L,
                        "FILTER",
                        ".a > 1",
                        "FILTER-EF",
                        0,
                        "TRUTH",
                        "NOTHREAD"));
        assertThatThrownBy(() -> LIKE.epsilon(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The distance must be from 0 to 1, but is 1.5");
        assertThatThrownBy(() -> LIKE.filterEffort(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void vectorsThatWereReadCanBeSentAgain() {
        Command<float @Nullable []> vemb = VectorSets.vemb("k", "e");
        assertThat(Frames.reply(vemb, "*-1|")).isNull();
        assertThat(Frames.reply(vemb, "_|")).isNull();
        for (String reply : List.of("*2|$19|0.10000000149011612|$2|-2|", "*2|,0.10000000149011612|,-2|")) {
            float[] vector = Frames.reply(vemb, reply);
            assertThat(vector).containsExactly(0.1f, -2);
        }
    }

    @Test
    void vectorsHaveNumbersAndOnlyThose() {
        assertThatThrownBy(VsimArgs::vector)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A vector needs at least one number");
        assertThatThrownBy(() -> VectorSets.vadd("k", "e", 1, Float.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The numbers of a vector must be finite, but one is NaN");
    }

    @Test
    void attributesAreReadInTheFormsOfBothProtocols() {
        List<VectorMatch<String>> expected =
                List.of(new VectorMatch<>("a", 1, "{\"x\":1}"), new VectorMatch<>("b", 0.5, null));
        assertThat(Frames.reply(VectorSets.vsimWithAttributes("k", LIKE), "*6|$1|a|$1|1|$7|{\"x\":1}|$1|b|$3|0.5|$-1|"))
                .isEqualTo(expected);
        assertThat(Frames.reply(VectorSets.vsimWithAttributes("k", LIKE), "%2|$1|a|*2|,1|$7|{\"x\":1}|$1|b|*2|,0.5|_|"))
                .isEqualTo(expected);
    }
}
