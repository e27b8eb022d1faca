package dev.carmine.protocol;

import java.util.Locale;

/**
 * The kinds of values of RESP2 and RESP3. Streamed strings and aggregates are of the kind they would be of if their
 * length had been known.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">Redis serialization protocol
 *     specification</a>
 */
public enum RespType {
    /** A line of text, {@code +}. */
    SIMPLE_STRING,
    /** Bytes of any content, {@code $}. */
    BULK_STRING,
    /** An error of one line, {@code -}. */
    SIMPLE_ERROR,
    /** An error of any content, {@code !}. */
    BULK_ERROR,
    /** A signed integer of 64 bits, {@code :}. */
    INTEGER,
    /** A floating point number, {@code ,}. */
    DOUBLE,
    /** True or false, {@code #}. */
    BOOLEAN,
    /** Nothing: {@code _}, and the {@code $-1} and {@code *-1} of RESP2. */
    NULL,
    /** An integer of any size, {@code (}. */
    BIG_NUMBER,
    /** Text with a three-letter format, {@code =}. */
    VERBATIM_STRING,
    /** An ordered sequence, {@code *}. */
    ARRAY,
    /** A collection without duplicates, {@code ~}. */
    SET,
    /** Pairs of key and value, {@code %}. */
    MAP,
    /** An out-of-band message, {@code >}; never within another value. */
    PUSH,
    /**
     * Additional data before a value, {@code |}. {@link RespReader#type()} skips it; it shows in
     * {@link RespValue.Attributed} only.
     */
    ATTRIBUTE;

    /** The kind as words of a sentence, such as "bulk string". */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The kind that a type byte stands for, apart from the nulls of RESP2. */
    static RespType of(byte marker) {
        return switch (marker) {
            case '+' -> SIMPLE_STRING;
            case '$' -> BULK_STRING;
            case '-' -> SIMPLE_ERROR;
            case '!' -> BULK_ERROR;
            case ':' -> INTEGER;
            case ',' -> DOUBLE;
            case '#' -> BOOLEAN;
            case '_' -> NULL;
            case '(' -> BIG_NUMBER;
            case '=' -> VERBATIM_STRING;
            case '*' -> ARRAY;
            case '~' -> SET;
            case '%' -> MAP;
            case '>' -> PUSH;
            case '|' -> ATTRIBUTE;
            default -> throw new IllegalArgumentException("no RESP type has the type byte " + marker);
        };
    }
}
