package dev.carmine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What must hold for any bytes whatever: they are read to the same values and refused at the same place however they are
 * split, nothing but {@link RespException} and {@link RespTypeException} is thrown, and every frame that is accepted can
 * be skipped and read to its end.
 */
final class HostileInput {

    /** Small, so that a few bytes are enough to exceed them. */
    private static final RespLimits LIMITS = new RespLimits(5, 100_000, 50, 40);

    private static final List<Consumer<RespReader>> TYPED_READS = List.of(
            RespReader::readLong,
            RespReader::readDouble,
            RespReader::readBoolean,
            RespReader::readText,
            RespReader::readBytes,
            RespReader::readArraySize,
            RespReader::readMapSize,
            RespReader::readError,
            RespReader::skip);

    private HostileInput() {}

    static void check(List<byte[]> pieces) {
        List<Object> whole = outcome(List.of(Feeds.join(pieces.toArray(byte[][]::new))));
        assertThat(outcome(pieces)).isEqualTo(whole);
    }

    /** All values with the offsets of their ends, and at last what the input was refused for. */
    private static List<Object> outcome(List<byte[]> pieces) {
        FrameInput input = new FrameInput(LIMITS);
        List<Object> outcome = new ArrayList<>();
        try {
            for (byte[] piece : pieces) {
                input.feed(ByteBuffer.wrap(piece));
                while (input.nextFrame()) {
                    outcome.add(read(input));
                    outcome.add(input.bytesConsumed());
                }
            }
            outcome.add(input.isMidFrame() ? "incomplete" : "complete");
        } catch (RespException e) {
            outcome.add(e.getMessage());
            assertThat(e.offset()).isGreaterThanOrEqualTo(input.bytesConsumed());
        }
        return outcome;
    }

    private static RespValue read(FrameInput input) {
        TYPED_READS.forEach(read -> readTyped(input.frame(), read));
        RespReader reader = input.frame();
        RespValue value = reader.readValue();
        assertThatIllegalStateException().isThrownBy(reader::type);
        return value;
    }

    private static void readTyped(RespReader reader, Consumer<RespReader> read) {
        try {
            read.accept(reader);
        } catch (RespTypeException e) {
            // It must still be possible to get past the value.
            reader.skip();
            assertThatIllegalStateException().isThrownBy(reader::type);
        }
    }
}
