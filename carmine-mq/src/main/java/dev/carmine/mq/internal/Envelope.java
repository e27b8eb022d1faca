package dev.carmine.mq.internal;

import dev.carmine.client.CarmineSerializationException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is stored as the body of a message: its headers, the name of its type, and the encoded body. Scripts do not look
 * inside. The bytes are
 *
 * <pre>
 * version   1 byte: 1
 * headers   how many, then each name and value
 * type      its name, empty if it has none
 * body      to the end
 * </pre>
 *
 * where a number is written in groups of seven bits, the lowest first, each but the last with the high bit set, and text
 * is its length in bytes and its UTF-8. Immutable, but for the array of the body, which nobody must modify.
 */
public final class Envelope {
    private static final byte VERSION = 1;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private final Map<String, String> headers;
    private final String type;
    private final byte[] body;

    /**
     * Puts a message together.
     *
     * @param headers in the order in which they are to be read
     * @param type the name of the body's type; empty if it has none
     * @param body the encoded body
     */
    public Envelope(Map<String, String> headers, String type, byte[] body) {
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.type = type;
        this.body = body;
    }

    /**
     * The headers.
     *
     * @return in their order; unmodifiable
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * The name of the body's type.
     *
     * @return the name; empty if there is none
     */
    public String type() {
        return type;
    }

    /**
     * The encoded body.
     *
     * @return the array itself
     */
    public byte[] body() {
        return body;
    }

    /**
     * The bytes to be stored.
     *
     * @return a fresh array
     */
    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 64);
        out.write(VERSION);
        write(out, headers.size());
        headers.forEach((name, value) -> {
            write(out, name);
            write(out, value);
        });
        write(out, type);
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void write(ByteArrayOutputStream out, int number) {
        int rest = number;
        while (rest >= MORE) {
            out.write(rest | MORE);
            rest >>>= BITS;
        }
        out.write(rest);
    }

    /**
     * Takes stored bytes apart.
     *
     * @param bytes what {@link #encode} has made
     * @return the message
     * @throws CarmineSerializationException if they are something else; content is not shown
     */
    public static Envelope decode(byte[] bytes) {
        return new Decoder(bytes).envelope();
    }

    /** Reads bytes that anybody may have written: no length is believed before it was compared with what is there. */
    private static final class Decoder {
        /** Five groups hold every length. */
        private static final int LAST_SHIFT = 4 * BITS;

        private final byte[] bytes;
        private int position;

        Decoder(byte[] bytes) {
            this.bytes = bytes;
        }

        Envelope envelope() {
            int version = next();
            if (version != VERSION) {
                throw malformed(
                        "it is of version " + version + ", and this program reads version " + VERSION
                                + " alone: was it enqueued by a newer one, or not by carmine-mq?",
                        null);
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (int left = number(); left > 0; left--) {
                String name = text();
                headers.put(name, text());
            }
            String type = text();
            return new Envelope(headers, type, Arrays.copyOfRange(bytes, position, bytes.length));
        }

        private int next() {
            if (position == bytes.length) {
                throw malformed("it ends too early", null);
            }
            return bytes[position++] & 0xff;
        }

        private int number() {
            long number = 0;
            for (int shift = 0; shift <= LAST_SHIFT; shift += BITS) {
                int group = next();
                number |= (long) (group & (MORE - 1)) << shift;
                if (group < MORE && number <= Integer.MAX_VALUE) {
                    return (int) number;
                }
                if (group < MORE) {
                    break;
                }
            }
            throw malformed("a length in it is too large", null);
        }

        private String text() {
            int length = number();
            if (length > bytes.length - position) {
                throw malformed("it ends too early", null);
            }
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, position, length))
                        .toString();
                position += length;
                return text;
            } catch (CharacterCodingException e) {
                throw malformed("a header, or the name of the type, is not UTF-8", e);
            }
        }

        private static CarmineSerializationException malformed(String what, @Nullable CharacterCodingException cause) {
            return new CarmineSerializationException("the message cannot be taken apart: " + what, cause);
        }
    }
}
