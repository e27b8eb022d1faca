package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Frames;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How many arguments a command takes, and how many elements it may be asked for. */
class ArgumentCountsTest {

    @Test
    void clientKillTakesOneFilterOfAKind() {
        assertThat(ClientKillArgs.id(7)
                        .includingSelf()
                        .and(ClientKillArgs.user("u").includingSelf())
                        .words())
                .containsExactly("ID", 7L, "USER", "u", "SKIPME", "no");
        assertThatThrownBy(
                        () -> ClientKillArgs.id(7).and(ClientKillArgs.user("u")).and(ClientKillArgs.id(8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CLIENT KILL takes one filter ID, but is given two: run it for each of them");
    }

    @Test
    void somethingIsTaken() {
        for (ThrowingCallable none : List.<ThrowingCallable>of(
                () -> Lists.lmpop(ListSide.LEFT, 0, "k"),
                () -> Lists.blmpop(Duration.ZERO, ListSide.LEFT, 0, "k"),
                () -> SortedSets.zmpop(ScoreEnd.MIN, 0, "k"),
                () -> SortedSets.bzmpop(Duration.ZERO, ScoreEnd.MIN, 0, "k"))) {
            assertThatThrownBy(none)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The count must be positive, but is 0");
        }
    }

    @Test
    void numberedKeysAreNeeded() {
        assertThatThrownBy(() -> SortedSetAlgebra.zunion()).hasMessage("ZUNION needs at least one key");
        assertThatThrownBy(() -> Sets.sintercard()).hasMessage("SINTERCARD needs at least one key");
        assertThat(Frames.words(Scripts.eval("return 1", List.of()))).containsExactly("EVAL", "return 1", "0");
        assertThat(Frames.words(Functions.fcall("f", List.of(), 5))).containsExactly("FCALL", "f", "0", "5");
    }

    @Test
    void someCommandsDoSomethingWithoutMore() {
        assertThat(Frames.words(HyperLogLogs.pfadd("k"))).containsExactly("PFADD", "k");
        assertThat(Frames.words(HyperLogLogs.pfmerge("d"))).containsExactly("PFMERGE", "d");
        assertThat(Frames.words(Acl.aclSetuser("u"))).containsExactly("ACL", "SETUSER", "u");
    }
}
