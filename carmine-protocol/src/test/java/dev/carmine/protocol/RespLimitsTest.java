package dev.carmine.protocol;

import static dev.carmine.protocol.Feeds.bytes;
import static dev.carmine.protocol.Feeds.inPiecesOf;
import static dev.carmine.protocol.Feeds.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RespLimitsTest {

    private static final RespLimits SMALL = new RespLimits(3, 10, 6, 8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*1\r\n*1\r\n*1\r\n:1\r\n",
                "|1\r\n*1\r\n%0\r\n:1\r\n:2\r\n",
                "$10\r\n0123456789\r\n",
                "$?\r\n;5\r\n01234\r\n;5\r\n56789\r\n;0\r\n",
                "*6\r\n:1\r\n:2\r\n:3\r\n:4\r\n:5\r\n:6\r\n",
                "%3\r\n:1\r\n:2\r\n:3\r\n:4\r\n:5\r\n:6\r\n",
                "*3\r\n*3\r\n:1\r\n:2\r\n:3\r\n:4\r\n:5\r\n",
                "*?\r\n:1\r\n:2\r\n:3\r\n:4\r\n:5\r\n:6\r\n.\r\n",
                "|1\r\n+a\r\n+b\r\n*3\r\n:1\r\n:2\r\n:3\r\n",
                "+12345678\r\n",
                "-12345678\r\n",
                ":12345678\r\n"
            })
    void admitsWhatReachesLimit(String wire) {
        assertThat(readAll(new FrameInput(SMALL), List.of(bytes(wire)))).hasSize(1);
        assertThat(readAll(new FrameInput(SMALL), inPiecesOf(1, bytes(wire.repeat(3)))))
                .hasSize(3);
    }

    @Test
    void refusesDepthBeyondLimit() {
        assertRefused("*1\r\n*1\r\n*1\r\n*0\r\n", 12, "nested deeper than the limit of 3");
        assertRefused("|1\r\n*1\r\n*1\r\n*1\r\n", 12, "nested deeper than the limit of 3");
        assertRefused("*?\r\n~?\r\n%?\r\n*?\r\n", 12, "nested deeper than the limit of 3");
    }

    @Test
    void refusesBulkBeyondLimit() {
        assertRefused("$11\r\n", 0, "a bulk of 11 bytes exceeds the limit of 10");
        assertRefused("!11\r\n", 0, "a bulk of 11 bytes exceeds the limit of 10");
        assertRefused("=11\r\n", 0, "a bulk of 11 bytes exceeds the limit of 10");
        assertRefused("$?\r\n;6\r\n012345\r\n;5\r\n", 16, "a bulk of 11 bytes exceeds the limit of 10");
    }

    @Test
    void refusesElementsBeyondLimit() {
        assertRefused("*7\r\n", 0, "a frame of 7 elements exceeds the limit of 6");
        assertRefused("%4\r\n", 0, "a frame of 8 elements exceeds the limit of 6");
        assertRefused("*3\r\n*4\r\n", 4, "a frame of 7 elements exceeds the limit of 6");
        assertRefused("|3\r\n", 0, "a frame of 7 elements exceeds the limit of 6");
        assertRefused("*?\r\n" + ":1\r\n".repeat(7), 32, "a frame of 7 elements exceeds the limit of 6");
        assertRefused("|0\r\n".repeat(7), 24, "a frame of 7 elements exceeds the limit of 6");
    }

    @Test
    void countsElementsOfEachFrameByItself() {
        FrameInput input = new FrameInput(SMALL);
        assertThat(readAll(input, List.of(bytes("*5\r\n:1\r\n:2\r\n:3\r\n:4\r\n:5\r\n".repeat(4)))))
                .hasSize(4);
    }

    @Test
    void refusesLineBeyondLimitBeforeItEnds() {
        assertRefused("+123456789", 0, "a line exceeds the limit of 8 bytes");
        assertRefused("*1\r\n-123456789\r\n", 4, "a line exceeds the limit of 8 bytes");
        assertRefused("(" + "1".repeat(1_000), 0, "a line exceeds the limit of 8 bytes");
    }

    @Test
    void sumsElementsWithoutOverflow() {
        RespLimits largest = new RespLimits(512, 1, Integer.MAX_VALUE, 8);
        String wire = "*2147483647\r\n*2147483647\r\n";
        assertThatThrownBy(() -> readAll(new FrameInput(largest), List.of(bytes(wire))))
                .isInstanceOf(RespException.class)
                .hasMessageContaining("a frame of 4294967294 elements exceeds the limit of 2147483647");
        assertThatThrownBy(() -> readAll(new FrameInput(largest), List.of(bytes("%1073741824\r\n"))))
                .isInstanceOf(RespException.class)
                .hasMessageContaining("a frame of 2147483648 elements exceeds");
    }

    @Test
    void defaultsAdmitWhatServersSend() {
        assertThat(RespLimits.defaults()).isEqualTo(new RespLimits(128, 512L << 20, 16L << 20, 64 << 10));
    }

    @Test
    void refusesLimitsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RespLimits(0, 1, 1, 1))
                .withMessage("maxDepth must be between 1 and 512 but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RespLimits(513, 1, 1, 1))
                .withMessageContaining("maxDepth");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RespLimits(1, 1L << 31, 1, 1))
                .withMessageContaining("maxBulkLength");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RespLimits(1, 1, 1L << 31, 1))
                .withMessageContaining("maxElements");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RespLimits(1, 1, 1, 0))
                .withMessageContaining("maxLineLength");
    }

    private static void assertRefused(String wire, int offset, String message) {
        for (int length : new int[] {1, 5, wire.length()}) {
            assertThatThrownBy(() -> readAll(new FrameInput(SMALL), inPiecesOf(length, bytes(wire))))
                    .isInstanceOfSatisfying(
                            RespException.class, e -> assertThat(e.offset()).isEqualTo(offset))
                    .hasMessageContaining(message);
        }
    }
}
