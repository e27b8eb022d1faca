package dev.carmine.protocol;

import static dev.carmine.protocol.Feeds.bytes;
import static dev.carmine.protocol.Feeds.inPiecesOf;
import static dev.carmine.protocol.Feeds.join;
import static dev.carmine.protocol.Feeds.readAll;
import static dev.carmine.protocol.Feeds.splitAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.protocol.RespValue.Array;
import dev.carmine.protocol.RespValue.BulkString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulks whose bodies go into arrays of their own. */
class LargeBulkTest {

    private static final int LARGE = LargeBody.MIN_LENGTH;
    private static final int AT_ONCE = LargeBody.ALLOCATED_AT_ONCE;

    @ParameterizedTest
    @ValueSource(ints = {LARGE - 1, LARGE, LARGE + 1})
    void readsBulkAroundThresholdWhereverHeadAndTerminatorAreSplit(int length) {
        byte[] body = body(length);
        byte[] frame = bulk('$', body);
        int head = frame.length - body.length - 2;
        for (int at = 0; at < 12; at++) {
            assertReads(splitAt(frame, at), body);
            assertReads(splitAt(frame, head + at), body);
            assertReads(splitAt(frame, frame.length - at), body);
        }
        assertReads(inPiecesOf(1, frame), body);
    }

    @ParameterizedTest
    @ValueSource(ints = {AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 3 * AT_ONCE})
    void readsBulkAroundAllocationThreshold(int length) {
        byte[] body = body(length);
        assertReads(inPiecesOf(65_536, bulk('$', body)), body);
        assertReads(inPiecesOf(AT_ONCE + 7, bulk('$', body)), body);
        assertReads(List.of(bulk('$', body)), body);
    }

    @Test
    void readsSeveralInOneFrameWithOthersBetween() {
        byte[] first = body(LARGE);
        byte[] second = body(100_000);
        byte[] small = body(100);
        byte[] third = body(LARGE + 5);
        byte[] frame = join(
                bytes("*5\r\n"),
                bulk('$', first),
                bulk('$', second),
                bulk('$', small),
                bytes("_\r\n"),
                bulk('$', third));
        byte[] stream = join(bytes("+a\r\n"), frame, bytes("+b\r\n"), frame);
        Array expected = new Array(List.of(
                new BulkString(first),
                new BulkString(second),
                new BulkString(small),
                new RespValue.Null(),
                new BulkString(third)));
        for (int length : new int[] {100, 1_000, 16_384, 65_536, 150_000, stream.length}) {
            FrameInput input = new FrameInput(RespLimits.defaults());
            assertThat(readAll(input, inPiecesOf(length, stream)))
                    .as("in pieces of %d", length)
                    .containsExactly(
                            new RespValue.SimpleString("a"), expected, new RespValue.SimpleString("b"), expected);
            assertThat(input.bytesConsumed()).isEqualTo(stream.length);
        }
    }

    @Test
    void skipsThemToo() {
        byte[] frame = join(
                bytes("*4\r\n*2\r\n"),
                bulk('$', body(LARGE)),
                bytes("$?\r\n"),
                bulk(';', body(LARGE + 1)),
                bytes(";0\r\n"),
                bulk('$', body(LARGE + 2)),
                bytes("*?\r\n"),
                bulk('!', body(LARGE + 3)),
                bytes(".\r\n"),
                bulk('$', body(LARGE + 4)));
        for (int length : new int[] {1_000, 65_536, frame.length}) {
            FrameInput input = new FrameInput(RespLimits.defaults());
            for (byte[] piece : inPiecesOf(length, frame)) {
                input.feed(ByteBuffer.wrap(piece));
                input.nextFrame();
            }
            RespReader reader = input.frame();
            assertThat(reader.readArraySize()).isEqualTo(4);
            reader.skip();
            reader.skip();
            assertThat(reader.readArraySize()).isEqualTo(1);
            reader.skip();
            assertThat(reader.readBytes()).isEqualTo(body(LARGE + 4));
        }
    }

