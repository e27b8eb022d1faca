package dev.carmine.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The body of a large bulk, filled in its final array while it arrives. Up to {@link #ALLOCATED_AT_ONCE} the array is
 * allocated in full; beyond that a peer must have sent half of what is allocated, so that a declared length alone
 * costs no memory.
 */
final class LargeBody {

    /** Bulks of this many bytes and more have a body of their own. */
    static final int MIN_LENGTH = 32 * 1024;

    static final int ALLOCATED_AT_ONCE = 4 * 1024 * 1024;

    private final int length;
    private byte[] bytes;
    private int filled;

    LargeBody(int length) {
        this.length = length;
        this.bytes = new byte[Math.min(length, ALLOCATED_AT_ONCE)];
    }

    boolean isFull() {
        return filled == length;
    }

    /** The whole body once it is full; neither longer nor shorter. */
    byte[] bytes() {
        return bytes;
    }

    /** Takes from the source what is still missing, as far as it is there. */
    void fill(ByteBuffer source) {
        while (source.hasRemaining() && filled < length) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(length, bytes.length * 2L));
            }
            int count = Math.min(source.remaining(), bytes.length - filled);
            source.get(bytes, filled, count);
            filled += count;
        }
    }
}
