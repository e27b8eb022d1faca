package dev.carmine.client.serialization;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.carmine.client.CarmineSerializationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * All that touches the library, apart from {@link ZstdSerializer}, since a class that catches an exception of a missing
 * library cannot be loaded, and so cannot say what is missing.
 */
final class Zstandard {
    private static final String RAISE = "see ZstdSerializer.withMaxSize";

    /** As a power of two; the format has no shorter ones (RFC 8878, 3.1.1.1.2). */
    private static final int SHORTEST_WINDOW = 10;

    private Zstandard() {}

    /** Throws a {@link LinkageError} if the library is missing, or does not work on this machine. */
    static void load() {
        int unused = Zstd.defaultCompressionLevel();
    }

    static byte[] compress(byte[] bytes) {
        return Zstd.compress(bytes);
    }

    /** Grows with what comes out, whatever length the bytes declare; so does the window, up to the limit. */
    static byte[] decompress(byte[] bytes, int maxSize) {
        byte[] plain;
        try (ZstdInputStreamNoFinalizer in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(bytes))) {
            in.setLongMax(Math.max(SHORTEST_WINDOW, Integer.SIZE - Integer.numberOfLeadingZeros(maxSize)));
            plain = in.readNBytes(maxSize + 1);
        } catch (IOException | ZstdException e) {
            throw new CarmineSerializationException(
                    "Zstandard cannot decompress it: it is damaged, or longer than " + maxSize + " bytes; " + RAISE, e);
        }
        if (plain.length > maxSize) {
            throw new CarmineSerializationException(
                    "it is longer than " + maxSize + " bytes when decompressed; raise ZstdSerializer.withMaxSize",
                    null);
        }
        return plain;
    }
}
