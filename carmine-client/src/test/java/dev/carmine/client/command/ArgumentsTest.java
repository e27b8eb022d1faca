package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Frames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void setTakesConditionAndTime() {
        assertThat(SetArgs.always().words()).isEmpty();
        assertThat(SetArgs.ifPresent().keepTtl().words()).isEqualTo(List.of("XX", "KEEPTTL"));
        assertThat(Frames.words(Strings.set("k", "v", SetArgs.ifEqual(5).expireIn(Duration.ofSeconds(1)))))
                .containsExactly("SET", "k", "v", "IFEQ", "5", "EX", "1");
    }

    @Test
    void setReplacesTheTimeThatWasGivenBefore() {
        SetArgs keeping = SetArgs.ifAbsent().keepTtl();

        assertThat(keeping.expireIn(Duration.ofSeconds(1)).words()).isEqualTo(List.of("NX", "EX", 1L));
        assertThat(keeping.words()).isEqualTo(List.of("NX", "KEEPTTL"));
    }

    @Test
    void setComparesWithValuesOnly() {
        assertThatThrownBy(() -> Strings.set("k", "v", SetArgs.ifEqual(Strings.get("k"))))
                .isInstanceOf(CarmineSerializationException.class);
    }

    @Test
    void scanFiltersAndCounts() {
        assertThat(ScanArgs.all().words()).isEmpty();
        assertThat(ScanArgs.matching("a*").count(10).type("hash").words())
                .isEqualTo(List.of("MATCH", "a*", "COUNT", 10L, "TYPE", "hash"));
        assertThatThrownBy(() -> ScanArgs.all().count(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The count must be positive, but is 0");
    }

    @Test
    void scanIsFinishedWhenTheCursorIsBackAtTheStart() {
        assertThat(new ScanResult<>(ScanResult.START, List.of()).isFinished()).isTrue();
        assertThat(new ScanResult<>("17", List.of()).isFinished()).isFalse();
    }

    @Test
    void copyKnowsDatabaseAndReplacement() {
        assertThat(CopyArgs.ifAbsent().words()).isEmpty();
        assertThat(CopyArgs.replace().intoDatabase(3).words()).isEqualTo(List.of("DB", 3, "REPLACE"));
    }

    @Test
    void lposKnowsRankAndLength() {
        assertThat(LposArgs.rank(2).words()).isEqualTo(List.of("RANK", 2L));
        assertThatThrownBy(() -> LposArgs.rank(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LposArgs.rank(1).maxlen(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void setAndDelexCompareValuesAndDigests() {
        assertThat(SetArgs.ifNotEqual(5).words()).isEqualTo(List.of("IFNE", 5));
        assertThat(SetArgs.ifDigestEqual("b6").words()).isEqualTo(List.of("IFDEQ", "b6"));
        assertThat(SetArgs.ifDigestNotEqual("b6").keepTtl().words()).isEqualTo(List.of("IFDNE", "b6", "KEEPTTL"));
        assertThat(DelexIf.notEqual("v").words()).isEqualTo(List.of("IFNE", "v"));
        assertThat(DelexIf.digestEqual("b6").words()).isEqualTo(List.of("IFDEQ", "b6"));
        assertThat(DelexIf.digestNotEqual("b6").words()).isEqualTo(List.of("IFDNE", "b6"));
    }

    @Test
    void msetexCombinesConditionAndTime() {
        assertThat(MsetexArgs.always().words()).isEmpty();
        assertThat(MsetexArgs.ifAllExist().keepTtl().words()).isEqualTo(List.of("XX", "KEEPTTL"));
        assertThat(MsetexArgs.ifNoneExists().expireAt(Instant.ofEpochSecond(9)).words())
                .isEqualTo(List.of("NX", "EXAT", 9L));
    }

    @Test
    void restoreKnowsTimeAndUse() {
        assertThat(Frames.words(Keys.restore(
                        "k",
                        RestoreArgs.expireAt(Instant.ofEpochSecond(9)).freq(7).idletime(Duration.ofMinutes(1)),
                        new byte[] {'d'})))
                .containsExactly("RESTORE", "k", "9000", "d", "ABSTTL", "IDLETIME", "60");
        assertThat(RestoreArgs.forever().idletime(Duration.ZERO).freq(7).words())
                .isEqualTo(List.of("FREQ", 7));
        assertThatThrownBy(() -> RestoreArgs.expireIn(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RestoreArgs.expireAt(Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The time to expire at must be after 1970 begins, but is 1970-01-01T00:00:00Z");
        assertThatThrownBy(() -> RestoreArgs.forever().freq(256)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RestoreArgs.forever().idletime(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void migrateAuthenticatesOnce() {
        assertThat(MigrateArgs.copy().auth("p").replace().words()).isEqualTo(List.of("COPY", "REPLACE", "AUTH", "p"));
        assertThat(MigrateArgs.move().auth("p").auth("u", "p").words()).isEqualTo(List.of("AUTH2", "u", "p"));
    }

    @Test
    void sortRefusesNegativeOffsets() {
        assertThat(SortArgs.byElement().alpha().limit(1, -1).words()).isEqualTo(List.of("ALPHA", "LIMIT", 1L, -1L));
        assertThatThrownBy(() -> SortArgs.byElement().limit(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zaddCombinesConditions() {
        assertThat(Frames.words(
                        SortedSets.zadd("k", ZaddArgs.ifPresent().ifGreater().countChanged(), Map.of("m", 1.0))))
                .containsExactly("ZADD", "k", "XX", "GT", "CH", "1", "m");
        assertThat(ZaddArgs.ifAbsent().words()).isEqualTo(List.of("NX"));
        assertThat(ZaddArgs.always().ifLess().words()).isEqualTo(List.of("LT"));
        for (ThrowingCallable two : List.<ThrowingCallable>of(
                () -> ZaddArgs.ifAbsent().ifGreater(),
                () -> ZaddArgs.ifAbsent().countChanged().ifLess(),
                () -> ZaddArgs.always().ifLess().ifGreater(),
                () -> ZaddArgs.ifPresent().ifGreater().ifLess())) {
            assertThatThrownBy(two)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ZADD takes one of ifAbsent(), ifGreater() and ifLess(), but is given two of them");
        }
    }

    @Test
    void zaddTakesScoresOfAnyNumbers() {
        assertThat(Frames.words(SortedSets.zadd("k", Map.of("m", 7)))).containsExactly("ZADD", "k", "7", "m");
    }

    @Test
    void clientKillCombinesFilters() {
        assertThat(Frames.words(Connections.clientKill(ClientKillArgs.user("u")
                        .and(ClientKillArgs.type(ClientType.NORMAL))
                        .and(ClientKillArgs.addr("a:1"))
                        .and(ClientKillArgs.laddr("b:2"))
                        .includingSelf())))
                .containsExactly(
                        "CLIENT", "KILL", "USER", "u", "TYPE", "NORMAL", "ADDR", "a:1", "LADDR", "b:2", "SKIPME", "no");
    }

    @Test
    void lmovemMovesSomething() {
        assertThatThrownBy(() -> LmovemArgs.upTo(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of elements must be positive, but is 0");
    }
}
