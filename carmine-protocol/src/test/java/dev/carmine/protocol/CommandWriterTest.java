package dev.carmine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWriterTest {

    private static final byte[] GET = Feeds.bytes("*2\r\n$3\r\nGET\r\n");

    @Test
    void writesArrayOfBulkStrings() {
        CommandWriter writer = new CommandWriter()
                .arg("SET")
                .arg(CharBuffer.wrap("key"))
                .arg(new byte[] {0, '\r', '\n'})
                .arg(-12)
                .arg(2.5);
        assertThat(text(writer))
                .isEqualTo("*5\r\n$3\r\nSET\r\n$3\r\nkey\r\n$3\r\n\0\r\n\r\n$3\r\n-12\r\n$3\r\n2.5\r\n");
        assertThat(writer.size()).isEqualTo(writer.toByteArray().length);
    }

    @Test
    void writesWordsOfAnyNumberAndLength() {
        CommandWriter writer = new CommandWriter();
        for (int i = 0; i < 1_000; i++) {
            writer.arg("x".repeat(i));
        }
        List<String> words = words(writer.toByteArray());
        assertThat(words).hasSize(1_000);
        assertThat(words.get(999)).hasSize(999);
        assertThat(writer.size()).isEqualTo(writer.toByteArray().length);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, -1, -9, -10, Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000_000_000L})
    void writesIntegers(long number) {
        assertThat(words(new CommandWriter().arg(number).toByteArray())).containsExactly(Long.toString(number));
    }

    @Test
    void writesDoublesAsServersReadThem() {
        assertThat(words(new CommandWriter()
                        .arg(3.0)
                        .arg(-0.0)
                        .arg(0.0)
                        .arg(0.1)
                        .arg(-1e15)
                        .arg(Double.POSITIVE_INFINITY)
                        .arg(Double.NEGATIVE_INFINITY)
                        .arg(1e300)
                        .toByteArray()))
                .containsExactly("3", "-0.0", "0", "0.1", "-1000000000000000", "inf", "-inf", "1.0E300");
    }

    @Test
    void writesDoublesThatReadTheSame() {
        Random random = Seeds.random("doubles");
        for (int i = 0; i < 10_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (!Double.isNaN(number)) {
                byte[] text = Feeds.bytes(
                        words(new CommandWriter().arg(number).toByteArray()).get(0));
                assertThat(Decimals.isDouble(text, 0, text.length)).isTrue();
                assertThat(Decimals.toDouble(text, 0, text.length)).isEqualTo(number);
            }
        }
    }

    @Test
    void refusesNaN() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommandWriter().arg(Double.NaN))
                .withMessageContaining("NaN");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 99, 100, 127, 128, 129, 999, 1_000, 100_000})
    void encodesLastWordOfAnyLength(int length) {
        for (String word : List.of("x".repeat(length), "é".repeat(length), "x".repeat(length) + "€")) {
            byte[] command = CommandWriter.encode(GET, word);
            assertThat(command)
                    .isEqualTo(new CommandWriter().arg("GET").arg(word).toByteArray());
        }
    }

    @Test
    void replacesLoneSurrogates() {
        String word = "a\ud800b\udc00";
        assertThat(words(CommandWriter.encode(GET, word))).containsExactly("GET", "a?b?");
        assertThat(words(new CommandWriter().arg(word).toByteArray())).containsExactly("a?b?");
        assertThat(words(CommandWriter.encode(GET, "😀"))).containsExactly("GET", "😀");
    }

    @Test
    void encodesShortAsciiWithNothingInBetween() {
        CommandWriter.encode(GET, "user:1"); // loads classes
        int rounds = 1_000;
        byte[][] commands = new byte[1][];
        long allocated = Allocation.of(() -> {
            for (int i = 0; i < rounds; i++) {
                commands[0] = CommandWriter.encode(GET, "user:1");
            }
        });
        // The array has a header of 16 bytes and is a multiple of 8 long.
        assertThat(allocated).isLessThan(rounds * (commands[0].length + 24L) + 4_096);
    }

    @Test
    void leavesPrefixAlone() {
        byte[] prefix = GET.clone();
        CommandWriter.encode(prefix, "k");
        assertThat(Arrays.equals(prefix, GET)).isTrue();
    }

    private static String text(CommandWriter writer) {
        return new String(writer.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    private static List<String> words(byte[] command) {
        RespValue.Array array =
                (RespValue.Array) Feeds.readAll(List.of(command)).get(0);
        return array.elements().stream()
                .map(word -> ((RespValue.BulkString) word).text())
                .toList();
    }
}
