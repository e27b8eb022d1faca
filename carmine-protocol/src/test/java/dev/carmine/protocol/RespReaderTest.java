package dev.carmine.protocol;

import static dev.carmine.protocol.Feeds.bytes;
import static dev.carmine.protocol.Feeds.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RespReaderTest {

    @ParameterizedTest
    @CsvSource({
        "+OK, SIMPLE_STRING",
        "$2|ab, BULK_STRING",
        "$?|;0, BULK_STRING",
        "-ERR x, SIMPLE_ERROR",
        "!3|ERR, BULK_ERROR",
        ":1, INTEGER",
        "',1', DOUBLE",
        "#t, BOOLEAN",
        "_, NULL",
        "$-1, NULL",
        "*-1, NULL",
        "(1, BIG_NUMBER",
        "=4|txt:, VERBATIM_STRING",
        "*0, ARRAY",
        "*?|., ARRAY",
        "~0, SET",
        "%0, MAP",
        ">0, PUSH"
    })
    void tellsType(String wire, RespType type) {
        RespReader reader = read(wire.replace("|", "\r\n") + "\r\n");
        assertThat(reader.type()).isEqualTo(type);
        assertThat(reader.isNull()).isEqualTo(type == RespType.NULL);
        assertThat(reader.isError()).isEqualTo(type == RespType.SIMPLE_ERROR || type == RespType.BULK_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {":-42\r\n", "$3\r\n-42\r\n", "+-42\r\n", "(-42\r\n", ",-42\r\n", "=7\r\ntxt:-42\r\n"})
    void readsIntegerFromAnythingThatIsOne(String wire) {
        assertThat(read(wire).readLong()).isEqualTo(-42);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$0\r\n\r\n",
                "$2\r\n4x\r\n",
                "$3\r\n4.0\r\n",
                ",4.5\r\n",
                "(9223372036854775808\r\n",
                "$19\r\n9223372036854775808\r\n",
                "_\r\n",
                "$-1\r\n",
                "*-1\r\n",
                "*0\r\n",
                "-ERR 1\r\n",
                "!1\r\n1\r\n"
            })
    void refusesIntegerFromAnythingElse(String wire) {
        assertMismatch(wire, RespReader::readLong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {",1.25\r\n", "$4\r\n1.25\r\n", "+1.25\r\n", ",125e-2\r\n", "$?\r\n;2\r\n1.\r\n;2\r\n25\r\n;0\r\n"
            })
    void readsDoubleFromAnythingThatIsOne(String wire) {
        assertThat(read(wire).readDouble()).isEqualTo(1.25);
    }

    @Test
    void readsDoubleFromIntegersOfAllKinds() {
        assertThat(read(":-7\r\n").readDouble()).isEqualTo(-7);
        assertThat(read("(100000000000000000000\r\n").readDouble()).isEqualTo(1e20);
        assertThat(read("$3\r\ninf\r\n").readDouble()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(read("$4\r\n-inf\r\n").readDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(read("$3\r\nnan\r\n").readDouble()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$0\r\n\r\n", "$3\r\nabc\r\n", "$2\r\n1f\r\n", "_\r\n", "$-1\r\n", "~0\r\n", "-1\r\n"})
    void refusesDoubleFromAnythingElse(String wire) {
        assertMismatch(wire, RespReader::readDouble);
    }

    @Test
    void readsBooleans() {
        assertThat(read("#t\r\n").readBoolean()).isTrue();
        assertThat(read("#f\r\n").readBoolean()).isFalse();
        assertThat(read(":1\r\n").readBoolean()).isTrue();
        assertThat(read(":0\r\n").readBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {":2\r\n", ":-1\r\n", "+OK\r\n", "$1\r\n1\r\n", "_\r\n", "*-1\r\n", "-ERR\r\n"})
    void refusesBooleanFromAnythingElse(String wire) {
        assertMismatch(wire, RespReader::readBoolean);
    }

    @ParameterizedTest
    @CsvSource({
        "+a b, a b",
        "$2|ab, ab",
        "=6|txt:ab, ab",
        ":-5, -5",
        "',1.50', 1.50",
        "(99, 99",
        "#t, 1",
        "#f, 0",
        "$?|;1|a|;1|b|;0, ab"
    })
    void readsTextOfScalars(String wire, String text) {
        String frame = wire.replace("|", "\r\n") + "\r\n";
        assertThat(read(frame).readText()).isEqualTo(text);
        assertThat(read(frame).readBytes()).isEqualTo(bytes(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_\r\n", "$-1\r\n", "*-1\r\n"})
    void readsNullOfAnyGenerationAsNull(String wire) {
        assertThat(read(wire).readText()).isNull();
        assertThat(read(wire).readBytes()).isNull();
        assertThat(read(wire).readArraySize()).isEqualTo(-1);
        assertThat(read(wire).readMapSize()).isEqualTo(-1);
        assertThat(read(wire).readValue()).isEqualTo(new RespValue.Null());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*0\r\n", "%0\r\n", "~0\r\n", ">0\r\n", "-ERR x\r\n", "!3\r\nERR\r\n", "*?\r\n.\r\n"})
    void refusesTextFromAggregatesAndErrors(String wire) {
        assertMismatch(wire, RespReader::readText);
        assertMismatch(wire, RespReader::readBytes);
    }

    @Test
    void readsUtf8AndReplacesWhatIsNot() {
        byte[] text = "naïve €😀".getBytes(StandardCharsets.UTF_8);
        String wire = "$" + text.length + "\r\n" + new String(text, StandardCharsets.ISO_8859_1) + "\r\n";
        assertThat(read(wire).readText()).isEqualTo("naïve €😀");
        assertThat(read(wire).readBytes()).isEqualTo(text);
        assertThat(read("$2\r\na\u00ff\r\n").readText()).isEqualTo("a\ufffd");
        assertThat(read("$2\r\na\u00ff\r\n").readBytes()).isEqualTo(bytes("a\u00ff"));
    }

    @Test
    void givesFreshBytesEachTime() {
        RespReader reader = read("*3\r\n#t\r\n+a\r\n#t\r\n");
        assertThat(reader.readArraySize()).isEqualTo(3);
        byte[] first = Objects.requireNonNull(reader.readBytes());
        assertThat(first).isEqualTo(bytes("1"));
        first[0] = 'x';
        reader.skip();
        assertThat(reader.readBytes()).isEqualTo(bytes("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2\r\n+a\r\n:1\r\n+b\r\n:2\r\n", "*4\r\n+a\r\n:1\r\n+b\r\n:2\r\n",
                "%?\r\n+a\r\n:1\r\n+b\r\n:2\r\n.\r\n", "*?\r\n+a\r\n:1\r\n+b\r\n:2\r\n.\r\n",
                "|1\r\n+x\r\n%0\r\n%2\r\n|1\r\n+x\r\n+y\r\n+a\r\n:1\r\n+b\r\n:2\r\n"
            })
    void readsMapsOfEitherGenerationAlike(String wire) {
        RespReader reader = read(wire);
        assertThat(reader.readMapSize()).isEqualTo(2);
        assertThat(reader.readText()).isEqualTo("a");
        assertThat(reader.readLong()).isEqualTo(1);
        assertThat(reader.readText()).isEqualTo("b");
        assertThat(reader.readLong()).isEqualTo(2);
        assertAtEnd(reader);
        assertThat(read(wire).readArraySize()).isEqualTo(4);
    }

    @Test
    void readsArraysSetsAndPushesAlike() {
        for (String head : new String[] {"*2", "~2", ">2"}) {
            RespReader reader = read(head + "\r\n+a\r\n+b\r\n");
            assertThat(reader.readArraySize()).isEqualTo(2);
            assertThat(reader.readText()).isEqualTo("a");
            assertThat(reader.readText()).isEqualTo("b");
            assertAtEnd(reader);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*1\r\n+a\r\n", "*?\r\n+a\r\n.\r\n", "~2\r\n+a\r\n+b\r\n", ">0\r\n", "+a\r\n", "$0\r\n\r\n"})
    void refusesMapFromAnythingElse(String wire) {
        assertMismatch(wire, RespReader::readMapSize);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+a\r\n", "$0\r\n\r\n", ":1\r\n", "#t\r\n", "-ERR\r\n", "=4\r\ntxt:\r\n"})
    void refusesArrayFromAnythingElse(String wire) {
        assertMismatch(wire, RespReader::readArraySize);
    }

    @Test
    void readsNestedStreamedAggregates() {
        RespReader reader = read("*?\r\n*?\r\n+a\r\n.\r\n*2\r\n*?\r\n.\r\n:7\r\n$?\r\n;1\r\nb\r\n;0\r\n.\r\n");
        assertThat(reader.readArraySize()).isEqualTo(3);
        assertThat(reader.readArraySize()).isEqualTo(1);
        assertThat(reader.readText()).isEqualTo("a");
        assertThat(reader.readArraySize()).isEqualTo(2);
        assertThat(reader.readArraySize()).isZero();
        assertThat(reader.readLong()).isEqualTo(7);
        assertThat(reader.readText()).isEqualTo("b");
        assertAtEnd(reader);
    }

    @Test
    void readsErrorsWithinAggregates() {
        RespReader reader = read("*3\r\n-WRONGTYPE not a list\r\n!10\r\nOOPS a\r\nb.\r\n-SINGLE\r\n");
        assertThat(reader.readArraySize()).isEqualTo(3);
        assertThat(reader.isError()).isTrue();
        assertThat(reader.readError()).isEqualTo(new RespError("WRONGTYPE", "WRONGTYPE not a list"));
        assertThat(reader.readError()).isEqualTo(new RespError("OOPS", "OOPS a\r\nb."));
        assertThat(reader.readError()).isEqualTo(new RespError("SINGLE", "SINGLE"));
        assertAtEnd(reader);
        assertMismatch("+OK\r\n", RespReader::readError);
        assertMismatch("_\r\n", RespReader::readError);
    }

    @Test
    void saysWhatItExpectedAndFoundWithoutContent() {
        assertThatExceptionOfType(RespTypeException.class)
                .isThrownBy(() -> read("$6\r\nsecret\r\n").readLong())
                .withMessage("expected an integer of 64 bits but the reply has a value of type bulk string");
        assertThatExceptionOfType(RespTypeException.class)
                .isThrownBy(() -> read("*-1\r\n").readDouble())
                .withMessage("expected a number but the reply has a value of type null");
        assertThatExceptionOfType(RespTypeException.class)
                .isThrownBy(() -> read("-ERR secret\r\n").readText())
                .withMessage("expected text but the reply has a value of type simple error");
        assertThatExceptionOfType(RespTypeException.class)
                .isThrownBy(() -> read("*1\r\n+a\r\n").readMapSize())
                .withMessage("expected a map but the reply has an array of odd size");
    }

    @Test
    void doesNotReadBeyondFrame() {
        FrameInput input = Feeds.inputOf(bytes("+a\r\n+b\r\n"));
        assertThat(input.nextFrame()).isTrue();
        RespReader reader = input.frame();
        assertThat(reader.readText()).isEqualTo("a");
        assertThatIllegalStateException().isThrownBy(reader::readText).withMessage("the frame has no further value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":7\r\n",
                "*2\r\n:1\r\n*1\r\n:2\r\n",
                "|1\r\n+a\r\n+b\r\n%1\r\n+k\r\n_\r\n",
                "$?\r\n;1\r\nx\r\n;0\r\n"
            })
    void forksAtValueAndGoesOnAfterIt(String value) {
        RespReader reader = read("*2\r\n" + value + "+next\r\n");
        assertThat(reader.readArraySize()).isEqualTo(2);
        RespReader first = reader.fork();
        assertThat(reader.readText()).isEqualTo("next");
        assertThat(first.readValue()).isEqualTo(read(value).readValue());
    }

    @Test
    void forksBeforeLargeBodyWhichBothFind() {
        String large = "x".repeat(LargeBody.MIN_LENGTH);
        String bulk = "$" + large.length() + "\r\n" + large + "\r\n";
        RespReader reader = read("*3\r\n" + bulk + bulk + "+end\r\n");
        assertThat(reader.readArraySize()).isEqualTo(3);
        RespReader first = reader.fork();
        RespReader second = reader.fork();
        assertThat(reader.readText()).isEqualTo("end");
        assertThat(second.readText()).isEqualTo(large);
        assertThat(first.readText()).isEqualTo(large);
    }

    /** The read fails, and the value can still be read as what it is. */
    private static void assertMismatch(String wire, Function<RespReader, Object> read) {
        RespReader reader = read(wire);
        assertThatExceptionOfType(RespTypeException.class).isThrownBy(() -> read.apply(reader));
        assertThat(reader.readValue()).isEqualTo(read(wire).readValue());
        assertAtEnd(reader);
    }

    private static void assertAtEnd(RespReader reader) {
        assertThatIllegalStateException().isThrownBy(reader::type);
    }
}
