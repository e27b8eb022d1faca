package dev.carmine.client.internal.command;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Vectors as the words of commands. */
public final class Vectors {
    private Vectors() {}

    /**
     * The numbers as servers take them for {@code FP32} and {@code FLOAT32}: four bytes each, the lowest first.
     *
     * @param numbers at least one number, all of them finite
     * @return the bytes
     */
    public static byte[] fp32(float... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("A vector needs at least one number");
        }
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw new IllegalArgumentException("The numbers of a vector must be finite, but one is " + number);
            }
            bytes.putFloat(number);
        }
        return bytes.array();
    }
}
