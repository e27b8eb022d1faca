package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Command;
import dev.carmine.client.Frames;
import dev.carmine.client.TypeRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StringsTest extends FactoryContract {
    StringsTest() {
        super(Strings.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Strings.delex("k", DelexIf.equal("v")), "DELEX k IFEQ v", "k"),
            row(Strings.delifeq("k", "v"), "DELIFEQ k v", "k"),
            row(Strings.digest("k"), "DIGEST k", "k"),
            row(Strings.lcsMatches("k1", "k2"), "LCS k1 k2 IDX", "k1 k2"),
            row(Strings.lcsMatches("k1", "k2", 4), "LCS k1 k2 IDX MINMATCHLEN 4", "k1 k2"),
            row(Strings.msetex(TWO_VALUES, MsetexArgs.ifNoneExists().expireIn(Duration.ofSeconds(5))), "MSETEX 2 k1 v1 k2 2 NX EX 5", "k1 k2"),
            row(Strings.append("k", "v"), "APPEND k v", "k"),
            row(Strings.decr("k"), "DECR k", "k"),
            row(Strings.decrby("k", 3), "DECRBY k 3", "k"),
            row(Strings.get("k"), "GET k", "k"),
            row(Strings.get("k", Integer.class), "GET k", "k"),
            row(Strings.get("k", new TypeRef<List<String>>() {}), "GET k", "k"),
            row(Strings.getdel("k"), "GETDEL k", "k"),
            row(Strings.getex("k", GetexArgs.persist()), "GETEX k PERSIST", "k"),
            row(Strings.getrange("k", 0, -1), "GETRANGE k 0 -1", "k"),
            row(Strings.getset("k", "v"), "GETSET k v", "k"),
            row(Strings.incr("k"), "INCR k", "k"),
            row(Strings.incrby("k", 3), "INCRBY k 3", "k"),
            row(Strings.incrbyfloat("k", 1.5), "INCRBYFLOAT k 1.5", "k"),
            row(Strings.increx("k", 3, IncrexArgs.defaults()), "INCREX k BYINT 3", "k"),
            row(Strings.increx("k", 1.5, IncrexArgs.defaults().upperBound(2.5)), "INCREX k BYFLOAT 1.5 UBOUND 2.5", "k"),
            row(Strings.lcs("k1", "k2"), "LCS k1 k2", "k1 k2"),
            row(Strings.lcsLength("k1", "k2"), "LCS k1 k2 LEN", "k1 k2"),
            row(Strings.mget("k1", "k2"), "MGET k1 k2", "k1 k2"),
            row(Strings.mset(TWO_VALUES), "MSET k1 v1 k2 2", "k1 k2"),
            row(Strings.msetnx(TWO_VALUES), "MSETNX k1 v1 k2 2", "k1 k2"),
            row(Strings.psetex("k", Duration.ofSeconds(9), "v"), "PSETEX k 9000 v", "k"),
            row(Strings.set("k", "v"), "SET k v", "k"),
            row(Strings.set("k", "v", SetArgs.ifAbsent()), "SET k v NX", "k"),
            row(Strings.setGet("k", "v", SetArgs.ifAbsent()), "SET k v NX GET", "k"),
            row(Strings.setex("k", Duration.ofSeconds(9), "v"), "SETEX k 9 v", "k"),
            row(Strings.setnx("k", "v"), "SETNX k v", "k"),
            row(Strings.setrange("k", 5, "v"), "SETRANGE k 5 v", "k"),
            row(Strings.strlen("k"), "STRLEN k", "k"));
    }
    // spotless:on

    @Test
    void increxTakesItsOptions() {
        assertThat(IncrexArgs.defaults().words()).isEmpty();
        IncrexArgs bounded = IncrexArgs.defaults().lowerBound(-1).upperBound(9);
        assertThat(bounded.saturate().expireIn(Duration.ofSeconds(5)).wholeWords())
                .isEqualTo(List.of("LBOUND", -1L, "UBOUND", 9L, "SATURATE", "EX", 5L));
        assertThat(bounded.expireOnceIn(Duration.ofMillis(5)).words()).endsWith("PX", 5L, "ENX");
        assertThat(bounded.expireAt(Instant.ofEpochSecond(5)).words()).endsWith("EXAT", 5L);
        assertThat(bounded.expireOnceAt(Instant.ofEpochMilli(5)).words()).endsWith("PXAT", 5L, "ENX");
        assertThat(bounded.persist().words()).endsWith("PERSIST");
        assertThatThrownBy(() -> IncrexArgs.defaults().lowerBound(0.5).upperBound(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The lower bound must not exceed the upper one, but 0.5 > 0");
        assertThatThrownBy(() -> Strings.increx("k", 1, IncrexArgs.defaults().lowerBound(0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("INCREX adds a whole number, so its bounds must be whole, but one is 0.5");
    }

    @Test
    void increxIsReadInTheFormsOfBothProtocols() {
        assertThat(Frames.reply(Strings.increx("k", 3, IncrexArgs.defaults()), "*2|:10|:2|"))
                .isEqualTo(new IncrexResult<>(10L, 2L));
        Command<IncrexResult<Double>> real = Strings.increx("k", 1.5, IncrexArgs.defaults());
        assertThat(Frames.reply(real, "*2|$3|2.5|$1|0|")).isEqualTo(new IncrexResult<>(2.5, 0.0));
        assertThat(Frames.reply(real, "*2|,2.5|,0|")).isEqualTo(new IncrexResult<>(2.5, 0.0));
    }
}
