package dev.carmine.protocol;

import static dev.carmine.protocol.Feeds.bytes;
import static dev.carmine.protocol.Feeds.inPiecesOf;
import static dev.carmine.protocol.Feeds.readAll;
import static dev.carmine.protocol.Feeds.splitAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.carmine.protocol.RespValue.Array;
import dev.carmine.protocol.RespValue.Attributed;
import dev.carmine.protocol.RespValue.BigNumber;
import dev.carmine.protocol.RespValue.BooleanValue;
import dev.carmine.protocol.RespValue.BulkError;
import dev.carmine.protocol.RespValue.BulkString;
import dev.carmine.protocol.RespValue.DoubleNumber;
import dev.carmine.protocol.RespValue.Entry;
import dev.carmine.protocol.RespValue.IntegerNumber;
import dev.carmine.protocol.RespValue.MapValue;
import dev.carmine.protocol.RespValue.Null;
import dev.carmine.protocol.RespValue.Push;
import dev.carmine.protocol.RespValue.SetValue;
import dev.carmine.protocol.RespValue.SimpleError;
import dev.carmine.protocol.RespValue.SimpleString;
import dev.carmine.protocol.RespValue.VerbatimString;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameInputTest {

    private static final RespValue ONE = new IntegerNumber(1);
    private static final RespValue TWO = new IntegerNumber(2);
    private static final RespValue A = new SimpleString("a");
    private static final RespValue B = new SimpleString("b");

    static Stream<Arguments> frames() {
        return Stream.of(
                arguments("+OK\r\n", new SimpleString("OK")),
                arguments("+\r\n", new SimpleString("")),
                arguments("$5\r\nhello\r\n", BulkString.of("hello")),
                arguments("$0\r\n\r\n", BulkString.of("")),
                arguments("$2\r\n\r\n\r\n", BulkString.of("\r\n")),
                arguments("$03\r\nabc\r\n", BulkString.of("abc")),
                arguments("-ERR no\r\n", new SimpleError("ERR no")),
                arguments("!6\r\nERR\r\nx\r\n", new BulkError("ERR\r\nx")),
                arguments(":0\r\n", new IntegerNumber(0)),
                arguments(":-0\r\n", new IntegerNumber(0)),
                arguments(":+12\r\n", new IntegerNumber(12)),
                arguments(":9223372036854775807\r\n", new IntegerNumber(Long.MAX_VALUE)),
                arguments(":-9223372036854775808\r\n", new IntegerNumber(Long.MIN_VALUE)),
                arguments(",1.5\r\n", new DoubleNumber(1.5)),
                arguments(",10\r\n", new DoubleNumber(10)),
                arguments(",-1.5e-7\r\n", new DoubleNumber(-1.5e-7)),
                arguments(",+2E+20\r\n", new DoubleNumber(2e20)),
                arguments(",inf\r\n", new DoubleNumber(Double.POSITIVE_INFINITY)),
                arguments(",-inf\r\n", new DoubleNumber(Double.NEGATIVE_INFINITY)),
                arguments(",nan\r\n", new DoubleNumber(Double.NaN)),
                arguments(",-nan\r\n", new DoubleNumber(Double.NaN)),
                arguments("#t\r\n", new BooleanValue(true)),
                arguments("#f\r\n", new BooleanValue(false)),
                arguments("_\r\n", new Null()),
                arguments("$-1\r\n", new Null()),
                arguments("*-1\r\n", new Null()),
                arguments("(-12345678901234567890123\r\n", new BigNumber("-12345678901234567890123")),
                arguments("=8\r\ntxt:text\r\n", new VerbatimString("txt", "text")),
                arguments("=4\r\nmkd:\r\n", new VerbatimString("mkd", "")),
                arguments("*0\r\n", new Array(List.of())),
                arguments("*2\r\n:1\r\n:2\r\n", new Array(List.of(ONE, TWO))),
                arguments("*3\r\n*-1\r\n$-1\r\n_\r\n", new Array(List.of(new Null(), new Null(), new Null()))),
                arguments(
                        "*2\r\n*2\r\n:1\r\n*0\r\n:2\r\n",
                        new Array(List.of(new Array(List.of(ONE, new Array(List.of()))), TWO))),
                arguments("~2\r\n:1\r\n:2\r\n", new SetValue(List.of(ONE, TWO))),
                arguments("%0\r\n", new MapValue(List.of())),
                arguments(
                        "%2\r\n+a\r\n:1\r\n*1\r\n+b\r\n%0\r\n",
                        new MapValue(
                                List.of(new Entry(A, ONE), new Entry(new Array(List.of(B)), new MapValue(List.of()))))),
                arguments(">2\r\n+a\r\n:1\r\n", new Push(List.of(A, ONE))),
                arguments("|1\r\n+a\r\n:1\r\n+b\r\n", new Attributed(List.of(new Entry(A, ONE)), B)),
                arguments("|0\r\n+b\r\n", new Attributed(List.of(), B)),
                arguments(
                        "|1\r\n+a\r\n:1\r\n|1\r\n+b\r\n:2\r\n*0\r\n",
                        new Attributed(List.of(new Entry(A, ONE), new Entry(B, TWO)), new Array(List.of()))),
                arguments(
                        "|1\r\n+a\r\n:1\r\n>1\r\n+b\r\n",
                        new Attributed(List.of(new Entry(A, ONE)), new Push(List.of(B)))),
                arguments(
                        "*2\r\n:1\r\n|1\r\n+a\r\n|1\r\n+b\r\n:2\r\n:1\r\n:2\r\n",
                        new Array(List.of(
                                ONE,
                                new Attributed(
                                        List.of(new Entry(A, new Attributed(List.of(new Entry(B, TWO)), ONE))), TWO)))),
                arguments("$?\r\n;0\r\n", BulkString.of("")),
                arguments("$?\r\n;4\r\nHell\r\n;5\r\no\r\n;0\r\n;00\r\n", BulkString.of("Hello\r\n;0")),
                arguments("*?\r\n.\r\n", new Array(List.of())),
                arguments("*?\r\n:1\r\n:2\r\n.\r\n", new Array(List.of(ONE, TWO))),
                arguments("~?\r\n:1\r\n.\r\n", new SetValue(List.of(ONE))),
                arguments("%?\r\n+a\r\n:1\r\n.\r\n", new MapValue(List.of(new Entry(A, ONE)))),
                arguments(
                        "*?\r\n*?\r\n.\r\n%?\r\n+a\r\n*?\r\n:1\r\n.\r\n.\r\n$?\r\n;1\r\n.\r\n;0\r\n.\r\n",
                        new Array(List.of(
                                new Array(List.of()),
                                new MapValue(List.of(new Entry(A, new Array(List.of(ONE))))),
                                BulkString.of(".")))),
                arguments(
                        "*2\r\n*?\r\n|1\r\n+a\r\n*?\r\n.\r\n:1\r\n.\r\n:2\r\n",
                        new Array(List.of(
                                new Array(List.of(new Attributed(List.of(new Entry(A, new Array(List.of()))), ONE))),
                                TWO))));
    }

    static Stream<Arguments> wires() {
        return frames().map(frame -> arguments(frame.get()[0]));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void readsEveryTypeWhereverItIsSplit(String wire, RespValue expected) {
        byte[] bytes = bytes(wire);
        for (int at = 0; at <= bytes.length; at++) {
            assertThat(readAll(splitAt(bytes, at))).as("split at %d", at).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void readsEveryTypeBetweenOtherFramesWhereverItIsSplit(String wire, RespValue expected) {
        byte[] bytes = bytes("+a\r\n" + wire + "*1\r\n+b\r\n" + wire);
        for (int at = 0; at <= bytes.length; at++) {
            assertThat(readAll(splitAt(bytes, at)))
                    .as("split at %d", at)
                    .containsExactly(A, expected, new Array(List.of(B)), expected);
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void findsFrameExactlyAtItsLastByte(String wire, RespValue expected) {
        FrameInput input = new FrameInput(RespLimits.defaults());
        byte[] bytes = bytes(wire);
        for (int i = 0; i < bytes.length - 1; i++) {
            input.feed(ByteBuffer.wrap(bytes, i, 1));
            assertThat(input.nextFrame()).as("after %d bytes", i + 1).isFalse();
            assertThat(input.isMidFrame()).isTrue();
        }
        input.feed(ByteBuffer.wrap(bytes, bytes.length - 1, 1));
        assertThat(input.nextFrame()).isTrue();
        assertThat(input.frame().readValue()).isEqualTo(expected);
        assertThat(input.isMidFrame()).isFalse();
        assertThat(input.bytesConsumed()).isEqualTo(bytes.length);
    }

    @ParameterizedTest
    @MethodSource("wires")
    void skipsEveryTypeWithEverythingInIt(String wire) {
        RespReader reader = Feeds.read("*3\r\n:1\r\n" + wire.replace('>', '*') + "+after\r\n");
        assertThat(reader.readArraySize()).isEqualTo(3);
        reader.skip();
        reader.skip();
        assertThat(reader.readText()).isEqualTo("after");
        assertThatIllegalStateException().isThrownBy(reader::type);
    }

    @Test
    void doesNotTakePushMarkerWithinBulkForPush() {
        byte[] bytes = bytes("$13\r\n>2\r\n+x\r\n+y\r\n>\r\n>1\r\n+p\r\n");
        for (int at = 0; at <= bytes.length; at++) {
            assertThat(readAll(splitAt(bytes, at)))
                    .as("split at %d", at)
                    .containsExactly(BulkString.of(">2\r\n+x\r\n+y\r\n>"), new Push(List.of(new SimpleString("p"))));
        }
    }

    @Test
    void takesDirectBuffersAndEmptiesThem() {
        byte[] bytes = bytes("+a\r\n+b\r\n");
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        FrameInput input = new FrameInput(RespLimits.defaults());
        input.feed(direct);
        assertThat(direct.hasRemaining()).isFalse();
        assertThat(readAll(input, List.of(new byte[0]))).containsExactly(A, B);
    }

    @Test
    void knowsWhetherItIsWithinFrame() {
        FrameInput input = new FrameInput(RespLimits.defaults());
        assertThat(input.isMidFrame()).isFalse();
        input.feed(ByteBuffer.wrap(bytes("+a\r\n+b")));
        assertThat(input.nextFrame()).isTrue();
        assertThat(input.isMidFrame()).isTrue();
        assertThat(input.bytesConsumed()).isEqualTo(4);
        assertThat(input.nextFrame()).isFalse();
        assertThat(input.isMidFrame()).isTrue();
        input.feed(ByteBuffer.wrap(bytes("\r\n")));
        assertThat(input.nextFrame()).isTrue();
        assertThat(input.isMidFrame()).isFalse();
        assertThat(input.nextFrame()).isFalse();
        assertThat(input.isMidFrame()).isFalse();
        assertThat(input.bytesConsumed()).isEqualTo(8);
    }

    @Test
    void readsFrameAgainFromItsStart() {
        FrameInput input = Feeds.inputOf(bytes("*2\r\n+a\r\n+b\r\n"));
        assertThat(input.nextFrame()).isTrue();
        assertThat(input.frame().readArraySize()).isEqualTo(2);
        assertThat(input.frame()).isSameAs(input.frame());
        assertThat(input.frame().readValue()).isEqualTo(new Array(List.of(A, B)));
    }

    @Test
    void refusesFrameWhenThereIsNone() {
        FrameInput input = Feeds.inputOf(bytes("+a\r\n"));
        assertThatIllegalStateException().isThrownBy(input::frame);
        assertThat(input.nextFrame()).isTrue();
        RespReader reader = input.frame();
        assertThat(input.nextFrame()).isFalse();
        assertThatIllegalStateException().isThrownBy(input::frame);
        assertThatIllegalStateException().isThrownBy(reader::readText);
    }

    @Test
    void dropsFrameWhenFed() {
        FrameInput input = Feeds.inputOf(bytes("+a\r\n"));
        assertThat(input.nextFrame()).isTrue();
        input.feed(ByteBuffer.allocate(0));
        assertThatIllegalStateException().isThrownBy(input::frame);
        assertThat(input.nextFrame()).isFalse();
    }

    @Test
    void staysBrokenAfterMalformedInput() {
        FrameInput input = Feeds.inputOf(bytes("+a\r\n?\r\n+b\r\n"));
        assertThat(input.nextFrame()).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(input::nextFrame)
                    .isInstanceOfSatisfying(
                            RespException.class, e -> assertThat(e.offset()).isEqualTo(4));
            assertThatThrownBy(() -> input.feed(ByteBuffer.wrap(bytes("+c\r\n"))))
                    .isInstanceOf(RespException.class);
        }
        assertThat(input.bytesConsumed()).isEqualTo(4);
    }

    @Test
    void readsManyFramesWhileTheirBytesWrapAroundTheBuffer() {
        String frames = "$7\r\nabcdefg\r\n".repeat(20_000);
        List<RespValue> values = readAll(inPiecesOf(9_973, bytes(frames)));
        assertThat(values).hasSize(20_000).containsOnly(BulkString.of("abcdefg"));
    }

    @Test
    void takesNewBytesWhileManyFramesWait() {
        FrameInput input = new FrameInput(RespLimits.defaults());
        byte[] frame = bytes("+abcdefg\r\n");
        int read = 0;
        for (int i = 0; i < 50_000; i++) {
            input.feed(ByteBuffer.wrap(frame));
            if (i % 2 == 0) {
                assertThat(input.nextFrame()).isTrue();
                assertThat(input.frame().readText()).isEqualTo("abcdefg");
                read++;
            }
        }
        while (input.nextFrame()) {
            read++;
        }
        assertThat(read).isEqualTo(50_000);
        assertThat(input.bytesConsumed()).isEqualTo(500_000);
    }
}
