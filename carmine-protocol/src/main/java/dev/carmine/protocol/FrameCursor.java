package dev.carmine.protocol;

import java.nio.charset.StandardCharsets;

/**
 * Walks over one complete frame, which {@link FrameScanner} has checked, so nothing is checked again here. It knows
 * where values and their contents are; what they mean is up to {@link RespReader}.
 */
final class FrameCursor {

    /** Stands for the size of a streamed aggregate, whose head does not tell it. */
    static final int STREAMED = -2;

    /** Stands for the size of an aggregate that is null. */
    static final int NULL = -1;

    private static final byte[] NO_BYTES = {};

    /** RESP2 has no booleans; servers send these integers in their place. */
    private static final byte[] ZERO_AND_ONE = {'0', '1'};

    // Lengths of what has no content, CRLF included.
    private static final int NULL_OF_RESP2 = 5; // $-1 and *-1
    private static final int NULL_OF_RESP3 = 3; // _
    private static final int STREAMED_HEAD = 4; // $? and *?
    private static final int END_OF_STREAMED = 3; // .

    /** The format of a verbatim string and the colon after it. */
    private static final int VERBATIM_PREFIX = 4;

    private final LargeBodies largeBodies;

    // The frame.
    private byte[] buffer = NO_BYTES;
    private int start;
    private int limit;

    // The place in it.
    private int position;
    private int largeBody;

    // What locate() has found. The place changes only with pass().
    private byte[] content = NO_BYTES;
    private int from;
    private int to;
    private boolean isOwnArray;
    private int next;
    private int nextLargeBody;

    FrameCursor(LargeBodies largeBodies) {
        this.largeBodies = largeBodies;
    }

    /** Moves to the start of the frame that is between the two indexes of the buffer. */
    void reset(byte[] buffer, int start, int limit) {
        this.buffer = buffer;
        this.start = start;
        this.limit = limit;
        position = start;
        largeBody = 0;
    }

    /** Another cursor at the same place of the same frame. */
    FrameCursor copy() {
        FrameCursor copy = new FrameCursor(largeBodies);
        copy.buffer = buffer;
        copy.start = start;
        copy.limit = limit;
        copy.position = position;
        copy.largeBody = largeBody;
        return copy;
    }

    /** Lets go of the frame. */
    void clear() {
        reset(NO_BYTES, 0, 0);
        content = NO_BYTES;
    }

    /** Moves to the next value, past attributes before it, and returns its type byte. */
    byte begin() {
        byte marker = beginWithAttributes();
        while (marker == '|') {
            skipValues(readHead(marker));
            marker = beginWithAttributes();
        }
        return marker;
    }

    /** Moves to the next value, or to the attribute before it, and returns its type byte. */
    byte beginWithAttributes() {
        while (position < limit) {
            byte marker = buffer[position];
            if (marker != '.') {
                return marker;
            }
            position += END_OF_STREAMED;
        }
        throw new IllegalStateException("the frame has no further value");
    }

    /** The index of the cursor. */
    int position() {
        return position;
    }

    /** Undoes {@link #readHead}. */
    void returnTo(int head) {
        position = head;
    }

    /** Whether the value at the cursor, which has this type byte, is null. */
    boolean isNull(byte marker) {
        return marker == '_' || isNullOfResp2(marker);
    }

    /**
     * Moves into the aggregate or attribute at the cursor, which may be null of any form. Returns the number of its
     * elements, pairs counted as two, or {@link #NULL} or {@link #STREAMED}.
     */
    int readHead(byte marker) {
        if (isNull(marker)) {
            position += marker == '_' ? NULL_OF_RESP3 : NULL_OF_RESP2;
            return NULL;
        }
        if (isStreamed(position)) {
            position += STREAMED_HEAD;
            return STREAMED;
        }
        int length = parseLength(position);
        position = next;
        return marker == '%' || marker == '|' ? 2 * length : length;
    }

    /** Counts the elements from the cursor to the end of the streamed aggregate it is in, and stays where it is. */
    int countStreamed() {
        int first = position;
        int firstLargeBody = largeBody;
        int count = 0;
        while (!isAtEndOfStreamed()) {
            skipValues(1);
            count++;
        }
        position = first;
        largeBody = firstLargeBody;
        return count;
    }

    /** Passes the end of the streamed aggregate the cursor is in, if it is there. */
    boolean passEndOfStreamed() {
        boolean atEnd = isAtEndOfStreamed();
        position += atEnd ? END_OF_STREAMED : 0;
        return atEnd;
    }

