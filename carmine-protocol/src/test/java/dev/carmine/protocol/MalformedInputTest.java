package dev.carmine.protocol;

import static dev.carmine.protocol.Feeds.bytes;
import static dev.carmine.protocol.Feeds.inPiecesOf;
import static dev.carmine.protocol.Feeds.readAll;
import static dev.carmine.protocol.Feeds.splitAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything here must be refused: at the same place whether it comes in one piece or in many. */
class MalformedInputTest {

    /** Input, offset of what is wrong with it, and words of the message. */
    static Stream<Arguments> malformed() {
        return Stream.of(
                // type bytes
                arguments("OK\r\n", 0, "no value begins with 'O'"),
                arguments("\r\n", 0, "no value begins with 0x0d"),
                arguments("\0", 0, "no value begins with 0x00"),
                arguments("\u00ff", 0, "no value begins with 0xff"),
                arguments("+OK\r\n OK", 5, "no value begins with 0x20"),
                arguments("*2\r\n:1\r\nx", 8, "no value begins with 'x'"),
                // lines
                arguments("+OK\n", 3, "expected CRLF but found 0x0a"),
                arguments("+OK\rx", 4, "expected LF after CR but found 'x'"),
                arguments("+OK\r\r\n", 4, "expected LF after CR but found 0x0d"),
                arguments("-ERR\n", 4, "expected CRLF"),
                arguments(":1\n", 2, "expected CRLF"),
                arguments(":1\r1", 3, "expected LF"),
                // integers
                arguments(":\r\n", 1, "malformed integer"),
                arguments(":+\r\n", 1, "malformed integer"),
                arguments(":-\r\n", 1, "malformed integer"),
                arguments(":+-1\r\n", 1, "malformed integer"),
                arguments(":1a\r\n", 1, "malformed integer"),
                arguments(":a1\r\n", 1, "malformed integer"),
                arguments(": 1\r\n", 1, "malformed integer"),
                arguments(":1 \r\n", 1, "malformed integer"),
                arguments(":1.0\r\n", 1, "malformed integer"),
                arguments(":9223372036854775808\r\n", 1, "malformed integer"),
                arguments(":-9223372036854775809\r\n", 1, "malformed integer"),
                arguments(":9999999999999999999\r\n", 1, "malformed integer"),
                arguments(":18446744073709551617\r\n", 1, "malformed integer"),
                // doubles
                arguments(",\r\n", 1, "malformed double"),
                arguments(",-\r\n", 1, "malformed double"),
                arguments(",.5\r\n", 1, "malformed double"),
                arguments(",1.\r\n", 1, "malformed double"),
                arguments(",1e\r\n", 1, "malformed double"),
                arguments(",1e+\r\n", 1, "malformed double"),
                arguments(",1e5.5\r\n", 1, "malformed double"),
                arguments(",1..5\r\n", 1, "malformed double"),
                arguments(",0x10\r\n", 1, "malformed double"),
                arguments(",1d\r\n", 1, "malformed double"),
                arguments(",+inf\r\n", 1, "malformed double"),
                arguments(",infinity\r\n", 1, "malformed double"),
                arguments(",NaN\r\n", 1, "malformed double"),
                arguments(",1,5\r\n", 1, "malformed double"),
                arguments(", 1\r\n", 1, "malformed double"),
                // booleans and nulls
                arguments("#\r\n", 1, "malformed boolean"),
                arguments("#x\r\n", 1, "malformed boolean"),
                arguments("#T\r\n", 1, "malformed boolean"),
                arguments("#tt\r\n", 1, "malformed boolean"),
                arguments("_x\r\n", 1, "malformed null"),
                // big numbers
                arguments("(\r\n", 1, "malformed big number"),
                arguments("(-\r\n", 1, "malformed big number"),
                arguments("(1.5\r\n", 1, "malformed big number"),
                arguments("(12a\r\n", 1, "malformed big number"),
                // lengths
                arguments("$\r\n", 1, "expected a length but found 0x0d"),
                arguments("$a\r\n", 1, "expected a length but found 'a'"),
                arguments("$+5\r\nhello\r\n", 1, "expected a length but found '+'"),
                arguments("$ 5\r\nhello\r\n", 1, "expected a length"),
                arguments("$5 \r\nhello\r\n", 2, "expected CRLF but found 0x20"),
                arguments("$5\nhello\r\n", 2, "expected CRLF but found 0x0a"),
                arguments("$5\rhello\r\n", 3, "expected LF after CR but found 'h'"),
                arguments("$-2\r\n", 1, "a negative length other than -1"),
                arguments("$-\r\n", 1, "a negative length other than -1"),
                arguments("$-0\r\n", 1, "a negative length other than -1"),
                arguments("$-11\r\n", 3, "expected CRLF but found '1'"),
                arguments("$--1\r\n", 1, "a negative length"),
                arguments("$??\r\n", 2, "expected CRLF but found '?'"),
                arguments("$00000000005\r\nhello\r\n", 1, "a length of more than 10 digits"),
                arguments("$99999999999\r\n", 1, "a length of more than 10 digits"),
                arguments("$18446744073709551621\r\n", 1, "a length of more than 10 digits"),
                arguments("*-2\r\n", 1, "a negative length"),
                arguments("*1x\r\n", 2, "expected CRLF but found 'x'"),
                arguments("*99999999999999999999\r\n", 1, "more than 10 digits"),
                // lengths beyond the limits, some of which would wrap around in 32 bits
                arguments("$536870913\r\n", 0, "exceeds the limit of 536870912"),
                arguments("$2147483647\r\n", 0, "exceeds the limit of 536870912"),
                arguments("$2147483648\r\n", 0, "exceeds the limit of 536870912"),
                arguments("$4294967297\r\n", 0, "exceeds the limit of 536870912"),
                arguments("*16777217\r\n", 0, "exceeds the limit of 16777216"),
                arguments("*2147483648\r\n", 0, "exceeds the limit of 16777216"),
                arguments("*4294967297\r\n", 0, "exceeds the limit of 16777216"),
                arguments("%8388609\r\n", 0, "exceeds the limit of 16777216"),
                arguments("%2147483649\r\n", 0, "exceeds the limit of 16777216"),
                arguments("|9999999999\r\n", 0, "exceeds the limit of 16777216"),
                // bodies
                arguments("$5\r\nhelloXY", 9, "not followed by CRLF"),
                arguments("$5\r\nhello\r\r", 9, "not followed by CRLF"),
                arguments("$5\r\nhello\n\r", 9, "not followed by CRLF"),
                arguments("$5\r\nhell\r\n+", 9, "not followed by CRLF"),
                arguments("!3\r\nERRx\r\n", 7, "not followed by CRLF"),
                arguments("*1\r\n$1\r\nxy\r\n", 9, "not followed by CRLF"),
                // verbatim strings
                arguments("=0\r\n\r\n", 0, "no room for its format"),
                arguments("=3\r\ntxt\r\n", 0, "no room for its format"),
                arguments("=8\r\ntext:abc\r\n", 7, "without a colon after its format"),
                arguments("=-1\r\n", 0, "only bulk strings can be null"),
                arguments("=?\r\n", 0, "only bulk strings can be null or streamed"),
                arguments("!?\r\n", 0, "only bulk strings can be null or streamed"),
                arguments("!-1\r\n", 0, "only bulk strings can be null"),
                // nulls of kinds that have none
                arguments("~-1\r\n", 0, "only bulk strings and arrays can be null"),
                arguments("%-1\r\n", 0, "only bulk strings and arrays can be null"),
                arguments(">-1\r\n", 0, "only bulk strings and arrays can be null"),
                arguments("|-1\r\n", 0, "only bulk strings and arrays can be null"),
                // pushes within values
                arguments("*1\r\n>1\r\n+x\r\n", 4, "a push within another value"),
                arguments("*?\r\n>1\r\n+x\r\n", 4, "a push within another value"),
                arguments("|1\r\n>1\r\n+x\r\n+y\r\n", 4, "a push within another value"),
                arguments(">1\r\n>1\r\n+x\r\n", 4, "a push within another value"),
                arguments(">?\r\n", 0, "cannot be streamed"),
                arguments("|?\r\n", 0, "cannot be streamed"),
                // streamed strings
                arguments(";4\r\nabcd\r\n", 0, "a chunk outside of a streamed string"),
                arguments("*1\r\n;0\r\n", 4, "a chunk outside of a streamed string"),
                arguments("$?\r\n+a\r\n", 4, "goes on with '+' instead of a chunk"),
                arguments("$?\r\n;1\r\na\r\n$1\r\nb\r\n", 11, "goes on with '$' instead of a chunk"),
                arguments("$?\r\n.\r\n", 4, "goes on with '.' instead of a chunk"),
                arguments("$?\r\n;-1\r\n", 4, "the length of a chunk is not a number"),
                arguments("$?\r\n;?\r\n", 4, "the length of a chunk is not a number"),
                arguments("$?\r\n;2\r\nabc\r\n", 10, "not followed by CRLF"),
                arguments("$?\r\n;1\r\na\r\n;536870912\r\n", 11, "a bulk of 536870913 bytes exceeds"),
                // ends of streamed aggregates
                arguments(".\r\n", 0, "an end of a streamed aggregate where there is none"),
                arguments("*1\r\n.\r\n", 4, "where there is none"),
                arguments("*?\r\n*1\r\n.\r\n", 8, "where there is none"),
                arguments("*?\r\n.\r\n.\r\n", 7, "where there is none"),
                arguments("*?\r\n.x\r\n", 5, "malformed end of a streamed aggregate"),
                arguments("*?\r\n.\n", 5, "expected CRLF"),
                arguments("%?\r\n+a\r\n.\r\n", 8, "a streamed map ends after a key"),
                arguments("%?\r\n+a\r\n:1\r\n+b\r\n.\r\n", 16, "a streamed map ends after a key"),
                // attributes
                arguments("*?\r\n|1\r\n+a\r\n:1\r\n.\r\n", 16, "an attribute without a value after it"),
                arguments("*?\r\n|0\r\n.\r\n", 8, "an attribute without a value after it"),
                arguments("*?\r\n|0\r\n|0\r\n.\r\n", 12, "an attribute without a value after it"),
                arguments("|1\r\n+a\r\n.\r\n", 8, "where there is none"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isRefusedInOnePiece(String wire, int offset, String message) {
        assertRefused(List.of(bytes(wire)), offset, message);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isRefusedByteByByte(String wire, int offset, String message) {
        assertRefused(inPiecesOf(1, bytes(wire)), offset, message);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isRefusedWhereverItIsSplit(String wire, int offset, String message) {
        byte[] bytes = bytes(wire);
        for (int at = 0; at <= bytes.length; at++) {
            assertRefused(splitAt(bytes, at), offset, message);
        }
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isRefusedAfterGoodFrames(String wire, int offset, String message) {
        String good = "$3\r\nabc\r\n".repeat(2_000);
        assertRefused(inPiecesOf(4_096, bytes(good + wire)), good.length() + offset, message);
    }

    private static void assertRefused(List<byte[]> pieces, int offset, String message) {
        assertThatThrownBy(() -> readAll(pieces))
                .isInstanceOfSatisfying(
                        RespException.class, e -> assertThat(e.offset()).isEqualTo(offset))
                .hasMessageContaining(message)
                .hasMessageContaining("at byte " + offset + " of the stream");
    }
}
