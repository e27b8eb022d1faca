package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
    private enum Plan {
        PREMIUM {
            @Override
            public String toString() {
                return "the dear one";
            }
        }
    }

    @Test
    void joinsPartsWithColons() {
        assertThat(Key.of("user")).isEqualTo("user");
        assertThat(Key.of("user", 42, "friends")).isEqualTo("user:42:friends");
        assertThat(Key.of("user", "{42}", CharBuffer.wrap("email-address"))).isEqualTo("user:{42}:email-address");
    }

    @Test
    void takesWholeNumbersUuidsAndNamesOfConstants() {
        UUID id = new UUID(1, 2);
        assertThat(Key.of("k", (byte) 1, (short) 2, 3, -4L, BigInteger.TEN)).isEqualTo("k:1:2:3:-4:10");
        assertThat(Key.of("k", id, Plan.PREMIUM)).isEqualTo("k:" + id + ":PREMIUM");
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "a:", ":a", "a:b"})
    void refusesPartsWithColonsWithoutShowingThem(String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of(part, 1))
                .withMessageStartingWith("part 1 of a key has a colon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of("user", 42, part))
                .withMessage("part 3 of a key has a colon, which stands between parts:"
                        + " give two parts, or encode it first");
    }

    @Test
    void refusesEmptyParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of("", 1))
                .withMessage("part 1 of a key is empty: leave it out, or name it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of("user", ""))
                .withMessageStartingWith("part 2 of a key is empty");
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without a checker of nullness can do
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> Key.of(null)).withMessage("part 1 of a key is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Key.of("user", 1, null))
                .withMessage("part 3 of a key is null");
    }

    @Test
    void refusesWhatHasNoTextOfItsOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of("user", new byte[] {1}))
                .withMessageEndingWith(": give text, a whole number, a UUID or an enum constant");
        assertThatIllegalArgumentException().isThrownBy(() -> Key.of("user", 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Key.of("user", true));
    }
}
