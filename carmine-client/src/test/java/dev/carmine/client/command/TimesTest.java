package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Frames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({"PT5S, EX 5", "PT0.5S, PX 500", "PT1.5S, PX 1500", "PT0.0000001S, PX 1", "PT1.0000001S, PX 1001"})
    void setsTimeToLiveInTheCoarsestUnitThatFits(Duration time, String words) {
        assertThat(Frames.words(Strings.set("k", "v", SetArgs.always().expireIn(time))))
                .containsExactly(("SET k v " + words).split(" "));
        assertThat(Frames.words(Strings.getex("k", GetexArgs.expireIn(time))))
                .containsExactly(("GETEX k " + words).split(" "));
    }

    @Test
    void setsTimeOfExpiryInTheCoarsestUnitThatFits() {
        assertThat(Frames.words(Strings.getex("k", GetexArgs.expireAt(Instant.ofEpochSecond(7)))))
                .containsExactly("GETEX", "k", "EXAT", "7");
        assertThat(Frames.words(Strings.getex("k", GetexArgs.expireAt(Instant.ofEpochSecond(7, 1)))))
                .containsExactly("GETEX", "k", "PXAT", "7001");
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-1S"})
    void refusesTimeToLiveThatIsNotPositive(Duration time) {
        assertThatThrownBy(() -> SetArgs.ifAbsent().expireIn(time))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The time to live must be positive, but is " + time);
    }

    @Test
    void refusesFractionsWhereTheCommandCountsSeconds() {
        assertThatThrownBy(() -> Keys.expire("k", Duration.ofMillis(1500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("EXPIRE counts whole seconds, which PT1.5S is not: use pexpire");
        assertThatThrownBy(() -> Keys.expireat("k", Instant.ofEpochMilli(1500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("EXPIREAT counts whole seconds, which 1970-01-01T00:00:01.500Z is not: use pexpireat");
        assertThatThrownBy(() -> Strings.setex("k", Duration.ofMillis(1500), "v"))
                .hasMessageEndingWith("use psetex");
    }

    @Test
    void roundsUpToMilliseconds() {
        assertThat(Frames.words(Keys.pexpire("k", Duration.ofNanos(1)))).containsExactly("PEXPIRE", "k", "1");
        assertThat(Frames.words(Keys.pexpireat("k", Instant.ofEpochSecond(0, 1_000_001))))
                .containsExactly("PEXPIREAT", "k", "2");
        assertThat(Frames.words(Keys.pexpire("k", Duration.ofMillis(-5)))).containsExactly("PEXPIRE", "k", "-5");
    }

    @Test
    void refusesTimesThatNoCommandCanTake() {
        assertThatThrownBy(() -> Keys.pexpire("k", Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("is too long for a command");
        assertThatThrownBy(() -> Lists.blpop(Duration.ofSeconds(Long.MAX_VALUE), "k"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT2S, 2",
        "PT10S, 10",
        "PT0.25S, 0.25",
        "PT0.0000001S, 0.002",
        "PT0.001S, 0.002",
        "PT1H, 3600"
    })
    void writesBlockingTimesWithThreeDecimalsAtMost(Duration timeout, String words) {
        assertThat(Frames.words(Lists.blpop(timeout, "k"))).containsExactly("BLPOP", "k", words);
    }

    @Test
    void refusesNegativeBlockingTime() {
        assertThatThrownBy(() -> Lists.blpop(Duration.ofSeconds(-1), "k"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The timeout must not be negative, but is PT-1S");
        for (ThrowingCallable negative : List.<ThrowingCallable>of(
                () -> Keys.wait(1, Duration.ofSeconds(-1)), () -> Keys.waitaof(1, 1, Duration.ofSeconds(-1)))) {
            assertThatThrownBy(negative)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The timeout must not be negative, but is PT-1S");
        }
    }
}
