package dev.carmine.protocol;

import static dev.carmine.protocol.Feeds.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameInputMemoryTest {

    private static final int SLACK = 256 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*16777216\r\n",
                "%8388608\r\n",
                "~16777216\r\n",
                ">16777216\r\n",
                "|8388607\r\n",
                "*1000000\r\n*1000000\r\n*1000000\r\n",
                "*2\r\n$32767\r\n",
                "$?\r\n;32767\r\n"
            })
    void declaredLengthsAllocateNothing(String wire) {
        assertThat(allocatedBy(wire)).isLessThan(SLACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$536870912\r\nabc",
                "!536870912\r\n",
                "=536870912\r\ntxt:",
                "$?\r\n;536870912\r\nabc",
                "$4194304\r\n"
            })
    void declaredBulkAllocatesNoMoreThanIsAllowedAtOnce(String wire) {
        assertThat(allocatedBy(wire)).isLessThan(LargeBody.ALLOCATED_AT_ONCE + SLACK);
    }

    @Test
    void hugeBulkGrowsOnlyWithWhatHasArrived() {
        FrameInput input = Feeds.inputOf(bytes("$536870912\r\n"));
        ByteBuffer piece = ByteBuffer.allocate(64 * 1024);
        int arrived = 10 * 1024 * 1024;
        long allocated = Allocation.of(() -> {
            for (int i = 0; i < arrived; i += piece.capacity()) {
                input.feed(piece.clear());
                assertThat(input.nextFrame()).isFalse();
            }
        });
        // 4, 8 and 16 MiB, the last of which is enough for what has arrived.
        assertThat(allocated).isLessThan((4 + 8 + 16) * 1024 * 1024 + SLACK);
    }

    @Test
    @Timeout(60)
    void tinyPiecesOfHugeFrameCostNoMoreThanTheirBytes() {
        // Were the frame scanned from its start with each piece, this would take 10^13 steps.
        int elements = 400_000;
        FrameInput input = Feeds.inputOf(bytes("*" + elements + "\r\n"));
        int[] frames = new int[1];
        ByteBuffer element = ByteBuffer.wrap(bytes("$3\r\nabc\r\n"));
        long allocated = Allocation.of(() -> {
            for (int i = 0; i < elements; i++) {
                for (int at = 0; at < element.capacity(); at++) {
                    input.feed(element.limit(at + 1).position(at));
                    frames[0] += input.nextFrame() ? 1 : 0;
                }
            }
        });
        assertThat(frames[0]).isEqualTo(1);
        assertThat(input.frame().readArraySize()).isEqualTo(elements);
        assertThat(allocated).isLessThan(4L * elements * element.capacity() + SLACK);
    }

    @Test
    @Timeout(60)
    void longLineInTinyPiecesIsSearchedOnce() {
        RespLimits limits = new RespLimits(1, 1, 1, Integer.MAX_VALUE);
        FrameInput input = new FrameInput(limits);
        input.feed(ByteBuffer.wrap(bytes("+")));
        ByteBuffer piece = ByteBuffer.wrap(bytes("x"));
        int length = 3_000_000;
        for (int i = 0; i < length; i++) {
            input.feed(piece.clear());
            input.nextFrame();
        }
        input.feed(ByteBuffer.wrap(bytes("\r\n")));
        assertThat(input.nextFrame()).isTrue();
        assertThat(input.frame().readText()).hasSize(length);
    }

    @Test
    void keepsNoLargeBufferWhenIdle() {
        FrameInput input = new FrameInput(RespLimits.defaults());
        byte[] frame = bytes("*100000\r\n" + ":12345\r\n".repeat(100_000));
        input.feed(ByteBuffer.wrap(frame));
        assertThat(input.capacity()).isGreaterThanOrEqualTo(frame.length);
        assertThat(input.nextFrame()).isTrue();
        assertThat(input.capacity()).isGreaterThanOrEqualTo(frame.length);
        assertThat(input.nextFrame()).isFalse();
        assertThat(input.capacity()).isEqualTo(FrameInput.MIN_CAPACITY);
    }

    @Test
    void keepsNoLargeBufferForStartOfNextFrame() {
        FrameInput input = new FrameInput(RespLimits.defaults());
        input.feed(ByteBuffer.wrap(bytes("*100000\r\n" + ":12345\r\n".repeat(100_000) + "$5\r\nhel")));
        assertThat(input.nextFrame()).isTrue();
        assertThat(input.nextFrame()).isFalse();
        assertThat(input.capacity()).isEqualTo(FrameInput.MIN_CAPACITY);
        input.feed(ByteBuffer.wrap(bytes("lo\r\n")));
        assertThat(input.nextFrame()).isTrue();
        assertThat(input.frame().readText()).isEqualTo("hello");
    }

    @Test
    void givesMediumBufferBackAfterQuietFeeds() {
        FrameInput input = new FrameInput(RespLimits.defaults());
        String frame = "+0123456789\r\n";
        input.feed(ByteBuffer.wrap(bytes(frame.repeat(5_000))));
        drain(input);
        int capacity = input.capacity();
        assertThat(capacity).isGreaterThan(FrameInput.MIN_CAPACITY).isLessThan(FrameInput.MAX_IDLE_CAPACITY);
        // Not even a frame that is always incomplete, as under steady load, keeps it.
        input.feed(ByteBuffer.wrap(bytes(frame.substring(0, 5))));
        drain(input);
        for (int i = 2; i < FrameInput.QUIET_FEEDS; i++) {
            input.feed(ByteBuffer.wrap(bytes(frame.substring(5) + frame.substring(0, 5))));
            drain(input);
            assertThat(input.capacity()).isEqualTo(capacity);
        }
        input.feed(ByteBuffer.wrap(bytes(frame.substring(5))));
        assertThat(input.capacity()).isEqualTo(FrameInput.MIN_CAPACITY);
        assertThat(input.nextFrame()).isTrue();
        assertThat(input.frame().readText()).isEqualTo("0123456789");
    }

    @Test
    void keepsMediumBufferWhileItIsInUse() {
        FrameInput input = new FrameInput(RespLimits.defaults());
        byte[] small = bytes("+0123456789\r\n");
        byte[] large = bytes("+0123456789\r\n".repeat(5_000));
        input.feed(ByteBuffer.wrap(large));
        drain(input);
        int capacity = input.capacity();
        for (int i = 0; i < 10 * FrameInput.QUIET_FEEDS; i++) {
            input.feed(ByteBuffer.wrap(i % 32 == 0 ? large : small));
            drain(input);
            assertThat(input.capacity()).isEqualTo(capacity);
        }
    }

    @Test
    void readsShortTextWithoutAllocatingAnythingElse() {
        FrameInput input = new FrameInput(RespLimits.defaults());
        ByteBuffer piece = ByteBuffer.wrap(bytes("$5\r\nhello\r\n:1\r\n,1.5\r\n".repeat(500)));
        readScalars(input, piece); // loads classes
        long allocated = Allocation.of(() -> readScalars(input, piece));
        // A string and its array take 24 bytes each.
        assertThat(allocated).isLessThan(500 * 2 * 24 + 4_096);
    }

    private static void readScalars(FrameInput input, ByteBuffer piece) {
        input.feed(piece.clear());
        while (input.nextFrame()) {
            RespReader reader = input.frame();
            switch (reader.type()) {
                case INTEGER -> reader.readLong();
                case DOUBLE -> reader.readDouble();
                default -> reader.readText();
            }
        }
    }

    private static void drain(FrameInput input) {
        while (input.nextFrame()) {
            input.frame();
        }
    }

    private static long allocatedBy(String wire) {
        ByteBuffer source = ByteBuffer.wrap(bytes(wire));
        return Allocation.of(() -> {
            FrameInput input = new FrameInput(RespLimits.defaults());
            input.feed(source);
            assertThat(input.nextFrame()).isFalse();
        });
    }
}
