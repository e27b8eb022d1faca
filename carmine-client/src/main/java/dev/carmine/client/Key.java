package dev.carmine.client;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/**
 * Names of keys, made of parts with colons between them, as is the custom: {@code Key.of("user", 42, "friends")} is
 * {@code "user:42:friends"}. It reads well from the general to the particular: what it is, which one, what of it.
 *
 * <p>A part is never empty and has no colon, so that different parts never make the same key, whoever has chosen them.
 * What may have a colon, such as an address, has to be encoded first, in whatever way suits its readers. Braces stay what
 * they are, so that a part can be a hash tag: {@code "{42}"}.
 *
 * <p>Nobody has to use this: a key is any text.
 *
 * @see <a href="https://redis.io/docs/latest/develop/using-commands/keyspace/">Keys</a>
 */
public final class Key {
    private static final char SEPARATOR = ':';

    private Key() {}

    /**
     * Joins parts to a key.
     *
     * @param first the first part, mostly what kind of thing it is
     * @param more the others: text, whole numbers, {@link UUID}s, or enum constants, which stand for their names
     * @return the parts with a colon between each two
     * @throws IllegalArgumentException if a part is empty, has a colon, is no valid Unicode, or is something else; the message says which one
     */
    public static String of(String first, Object... more) {
        StringBuilder key = new StringBuilder(checked(textOf(first, 1), 1));
        for (int i = 0; i < more.length; i++) {
            int position = i + 2;
            key.append(SEPARATOR).append(checked(textOf(more[i], position), position));
        }
        return key.toString();
    }

    private static String textOf(Object part, int position) {
        Objects.requireNonNull(part, () -> "part " + position + " of a key is null");
        if (part instanceof Enum<?> constant) {
            return constant.name();
        }
        if (part instanceof CharSequence || part instanceof UUID || isWholeNumber(part)) {
            return part.toString();
        }
        throw new IllegalArgumentException("part " + position + " of a key is a "
                + part.getClass().getName() + ": give text, a whole number, a UUID or an enum constant");
    }

    private static boolean isWholeNumber(Object part) {
        return part instanceof Long
                || part instanceof Integer
                || part instanceof Short
                || part instanceof Byte
                || part instanceof BigInteger;
    }

    private static String checked(String part, int position) {
        if (part.isEmpty()) {
            throw new IllegalArgumentException("part " + position + " of a key is empty: leave it out, or name it");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(part)) {
            throw new IllegalArgumentException(
                    "part " + position + " of a key has half of a surrogate pair: it is no text that can be stored");
        }
        if (part.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("part " + position
                    + " of a key has a colon, which stands between parts: give two parts, or encode it first");
        }
        return part;
    }
}
