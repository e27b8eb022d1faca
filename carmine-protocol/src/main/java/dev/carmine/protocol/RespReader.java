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

    private static final byte[] NO_BYTES = {};

    /** RESP2 has no booleans; servers send these integers in their place. */
    private static final byte[] ZERO_AND_ONE = {'0', '1'};

    /** How many bytes {@code $-1} and {@code *-1} have, CRLF included. */
    private static final int NULL_OF_RESP2 = 5;

    /** How many bytes {@code $?} and {@code *?} have, CRLF included. */
    private static final int STREAMED_HEAD = 4;

    /** How many bytes the end of a streamed aggregate has, CRLF included. */
    private static final int END_OF_STREAMED = 3;

    /** Stands for the size of an aggregate whose head does not tell it. */
    static final int STREAMED = -2;

    private final LargeBodies largeBodies;

    private byte[] buffer = NO_BYTES;
    private int start;
    private int position;
    private int limit;
    private int largeBody;

    // What locate() and parseLength() found; the cursor moves only when passScalar() is called.
    private byte[] content = NO_BYTES;
    private int from;
    private int to;
    private int next;
    private int nextLargeBody;
    private boolean isHandedOver;

    RespReader(LargeBodies largeBodies) {
        this.largeBodies = largeBodies;
    }

    /** Moves to the start of the frame that has its place between the two indexes of the buffer. */
    void reset(byte[] buffer, int start, int limit) {
        this.buffer = buffer;
        this.start = start;
        this.limit = limit;
        position = start;
        largeBody = 0;
    }

    /** Lets go of the frame. */
    void clear() {
        reset(NO_BYTES, 0, 0);
        content = NO_BYTES;
    }

    /**
     * The kind of the value at the cursor. Nulls of all generations are {@link RespType#NULL}; attributes are skipped.
     *
     * @return the kind, never {@link RespType#ATTRIBUTE}
     */
    public RespType type() {
        byte marker = begin();
        return isNullOfResp2(marker) ? RespType.NULL : RespType.of(marker);
    }

    /**
     * Whether the value at the cursor is null.
     *
     * @return true for every form of null
     */
    public boolean isNull() {
        byte marker = begin();
        return marker == '_' || isNullOfResp2(marker);
    }

    /**
     * Whether the value at the cursor is an error.
     *
     * @return true for simple and bulk errors
     */
    public boolean isError() {
        byte marker = begin();
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
        locateNonNull("an integer");
        if (!Decimals.isLong(content, from, to)) {
            throw mismatch("an integer of 64 bits");
        }
        long value = Decimals.toLong(content, from, to);
        passScalar();
        return value;
    }

    /**
     * Reads a number: a double, an integer, a big number (rounded), or text that is a number, which includes
     * {@code inf}, {@code -inf} and {@code nan}.
     *
     * @return the number
     * @throws RespTypeException if the value is something else, null included
     */
    public double readDouble() {
        locateNonNull("a number");
        if (!Decimals.isDouble(content, from, to)) {
            throw mismatch("a number");
        }
        double value = Decimals.toDouble(content, from, to);
        passScalar();
        return value;
    }

    /**
     * Reads a boolean, or an integer that is 0 or 1.
     *
     * @return true for true and for 1
     * @throws RespTypeException if the value is something else, null included
     */
    public boolean readBoolean() {
        byte marker = begin();
        if (marker != '#' && marker != ':') {
            throw mismatch("a boolean");
        }
        locate("a boolean");
        if (to - from != 1 || (content[from] != '0' && content[from] != '1')) {
            throw mismatch("a boolean, or 0 or 1");
        }
        boolean value = content[from] == '1';
        passScalar();
        return value;
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
        String value = locate("text") ? text() : null;
        passScalar();
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
        if (locate("bytes")) {
            value = isHandedOver ? content : Arrays.copyOfRange(content, from, to);
        }
        passScalar();
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
        return readSize("an array");
    }

    /**
     * Reads the head of a map, or of an array of even size; its keys and values follow in turn.
     *
     * @return the number of pairs; -1 for null, which nothing follows
     * @throws RespTypeException if the value is neither
     */
    public int readMapSize() {
        byte marker = begin();
        if (marker == '~' || marker == '>') {
            throw mismatch("a map");
        }
        int before = position;
        int elements = readSize("a map");
        if (elements > 0 && elements % 2 != 0) {
            position = before;
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
        if (!isError()) {
            throw mismatch("an error");
        }
        locateScalar(buffer[position]);
        RespError value = RespError.of(text());
        passScalar();
        return value;
    }

    /**
     * Reads the value at the cursor as a tree, with its attributes.
     *
     * @return the value; a null of any form is {@link RespValue.Null}
     */
    public RespValue readValue() {
        return new RespValueReader(this).read();
    }

    /** Moves past the value at the cursor, with everything in it. */
    public void skip() {
        begin();
        skipValues(1);
    }

    /** Finds the value at the cursor and returns its type byte, after any attributes. */
    private byte begin() {
        byte marker = beginWithAttributes();
        while (marker == '|') {
            long elements = 2L * parseLength();
            position = next;
            skipValues(elements);
            marker = beginWithAttributes();
        }
        return marker;
    }

    /** Finds the value at the cursor, or the attribute before it, and returns its type byte. */
    private byte beginWithAttributes() {
        while (position < limit) {
            byte marker = buffer[position];
            if (marker != '.') {
                return marker;
            }
            position += END_OF_STREAMED;
        }
        throw new IllegalStateException("the frame has no further value");
    }

    private boolean isNullOfResp2(byte marker) {
        return (marker == '$' || marker == '*') && buffer[position + 1] == '-';
    }

    private boolean isStreamed() {
        return buffer[position + 1] == '?';
    }

    private int readSize(String expected) {
        begin();
        int size = readHead(expected);
        return size == STREAMED ? countStreamed() : size;
    }

    /** Whether an attribute comes next. */
    boolean isAtAttribute() {
        return beginWithAttributes() == '|';
    }

    /** Reads the head of the aggregate or attribute at the cursor: the number of elements, -1, or {@link #STREAMED}. */
    int readHead(String expected) {
        byte marker = beginWithAttributes();
        switch (marker) {
            case '*', '~', '%', '>', '|', '$', '_' -> {
                if (marker == '_' || isNullOfResp2(marker)) {
                    position = endOfLine(position) + 2;
                    return -1;
                }
                if (marker == '$') {
                    throw mismatch(expected);
                }
                if (isStreamed()) {
                    position += STREAMED_HEAD;
                    return STREAMED;
                }
                int length = parseLength();
                position = next;
                return marker == '%' || marker == '|' ? 2 * length : length;
            }
            default -> throw mismatch(expected);
        }
    }

    /** Passes the end of the streamed aggregate in which the cursor is, if it stands there. */
    boolean passEndOfStreamed() {
        boolean atEnd = buffer[position] == '.';
        position += atEnd ? END_OF_STREAMED : 0;
        return atEnd;
    }

    /** The format of the verbatim string at the cursor, which stays there. */
    String verbatimFormat() {
        locateScalar(begin());
        return new String(content, from - 4, 3, StandardCharsets.ISO_8859_1);
    }

    /** Counts the elements from the cursor to the end of the streamed aggregate they are in. */
    private int countStreamed() {
        int first = position;
        int firstLargeBody = largeBody;
        int count = 0;
        while (buffer[position] != '.') {
            skipValues(1);
            count++;
        }
        position = first;
        largeBody = firstLargeBody;
        return count;
    }

    private void locateNonNull(String expected) {
        if (!locate(expected)) {
            throw mismatch(expected);
        }
    }

    /** Finds the content of the scalar at the cursor; false if it is null. */
    private boolean locate(String expected) {
        byte marker = begin();
        switch (marker) {
            case '-', '!', '*', '~', '%', '>' -> {
                if (!isNullOfResp2(marker)) {
                    throw mismatch(expected);
                }
            }
            default -> {}
        }
        return locateScalar(marker);
    }

    private boolean locateScalar(byte marker) {
        nextLargeBody = largeBody;
        isHandedOver = false;
        switch (marker) {
            case '$', '!', '=', '*' -> {
                if (isNullOfResp2(marker)) {
                    next = position + NULL_OF_RESP2;
                    return false;
                }
                if (isStreamed()) {
                    joinChunks();
                    return true;
                }
                locateBody(position);
                if (marker == '=') {
                    from += 4;
                    isHandedOver = false;
                }
                return true;
            }
            case '_' -> {
                next = position + 3;
                return false;
            }
            case '#' -> {
                content = ZERO_AND_ONE;
                from = buffer[position + 1] == 't' ? 1 : 0;
                to = from + 1;
                next = position + 4;
                return true;
            }
            default -> {
                content = buffer;
                from = position + 1;
                to = endOfLine(from);
                next = to + 2;
                return true;
            }
        }
    }

    /** Finds the body of the bulk or chunk whose head is at this index. */
    private void locateBody(int head) {
        int length = parseLength(head);
        if (length >= LargeBody.MIN_LENGTH && largeBodies.isAt(nextLargeBody, next - start)) {
            content = largeBodies.bytes(nextLargeBody);
            from = 0;
            isHandedOver = true;
            nextLargeBody++;
        } else {
            content = buffer;
            from = next;
            next += length;
        }
        to = from + length;
        next += 2;
    }

    private void joinChunks() {
        // Servers do not send streamed strings as yet, so this need not be fast, only linear.
        ByteOutput joined = new ByteOutput();
        next = position + STREAMED_HEAD;
        while (buffer[next + 1] != '0') {
            locateBody(next);
            joined.put(content, from, to - from);
        }
        next += 4;
        content = joined.toByteArray();
        from = 0;
        to = content.length;
        isHandedOver = true;
    }

    private String text() {
        return new String(content, from, to - from, StandardCharsets.UTF_8);
    }

    private void passScalar() {
        position = next;
        largeBody = nextLargeBody;
    }

    private void skipValues(long count) {
        long outstanding = count;
        while (outstanding > 0) {
            byte marker = buffer[position];
            outstanding--;
            switch (marker) {
                case '*', '~', '%', '>', '|' -> {
                    if (isNullOfResp2(marker)) {
                        position += NULL_OF_RESP2;
                    } else if (isStreamed()) {
                        skipStreamed();
                    } else {
                        int length = parseLength();
                        position = next;
                        // The value after an attribute is outstanding still.
                        outstanding += marker == '%' || marker == '|' ? 2L * length : length;
                        outstanding += marker == '|' ? 1 : 0;
                    }
                }
                case '$', '!', '=' -> skipBulk(marker);
                default -> position = endOfLine(position) + 2;
            }
        }
    }

    /** Recursive, but only as deep as the limit on depth allows. */
    private void skipStreamed() {
        position += STREAMED_HEAD;
        while (buffer[position] != '.') {
            skipValues(1);
        }
        position += END_OF_STREAMED;
    }

    private void skipBulk(byte marker) {
        if (isNullOfResp2(marker)) {
            position += NULL_OF_RESP2;
            return;
        }
        nextLargeBody = largeBody;
        if (isStreamed()) {
            next = position + STREAMED_HEAD;
            while (buffer[next + 1] != '0') {
                locateBody(next);
            }
            next += 4;
        } else {
            locateBody(position);
        }
        passScalar();
    }

    private int parseLength() {
        return parseLength(position);
    }

    /** The length in the head at this index, which the scanner has checked; sets {@link #next} to the index after it. */
    private int parseLength(int head) {
        byte[] bytes = buffer;
        int at = head + 1;
        int length = 0;
        for (byte b = bytes[at]; b != '\r'; b = bytes[at]) {
            length = length * 10 + (b - '0');
            at++;
        }
        next = at + 2;
        return length;
    }

    private int endOfLine(int index) {
        int at = index;
        while (buffer[at] != '\r') {
            at++;
        }
        return at;
    }

    private RespTypeException mismatch(String expected) {
        return new RespTypeException(expected, "a value of type " + type().words());
    }
}
