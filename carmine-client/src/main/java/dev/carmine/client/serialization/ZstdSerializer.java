package dev.carmine.client.serialization;

import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compresses with Zstandard what another serializer has written, if it is long: {@code
 * ZstdSerializer.over(JacksonSerializer.smile())}. Compressed values are recognised by how they begin, so that those
 * that were stored before remain readable, whatever the threshold was. Text, numbers and bytes, which no serializer
 * sees, are not compressed.
 *
 * <p>Needs {@code com.github.luben:zstd-jni}, which Carmine does not bring along; a program in a named module must
 * require {@code com.github.luben.zstd_jni}. Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878, Zstandard</a>
 */
public final class ZstdSerializer implements Serializer {
    private static final int DEFAULT_THRESHOLD = 1024;
    private static final int DEFAULT_MAX_SIZE = 16 * 1024 * 1024;

    private final Serializer serializer;
    private final int threshold;
    private final int maxSize;

    private ZstdSerializer(Serializer serializer, int threshold, int maxSize) {
        this.serializer = serializer;
        this.threshold = threshold;
        this.maxSize = maxSize;
    }

    /**
     * Compresses what takes 1 KiB or more, and reads back at most 16 MiB.
     *
     * @param serializer writes what is compressed
     * @return a serializer
     * @throws IllegalStateException if {@code zstd-jni} is missing, or does not work on this machine
     */
    public static ZstdSerializer over(Serializer serializer) {
        try {
            Zstandard.load();
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "ZstdSerializer needs com.github.luben:zstd-jni: add it to the dependencies; if it is there, its"
                            + " native library does not work on this machine: see the cause",
                    e);
        }
        return new ZstdSerializer(
                Objects.requireNonNull(serializer, "serializer"), DEFAULT_THRESHOLD, DEFAULT_MAX_SIZE);
    }

    /**
     * The same with another threshold.
     *
     * @param bytes how long a value must be to be compressed; below some hundred bytes little is won
     * @return the changed serializer
     * @throws IllegalArgumentException if the length is negative
     */
    public ZstdSerializer withThreshold(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("threshold must be at least 0, but is " + bytes);
        }
        return new ZstdSerializer(serializer, bytes, maxSize);
    }

    /**
     * The same with another limit.
     *
     * @param bytes how long a value may be when it is decompressed; a few stored bytes can stand for gigabytes
     * @return the changed serializer
     * @throws IllegalArgumentException if the length is not positive
     */
    public ZstdSerializer withMaxSize(int bytes) {
        if (bytes < 1 || bytes == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxSize must be from 1 to 2147483646, but is " + bytes);
        }
        return new ZstdSerializer(serializer, threshold, bytes);
    }

    @Override
    public byte[] serialize(Object value) {
        byte[] plain = serializer.serialize(value);
        if (Formats.isZstandard(plain)) {
            return Zstandard.compress(plain); // or reading would take off what the other serializer has put on
        }
        if (plain.length < threshold || plain.length > maxSize) {
            return plain;
        }
        byte[] compressed = Zstandard.compress(plain);
        return compressed.length < plain.length ? compressed : plain;
    }

    @Override
    public <T> @Nullable T deserialize(byte[] bytes, TypeRef<T> type) {
        return serializer.deserialize(Formats.isZstandard(bytes) ? Zstandard.decompress(bytes, maxSize) : bytes, type);
    }
}
