package dev.carmine.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes. */
final class ByteOutput {

    private byte[] bytes = new byte[64];
    private int size;

    int size() {
        return size;
    }

    void put(byte b) {
        makeRoom(1);
        bytes[size++] = b;
    }

    void put(byte[] source) {
        put(source, 0, source.length);
    }

    void put(byte[] source, int from, int length) {
        makeRoom(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    void putText(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    void putDecimal(long value) {
        int length = Decimals.length(value);
        makeRoom(length);
        size += length;
        Decimals.writeBefore(bytes, size, value);
    }

    void putLineEnd() {
        put((byte) '\r');
        put((byte) '\n');
    }

    void copyTo(byte[] target, int index) {
        System.arraycopy(bytes, 0, target, index, size);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void makeRoom(int count) {
        long needed = (long) size + count;
        if (needed > RespLimits.MAX_ARRAY_LENGTH) {
            throw new IllegalStateException("the encoded form exceeds " + RespLimits.MAX_ARRAY_LENGTH + " bytes");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(RespLimits.MAX_ARRAY_LENGTH, Math.max(needed, 2L * size)));
        }
    }
}
