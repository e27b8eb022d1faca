package dev.carmine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What must hold for any bytes whatever: they are read to the same values and refused at the same place however they are
 * split, nothing but {@link RespException} is thrown, and every frame that is accepted can be skipped and read to its
 * end.
 */
final class HostileInput {

    /** Small, so that a few bytes are enough to exceed them. */
    private static final RespLimits LIMITS = new RespLimits(5, 100_000, 50, 40);

    private HostileInput() {}

    static void check(List<byte[]> pieces) {
        String whole = outcome(List.of(Feeds.join(pieces.toArray(byte[][]::new))));
        assertThat(outcome(pieces)).isEqualTo(whole);
    }

    /** All values, and what the input was refused for, as text. */
    private static String outcome(List<byte[]> pieces) {
        FrameInput input = new FrameInput(LIMITS);
        List<String> outcome = new ArrayList<>();
        try {
            for (byte[] piece : pieces) {
                input.feed(ByteBuffer.wrap(piece));
                while (input.nextFrame()) {
                    outcome.add(read(input.frame()) + "@" + input.bytesConsumed());
                }
            }
            outcome.add(input.isMidFrame() ? "incomplete" : "complete");
        } catch (RespException e) {
            outcome.add(e.getMessage());
            assertThat(e.offset()).isGreaterThanOrEqualTo(input.bytesConsumed());
        }
        return outcome.toString();
    }

    private static String read(RespReader reader) {
        RespValue value = reader.readValue();
        assertThatIllegalStateException().isThrownBy(reader::skip);
        return value.toString();
    }
}