    /** Finds the content of the scalar at the cursor, which has this type byte; false if it is null, of any form. */
    boolean locate(byte marker) {
        nextLargeBody = largeBody;
        isOwnArray = false;
        if (isNull(marker)) {
            next = position + (marker == '_' ? NULL_OF_RESP3 : NULL_OF_RESP2);
            return false;
        }
        switch (marker) {
            case '$', '!' -> {
                if (isStreamed(position)) {
                    joinChunks();
                } else {
                    locateBody(position);
                }
            }
            case '=' -> {
                locateBody(position);
                from += VERBATIM_PREFIX;
                isOwnArray = false;
            }
            case '#' -> {
                content = ZERO_AND_ONE;
                from = buffer[position + 1] == 't' ? 1 : 0;
                to = from + 1;
                next = position + 4;
            }
            default -> {
                content = buffer;
                from = position + 1;
                to = endOfLine(from);
                next = to + 2;
            }
        }
        return true;
    }

    /**
     * Finds the content of the value at the cursor if it is what most values are, a bulk string within the buffer; false
     * if it is anything else.
     */
    boolean locatePlainBulk() {
        byte[] bytes = buffer;
        int at = position;
        if (at >= limit || bytes[at] != '$') {
            return false;
        }
        int length = 0;
        at++;
        for (byte b = bytes[at]; b != '\r'; b = bytes[at]) {
            if (b < '0' || b > '9') {
                return false; // null or streamed
            }
            length = length * 10 + (b - '0');
            at++;
        }
        if (length >= LargeBody.MIN_LENGTH) {
            return false;
        }
        content = bytes;
        from = at + 2;
        to = from + length;
        isOwnArray = false;
        next = to + 2;
        nextLargeBody = largeBody;
        return true;
    }

    /** The array with the content of the scalar that was located. */
    byte[] content() {
        return content;
    }

    /** Where the content begins. */
    int from() {
        return from;
    }

    /** Where the content ends. */
    int to() {
        return to;
    }

    /** The format of the verbatim string that was located. */
    String verbatimFormat() {
        return new String(content, from - VERBATIM_PREFIX, VERBATIM_PREFIX - 1, StandardCharsets.ISO_8859_1);
    }

    /** Whether the array has nothing but the content, and nobody else uses it. */
    boolean isOwnArray() {
        return isOwnArray;
    }

    /** Moves past the scalar that was located. */
    void pass() {
        position = next;
        largeBody = nextLargeBody;
    }

    /** Moves past so many values, attributes before them not counted. */
    void skipValues(int count) {
        long outstanding = count;
        while (outstanding > 0) {
            byte marker = buffer[position];
            switch (marker) {
                case '*', '%', '~', '>' -> {
                    int elements = readHead(marker);
                    if (elements == STREAMED) {
                        skipStreamed();
                    }
                    outstanding += Math.max(elements, 0) - 1;
                }
                case '|' -> outstanding += readHead(marker);
                case '$', '!', '=' -> {
                    skipBulk(marker);
                    outstanding--;
                }
                default -> {
                    position = endOfLine(position) + 2;
                    outstanding--;
                }
            }
        }
    }

    /** Recursive, but only as deep as {@link RespLimits#maxDepth()} allows. */
    private void skipStreamed() {
        while (!passEndOfStreamed()) {
            skipValues(1);
        }
    }

    private void skipBulk(byte marker) {
        nextLargeBody = largeBody;
        if (isNull(marker)) {
            next = position + NULL_OF_RESP2;
        } else if (isStreamed(position)) {
            int head = position + STREAMED_HEAD;
            while (parseLength(head) > 0) {
                locateBody(head);
                head = next;
            }
        } else {
            locateBody(position);
        }
        pass();
    }

    private void joinChunks() {
        // Servers do not send streamed strings as yet, so this need not be fast, only linear.
        ByteOutput joined = new ByteOutput();
        int head = position + STREAMED_HEAD;
        while (parseLength(head) > 0) {
            locateBody(head);
            joined.put(content, from, to - from);
            head = next;
        }
        content = joined.toByteArray();
        from = 0;
        to = content.length;
        isOwnArray = true;
    }

    /** Finds the body of the bulk or chunk whose head is at this index. */
    private void locateBody(int head) {
        int length = parseLength(head);
        if (length >= LargeBody.MIN_LENGTH && largeBodies.isAt(nextLargeBody, next - start)) {
            content = largeBodies.bytes(nextLargeBody);
            from = 0;
            isOwnArray = true;
            nextLargeBody++;
        } else {
            content = buffer;
            from = next;
            next += length;
        }
        to = from + length;
        next += 2;
    }

    private boolean isNullOfResp2(byte marker) {
        return (marker == '$' || marker == '*') && buffer[position + 1] == '-';
    }

    private boolean isStreamed(int head) {
        return buffer[head + 1] == '?';
    }

    private boolean isAtEndOfStreamed() {
        return buffer[position] == '.';
    }

    /** The length in the head at this index; sets {@link #next} to the index after the head. */
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
        byte[] bytes = buffer;
        int at = index;
        while (bytes[at] != '\r') {
            at++;
        }
        return at;
    }
}
