package dev.carmine.client.command;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A vector as the set keeps it: divided by its length, and in few bytes.
 *
 * @param quantization in what the numbers are kept, as the server names it: {@code int8}, {@code f32} or {@code bin}
 * @param bytes the numbers: a byte each for {@code int8}, four bytes each, the lowest first, for {@code f32}, a bit each
 *     in words of eight bytes for {@code bin}; not copied, and not to be modified
 * @param norm the length that the vector had
 * @param range what the bytes -127 and 127 stand for; null unless the numbers are {@code int8}
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see below
public record RawVector(
        String quantization,
        byte[] bytes,
        double norm,
        @Nullable Double range) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawVector that
                && quantization.equals(that.quantization)
                && Arrays.equals(bytes, that.bytes)
                && norm == that.norm
                && Objects.equals(range, that.range);
    }

    @Override
    public int hashCode() {
        return Objects.hash(quantization, Arrays.hashCode(bytes), norm, range);
    }

    @Override
    public String toString() {
        return "RawVector[quantization=" + quantization + ", bytes=" + Arrays.toString(bytes) + ", norm=" + norm
                + ", range=" + range + "]";
    }
}
