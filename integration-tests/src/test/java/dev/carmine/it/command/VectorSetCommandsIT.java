package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.carmine.client.command.LexRange;
import dev.carmine.client.command.RawVector;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.client.command.SyncVectorSets;
import dev.carmine.client.command.VaddArgs;
import dev.carmine.client.command.VectorMatch;
import dev.carmine.client.command.VectorQuantization;
import dev.carmine.client.command.VectorSetInfo;
import dev.carmine.client.command.VsimArgs;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachFace
@SinceRedis("8.0")
class VectorSetCommandsIT extends CommandContract {
    private static final VaddArgs EXACT = VaddArgs.quantization(VectorQuantization.NONE);

    VectorSetCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncVectorSets.class, face, resp, server);
    }

    private void fill() {
        redis.vadd("v", EXACT.attributes("{\"year\":1994}"), "a", 1, 0);
        redis.vadd("v", EXACT, "b", 0, 1);
    }

    @Test
    void elementsAreAddedAndRemoved() {
        assertThat(redis.vadd("add", "a", 1, 0, 0)).isTrue();
        assertThat(redis.vadd("add", "a", 0, 1, 0)).isFalse();
        assertThat(redis.vadd(
                        "add",
                        VaddArgs.defaults().inBackground().explorationFactor(10).links(16),
                        "b",
                        0,
                        0,
                        1))
                .isTrue();
        assertThat(redis.vcard("add")).isEqualTo(2);
        assertThat(redis.vdim("add")).isEqualTo(3);
        assertThat(redis.vrem("add", "a")).isTrue();
        assertThat(redis.vrem("add", "a")).isFalse();
        assertThat(redis.vcard("add:none")).isZero();
    }

    @Test
    void elementsAreRead() {
        fill();
        assertThat(redis.vemb("v", "a")).containsExactly(1, 0);
        assertThat(redis.vemb("v", "none")).isNull();
        assertThat(redis.vrandmember("v")).isIn("a", "b");
        assertThat(redis.vrandmember("v", 5)).containsExactlyInAnyOrder("a", "b");
        assertThat(redis.vrandmember("v:none")).isNull();
        assertThat(redis.vrandmember("v:none", 5)).isEmpty();
        assertThat(redis.vlinks("v", "a")).contains(List.of("b"));
        assertThat(redis.vlinksWithScores("v", "a")).contains(List.of(new ScoredMember<>("b", 0.5)));
        assertThat(redis.vlinks("v", "none")).isNull();
        assertThat(redis.vlinksWithScores("v", "none")).isNull();
    }

    @Test
    void vectorsAreReadAsTheyAreKept() {
        redis.vadd("raw", VaddArgs.defaults(), "a", 3, -4);
        RawVector raw = Objects.requireNonNull(redis.vembRaw("raw", "a"));
        assertThat(raw.quantization()).isEqualTo("int8");
        assertThat(raw.bytes()).containsExactly(95, -127);
        assertThat(raw.norm()).isEqualTo(5);
        assertThat(raw.range()).isCloseTo(0.8, within(1e-6));
        fill();
        assertThat(redis.vembRaw("v", "a"))
                .isEqualTo(new RawVector("f32", new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0}, 1, null));
        assertThat(redis.vembRaw("v", "none")).isNull();
    }

    @Test
    void aSetIsDescribed() {
        redis.vadd("info", VaddArgs.defaults().reduce(2), "a", 1, 0, 0);
        VectorSetInfo info = Objects.requireNonNull(redis.vinfo("info"));
        assertThat(info.quantization()).isEqualTo("int8");
        assertThat(info.dimension()).isEqualTo(2);
        assertThat(info.inputDimension()).isEqualTo(3);
        assertThat(info.size()).isEqualTo(1);
        assertThat(info.links()).isEqualTo(16);
        assertThat(info.maxLevel()).isNotNegative();
        assertThat(redis.vinfo("info:none")).isNull();
    }

    @Test
    void attributesAreWrittenAndRead() {
        fill();
        assertThat(redis.vgetattr("v", "a")).isEqualTo("{\"year\":1994}");
        assertThat(redis.vgetattr("v", "b")).isNull();
        assertThat(redis.vsetattr("v", "b", "{\"year\":2001}")).isTrue();
        assertThat(redis.vsetattr("v", "none", "{}")).isFalse();
        assertThat(redis.vsim("v", VsimArgs.element("a").filter(".year > 2000").filterEffort(10)))
                .containsExactly("b");
        assertThat(redis.vsetattr("v", "b", "")).isTrue();
        assertThat(redis.vgetattr("v", "b")).isNull();
    }

    @Test
    void similarElementsAreFound() {
        fill();
        VsimArgs likeA = VsimArgs.element("a");
        assertThat(redis.vsim("v", likeA)).containsExactly("a", "b");
        assertThat(redis.vsim("v", likeA.count(1).explorationFactor(50))).containsExactly("a");
        assertThat(redis.vsim("v", likeA.epsilon(0.2).exact().inMainThread())).containsExactly("a");
        List<ScoredMember<String>> scored = redis.vsimWithScores("v", VsimArgs.vector(0, 2));
        assertThat(scored).extracting(ScoredMember::member).containsExactly("b", "a");
        assertThat(scored.get(0).score()).isCloseTo(1, within(1e-6));
        assertThat(scored.get(1).score()).isCloseTo(0.5, within(1e-6));
        assertThat(redis.vsim("v:none", likeA)).isEmpty();
        assertThat(redis.vsimWithScores("v:none", likeA)).isEmpty();
    }

    @Test
    void elementsAreLookedFor() {
        fill();
        assertThat(redis.vismember("v", "a")).isTrue();
        assertThat(redis.vismember("v", "none")).isFalse();
    }

    @Test
    @SinceRedis("8.2")
    void similarElementsAreFoundWithAttributes() {
        fill();
        assertThat(redis.vsimWithAttributes("v", VsimArgs.element("a")))
                .extracting(VectorMatch::attributes)
                .containsExactly("{\"year\":1994}", null);
    }

    @Test
    @SinceRedis("8.4")
    void rangesAreRead() {
        fill();
        assertThat(redis.vrange("v", LexRange.all().above("a"), 10)).containsExactly("b");
    }

    /** Attributes came to {@code VSIM} with 8.2, and {@code VRANGE} came with 8.4. */
    @Override
    Set<String> notHere() {
        Set<String> names = new HashSet<>();
        if (!server.redisLevel().isAtLeast("8.2")) {
            names.add("vsimWithAttributes");
        }
        if (!server.redisLevel().isAtLeast("8.4")) {
            names.add("vrange");
        }
        return names;
    }
}
