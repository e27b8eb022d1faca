package dev.carmine.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over one complete frame that reads values as the types a caller wants, without a tree in between. It is got
 * from {@link FrameInput#frame()}.
 *
 * <p>The forms in which RESP2 and RESP3 send the same datum read the same: a double may be a bulk string, a map an array
 * of twice the size, a boolean an integer, null any of three. Attributes, and the ends of streamed aggregates, are
 * skipped wherever a value begins. Elements of an aggregate follow its size; the caller reads exactly that many.
 *
 * <p>A read that throws {@link RespTypeException} leaves the cursor at the value. Reading beyond the end of the frame is
 * an {@link IllegalStateException}.
 *
 * <p>Confined to one thread at a time.
 */
public final class RespReader {

    private final FrameCursor cursor;

    RespReader(FrameCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * The kind of the value at the cursor. Nulls of all generations are {@link RespType#NULL}; attributes are skipped.
     *
     * @return the kind, never {@link RespType#ATTRIBUTE}
     */
    public RespType type() {
        byte marker = cursor.begin();
        return cursor.isNull(marker) ? RespType.NULL : RespType.of(marker);
    }

    /**
     * Whether the value at the cursor is null.
     *
     * @return true for every form of null
     */
    public boolean isNull() {
        return cursor.isNull(cursor.begin());
    }

    /**
     * Whether the value at the cursor is an error.
     *
     * @return true for simple and bulk errors
     */
    public boolean isError() {
        byte marker = cursor.begin();
        return marker == '-' || marker == '!';
    }

    /**
     * Reads an integer: an integer proper, any other scalar whose text is a decimal integer of 64 bits, or a boolean as 1
     * or 0.
     *
     * @return the number
     * @throws RespTypeException if the value is something else, null included
     */
    public long readLong() {
        if (!locateScalar("an integer") || !Decimals.isLong(cursor.content(), cursor.from(), cursor.to())) {
            throw mismatch("an integer of 64 bits");
        }
        long value = Decimals.toLong(cursor.content(), cursor.from(), cursor.to());
        cursor.pass();
        return value;
    }

    /**
     * Reads a number: a double, an integer, a big number (rounded), a boolean as 1 or 0, or text that is a number, which
     * includes {@code inf}, {@code -inf} and {@code nan}.
     *
     * @return the number
     * @throws RespTypeException if the value is something else, null included
     */
    public double readDouble() {
        if (!locateScalar("a number") || !Decimals.isDouble(cursor.content(), cursor.from(), cursor.to())) {
            throw mismatch("a number");
        }
        double value = Decimals.toDouble(cursor.content(), cursor.from(), cursor.to());
        cursor.pass();
        return value;
    }

    /**
     * Reads a boolean, or an integer that is 0 or 1.
     *
     * @return true for true and for 1
     * @throws RespTypeException if the value is something else, null included
     */
    public boolean readBoolean() {
        byte marker = cursor.begin();
        if (marker != '#' && marker != ':') {
            throw mismatch("a boolean");
        }
        cursor.locate(marker);
        long value = Decimals.toLong(cursor.content(), cursor.from(), cursor.to());
        if (value != 0 && value != 1) {
            throw new RespTypeException("a boolean", "an integer that is neither 0 nor 1");
        }
        cursor.pass();
        return value == 1;
    }

    /**
     * Reads text in UTF-8: strings of all kinds, a verbatim string without its format, numbers as the server has written
     * them, booleans as {@code 1} or {@code 0}. Malformed UTF-8 is replaced by U+FFFD; {@link #readBytes()} has it as it
     * is.
     *
     * @return the text; null for null
     * @throws RespTypeException if the value is an aggregate or an error
     */
    public @Nullable String readText() {
        String value = cursor.locatePlainBulk() || locateScalar("text") ? text() : null;
        cursor.pass();
        return value;
    }

    /**
     * Reads what {@link #readText()} reads as bytes. A large bulk that has an array of its own is handed over without a
     * copy: who reads the same frame twice gets the same array twice.
     *
     * @return the bytes, which the caller may modify; null for null
     * @throws RespTypeException if the value is an aggregate or an error
     */
    public byte @Nullable [] readBytes() {
        byte[] value = null;
        if (locateScalar("bytes")) {
            value = cursor.isOwnArray()
                    ? cursor.content()
                    : Arrays.copyOfRange(cursor.content(), cursor.from(), cursor.to());
        }
        cursor.pass();
        return value;
    }

    /**
     * Reads the head of an array, set, push, or map; its elements follow. A map has twice as many as pairs: keys and
     * values in turn.
     *
     * @return the number of elements; -1 for null, which nothing follows
     * @throws RespTypeException if the value is not an aggregate
     */
    public int readArraySize() {
        byte marker = cursor.begin();
        if (!isAggregate(marker) && !cursor.isNull(marker)) {
            throw mismatch("an array");
        }
        return sizeOf(cursor.readHead(marker));
    }

    /**
     * Reads the head of a map, or of an array of even size; its keys and values follow in turn.
     *
     * @return the number of pairs; -1 for null, which nothing follows
     * @throws RespTypeException if the value is neither
     */
    public int readMapSize() {
        byte marker = cursor.begin();
        if (marker != '%' && marker != '*' && !cursor.isNull(marker)) {
            throw mismatch("a map");
        }
        int head = cursor.position();
        int elements = sizeOf(cursor.readHead(marker));
        if (elements > 0 && elements % 2 != 0) {
            cursor.returnTo(head);
            throw new RespTypeException("a map", "an array of odd size");
        }
        return elements < 0 ? elements : elements / 2;
    }

    /**
     * Reads an error.
     *
     * @return the error
     * @throws RespTypeException if the value is not an error
     */
    public RespError readError() {
        byte marker = cursor.begin();
        if (!isError()) {
            throw mismatch("an error");
        }
        cursor.locate(marker);
        RespError value = RespError.of(text());
        cursor.pass();
        return value;
    }

    /**
     * Reads the value at the cursor as a tree, with its attributes.
     *
     * @return the value; a null of any form is {@link RespValue.Null}
     */
    public RespValue readValue() {
        return new RespValueReader(this, cursor).read();
    }

    /**
     * Makes another cursor at the same place, and moves this one past the value there, with everything in it: wherever
     * the reading of that value ends, this cursor is at the next one.
     *
     * @return a cursor for the value alone; valid as long as this one
     */
    public RespReader fork() {
        RespReader fork = new RespReader(cursor.copy());
        skip();
        return fork;
    }

    /** Moves past the value at the cursor, with everything in it. */
    public void skip() {
        cursor.begin();
        cursor.skipValues(1);
    }

    private static boolean isAggregate(byte marker) {
        return marker == '*' || marker == '%' || marker == '~' || marker == '>';
    }

    private int sizeOf(int head) {
        return head == FrameCursor.STREAMED ? cursor.countStreamed() : head;
    }

    /** Finds the content of the value at the cursor, which must be neither error nor aggregate; false if it is null. */
    private boolean locateScalar(String expected) {
        byte marker = cursor.begin();
        if ((isAggregate(marker) || marker == '-' || marker == '!') && !cursor.isNull(marker)) {
            throw mismatch(expected);
        }
        return cursor.locate(marker);
    }

    private String text() {
        return new String(cursor.content(), cursor.from(), cursor.to() - cursor.from(), StandardCharsets.UTF_8);
    }

    private RespTypeException mismatch(String expected) {
        return new RespTypeException(expected, "a value of type " + type().words());
    }
}
