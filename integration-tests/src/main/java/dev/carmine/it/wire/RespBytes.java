package dev.carmine.it.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Spells commands and replies as bytes. */
public final class RespBytes {
    private RespBytes() {}

    /**
     * A command: an array of bulk strings.
     *
     * @param words its name and arguments
     * @return its bytes
     */
    public static byte[] command(String... words) {
        byte[][] bulks = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bulks[i] = bulk(words[i]);
        }
        return array(bulks);
    }

    /**
     * A simple string.
     *
     * @param text without line ends
     * @return its bytes
     */
    public static byte[] simple(String text) {
        return raw("+" + text + "\r\n");
    }

    /**
     * A simple error.
     *
     * @param text beginning with its code, as in {@code LOADING Redis is loading the dataset in memory}
     * @return its bytes
     */
    public static byte[] error(String text) {
        return raw("-" + text + "\r\n");
    }

    /**
     * An integer.
     *
     * @param number the number
     * @return its bytes
     */
    public static byte[] integer(long number) {
        return raw(":" + number + "\r\n");
    }

    /**
     * A bulk string.
     *
     * @param text what it holds
     * @return its bytes
     */
    public static byte[] bulk(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return concat(raw("$" + bytes.length + "\r\n"), bytes, raw("\r\n"));
    }

    /**
     * An array.
     *
     * @param elements the bytes of each element
     * @return its bytes
     */
    public static byte[] array(byte[]... elements) {
        return concat(raw("*" + elements.length + "\r\n"), concat(elements));
    }

    /**
     * A push of RESP3.
     *
     * @param elements the bytes of each element; the first is the kind
     * @return its bytes
     */
    public static byte[] push(byte[]... elements) {
        return concat(raw(">" + elements.length + "\r\n"), concat(elements));
    }

    /**
     * A map of RESP3.
     *
     * @param keysAndValues the bytes of each key followed by those of its value
     * @return its bytes
     */
    public static byte[] map(byte[]... keysAndValues) {
        return concat(raw("%" + keysAndValues.length / 2 + "\r\n"), concat(keysAndValues));
    }

    /**
     * Anything, right or wrong.
     *
     * @param text the bytes as UTF-8
     * @return the bytes
     */
    public static byte[] raw(String text) {
        return text.getBytes(UTF_8);
    }

    /**
     * Several pieces as one.
     *
     * @param pieces the pieces in order
     * @return their bytes
     */
    public static byte[] concat(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