    @Test
    void readsLargeChunksVerbatimStringsAndErrors() {
        byte[] body = body(2 * LARGE);
        String text = new String(body, StandardCharsets.UTF_8);
        byte[] stream = join(
                bytes("$?\r\n"),
                bulk(';', body),
                bulk(';', body(3)),
                bulk(';', body),
                bytes(";0\r\n"),
                bulk('=', join(bytes("txt:"), body)),
                bulk('!', body));
        for (int length : new int[] {1_000, 16_384, stream.length}) {
            assertThat(readAll(inPiecesOf(length, stream)))
                    .containsExactly(
                            new BulkString(join(body, body(3), body)),
                            new RespValue.VerbatimString("txt", text),
                            new RespValue.BulkError(text));
        }
    }

    @Test
    void handsItsArrayOverWithoutCopy() {
        byte[] body = body(1_000_000);
        FrameInput input = feedAll(inPiecesOf(65_536, bulk('$', body)));
        byte[][] read = new byte[1][];
        long allocated = Allocation.of(() -> read[0] = input.frame().readBytes());
        assertThat(read[0]).isEqualTo(body);
        assertThat(allocated).isLessThan(10_000);
    }

    @Test
    void givesBytesOfVerbatimStringWithoutFormat() {
        byte[] body = body(LARGE);
        FrameInput input = feedAll(inPiecesOf(1_000, bulk('=', join(bytes("txt:"), body))));
        assertThat(input.frame().readBytes()).isEqualTo(body);
    }

    @Test
    void countsBytesTakenOutInOffsets() {
        byte[] good = bulk('$', body(100_000));
        byte[] stream = join(bytes("*2\r\n"), good, good, bytes("*3\r\n"), good, bytes("?"));
        assertThatThrownBy(() -> readAll(inPiecesOf(1_000, stream)))
                .isInstanceOfSatisfying(
                        RespException.class, e -> assertThat(e.offset()).isEqualTo(stream.length - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 40_000, 65_536, 1_000_000})
    void refusesBodyWithoutTerminator(int pieces) {
        byte[] stream = join(bytes("$40000\r\n"), body(40_000), bytes("x\r\n"));
        assertThatThrownBy(() -> readAll(inPiecesOf(pieces, stream)))
                .isInstanceOfSatisfying(
                        RespException.class, e -> assertThat(e.offset()).isEqualTo(40_008))
                .hasMessageContaining("not followed by CRLF");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 40_000, 65_536, 1_000_000})
    void refusesVerbatimStringWithoutFormat(int pieces) {
        byte[] stream = join(bytes("+a\r\n"), bulk('=', body(40_000)));
        assertThatThrownBy(() -> readAll(inPiecesOf(pieces, stream)))
                .isInstanceOfSatisfying(
                        RespException.class, e -> assertThat(e.offset()).isEqualTo(4 + 8 + 3))
                .hasMessageContaining("without a colon");
    }

    private static void assertReads(List<byte[]> pieces, byte[] body) {
        // Not through assertThat(values), which would print megabytes.
        List<RespValue> values = readAll(pieces);
        assertThat(values).hasSize(1);
        assertThat(values.get(0).equals(new BulkString(body))).isTrue();
    }

    private static FrameInput feedAll(List<byte[]> pieces) {
        FrameInput input = new FrameInput(RespLimits.defaults());
        boolean complete = false;
        for (byte[] piece : pieces) {
            assertThat(complete).isFalse();
            input.feed(ByteBuffer.wrap(piece));
            complete = input.nextFrame();
        }
        assertThat(complete).isTrue();
        return input;
    }

    private static byte[] bulk(char marker, byte[] body) {
        return join(bytes(marker + Integer.toString(body.length) + "\r\n"), body, bytes("\r\n"));
    }

    /** ASCII that looks like RESP, the same for the same length. */
    private static byte[] body(int length) {
        Random random = new Random(length);
        String alphabet = "\r\n$*>|.;0123abc";
        byte[] body = new byte[length];
        for (int i = 0; i < length; i++) {
            body[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return body;
    }
}
