package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Frames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    void zaddCombinesConditions() {
        assertThat(Frames.words(
                        SortedSets.zadd("k", ZaddArgs.ifPresent().ifGreater().countChanged(), Map.of("m", 1.0))))
                .containsExactly("ZADD", "k", "XX", "GT", "CH", "1", "m");
        assertThat(ZaddArgs.ifAbsent().words()).isEqualTo(List.of("NX"));
        assertThat(ZaddArgs.always().ifLess().words()).isEqualTo(List.of("LT"));
    }

    @Test
    void clientKillCombinesFilters() {
        assertThat(Frames.words(Server.clientKill(ClientKillArgs.user("u")
                        .and(ClientKillArgs.type("normal"))
                        .and(ClientKillArgs.addr("a:1"))
                        .and(ClientKillArgs.laddr("b:2"))
                        .includingSelf())))
                .containsExactly(
                        "CLIENT", "KILL", "USER", "u", "TYPE", "normal", "ADDR", "a:1", "LADDR", "b:2", "SKIPME", "no");
    }
}
