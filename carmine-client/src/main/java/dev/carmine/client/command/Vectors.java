package dev.carmine.client.command;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Vectors as the words of commands. */
final class Vectors {
    private Vectors() {}

    /** The numbers as the server takes them after {@code FP32}: four bytes each, the lowest first. */
    static byte[] fp32(float... numbers) {
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

    static int positive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("The " + name + " must be positive, but is " + number);
        }
        return number;
    }
}
