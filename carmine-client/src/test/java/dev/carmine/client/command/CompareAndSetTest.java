package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.carmine.client.Frames;
import dev.carmine.client.internal.command.Emulation;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompareAndSetTest extends FactoryContract {
    private static final SetArgs FOR_A_MINUTE = SetArgs.always().expireIn(Duration.ofMinutes(1));

    CompareAndSetTest() {
        super(CompareAndSet.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(CompareAndSet.compareAndDelete("k", "e"), by(Emulation.DELETE_IF_EQUAL) + "k IFEQ e", "k"),
            row(CompareAndSet.compareAndHdel("k", "f", "e"), by(Emulation.HDEL_IF_EQUAL) + "k f IFEQ e", "k"),
            row(CompareAndSet.compareAndHset("k", "f", "e", 5), by(Emulation.HSET_IF_EQUAL) + "k f 5 IFEQ e", "k"),
            row(CompareAndSet.compareAndSet("k", "e", 5), by(Emulation.SET_IF_EQUAL) + "k 5 IFEQ e KEEPTTL", "k"),
            row(CompareAndSet.compareAndSet("k", "e", 5, FOR_A_MINUTE), by(Emulation.SET_IF_EQUAL) + "k 5 IFEQ e EX 60", "k"),
            row(CompareAndSet.hsetAllIfNoneExist("k", TWO_VALUES), by(Emulation.HSET_IF_NONE_EXISTS) + "k FNX FIELDS 2 k1 v1 k2 2", "k"));
    }
    // spotless:on

    private static String by(Emulation script) {
        return "EVALSHA " + script.digest() + " 1 ";
    }

    /** Every server has a command for that. */
    @Test
    void whatIsToBeAbsentNeedsNoScript() {
        assertThat(Frames.words(CompareAndSet.compareAndSet("k", null, 5))).containsExactly("SET", "k", "5", "NX");
        assertThat(Frames.words(CompareAndSet.compareAndSet("k", null, 5, FOR_A_MINUTE)))
                .containsExactly("SET", "k", "5", "NX", "EX", "60");
        assertThat(Frames.words(CompareAndSet.compareAndHset("k", "f", null, 5)))
                .containsExactly("HSETNX", "k", "f", "5");
    }

    @Test
    void refusesAnotherCondition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompareAndSet.compareAndSet("k", "e", 5, SetArgs.ifPresent()))
                .withMessage("the expected value is the only condition: begin the arguments with SetArgs.always()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompareAndSet.compareAndSet("k", null, 5, SetArgs.ifAbsent()));
    }

    @Test
    void refusesWhatDoesNothing() {
        assertThatNullPointerException().isThrownBy(() -> CompareAndSet.compareAndDelete("k", nothing()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompareAndSet.hsetAllIfNoneExist("k", Map.of()))
                .withMessage("EVALSHA needs at least one field");
    }

    @SuppressWarnings("NullAway") // as a caller who does not look at nullness
    private static Object nothing() {
        return null;
    }
}
