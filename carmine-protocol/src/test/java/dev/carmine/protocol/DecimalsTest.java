package dev.carmine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compared with what the JDK makes of the same text; what is malformed is in {@link MalformedInputTest}. */
class DecimalsTest {

    @Test
    void readsAndWritesAnyLong() {
        Random random = Seeds.random("longs");
        for (int i = 0; i < 20_000; i++) {
            long number = random.nextLong() >> random.nextInt(64);
            byte[] expected = Feeds.bytes(Long.toString(number));
            assertThat(Decimals.length(number)).isEqualTo(expected.length);
            byte[] written = new byte[expected.length + 1];
            assertThat(Decimals.writeBefore(written, expected.length, number)).isZero();
            assertThat(written).startsWith(expected).endsWith((byte) 0);
            assertThat(Decimals.isLong(expected, 0, expected.length)).isTrue();
            assertThat(Decimals.toLong(expected, 0, expected.length)).isEqualTo(number);
        }
    }

    @Test
    void tellsLongsFromLongerNumbers() {
        Random random = Seeds.random("digits");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
            text.append(random.nextInt(3) == 0 ? "922337203685477" : "");
            for (int digits = random.nextInt(6); digits >= 0; digits--) {
                text.append(random.nextInt(10));
            }
            byte[] bytes = Feeds.bytes(text.toString());
            assertThat(Decimals.isLong(bytes, 0, bytes.length)).as("%s", text).isEqualTo(isLong(text.toString()));
        }
    }

    @Test
    void readsDoublesExactlyAsJavaDoes() {
        Random random = Seeds.random("doubles");
        for (int i = 0; i < 50_000; i++) {
            String text = randomDecimal(random);
            byte[] bytes = Feeds.bytes(text);
            assertThat(Decimals.isDouble(bytes, 0, bytes.length)).as(text).isTrue();
            assertThat(Decimals.toDouble(bytes, 0, bytes.length)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void readsOnlyTheRangeItIsGiven() {
        byte[] bytes = Feeds.bytes("9-12.59");
        assertThat(Decimals.isLong(bytes, 1, 4)).isTrue();
        assertThat(Decimals.toLong(bytes, 1, 4)).isEqualTo(-12);
        assertThat(Decimals.isDouble(bytes, 1, 6)).isTrue();
        assertThat(Decimals.toDouble(bytes, 1, 6)).isEqualTo(-12.5);
        assertThat(Decimals.isLong(bytes, 2, 2)).isFalse();
        assertThat(Decimals.isDouble(bytes, 2, 2)).isFalse();
    }

    private static String randomDecimal(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
        appendDigits(text, random);
        if (random.nextBoolean()) {
            appendDigits(text.append('.'), random);
        }
        if (random.nextInt(4) == 0) {
            text.append(random.nextBoolean() ? "e" : "E-").append(random.nextInt(320));
        }
        return text.toString();
    }

    private static void appendDigits(StringBuilder text, Random random) {
        for (int digits = random.nextInt(random.nextInt(5) == 0 ? 30 : 9); digits >= 0; digits--) {
            text.append(random.nextInt(10));
        }
    }

    private static boolean isLong(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
