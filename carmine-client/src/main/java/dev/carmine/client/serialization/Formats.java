package dev.carmine.client.serialization;

import dev.carmine.client.CarmineSerializationException;
import java.util.Arrays;

/** How values begin, by which they are recognised. */
final class Formats {
    private static final byte[] SMILE = {':', ')', '\n'};

    /** The magic number of a Zstandard frame, least significant byte first (RFC 8878, 3.1.1). */
    private static final byte[] ZSTANDARD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private Formats() {}

    static boolean isZstandard(byte[] bytes) {
        return beginsWith(bytes, ZSTANDARD);
    }

    static void requireSmile(byte[] bytes) {
        if (beginsWith(bytes, SMILE)) {
            return;
        }
        throw new CarmineSerializationException(
                isZstandard(bytes)
                        ? "it is compressed by Zstandard; give the client a ZstdSerializer"
                        : "it is not in Smile format; whoever has stored it has used another serializer, or text",
                null);
    }

    private static boolean beginsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
