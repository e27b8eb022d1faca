package dev.carmine.protocol;

/**
 * Finds the end of a frame in bytes that arrive piece by piece, and checks everything in between. It keeps its place in
 * the frame as explicit state: it is called again with more bytes, not with the same ones, and nesting costs no stack.
 *
 * <p>Positions are indexes of the caller's buffer; {@link #relocate} tells of a buffer whose content has moved.
 */
final class FrameScanner {

    /** What a call of {@link #scan} came to. */
    enum Outcome {
        /** All bytes are scanned, and the frame goes on. */
        INCOMPLETE,
        /** At the position begins the body of a large bulk of which not all is there; it should be taken out. */
        LARGE_BODY,
        /** The frame ends at the position. */
        COMPLETE
    }

    /** What the head of a value, its first line, came to. */
    private enum Head {
        INCOMPLETE,
        /** More belongs to the value: a body, elements, chunks; or it was an attribute, and the value is to come. */
        OPEN,
        /** The value is complete. */
        VALUE
    }

    private static final int NO_BODY = -1;
    private static final int NOT_STREAMED = -1;

    private static final int MAX_LENGTH_DIGITS = 10;
    private static final long LENGTH_INCOMPLETE = -3;
    private static final long LENGTH_STREAMED = -2;
    private static final long LENGTH_NULL = -1;

    private final RespLimits limits;

    /** The offset in the stream of the buffer's index 0, large bodies that were taken out counted. */
    private long origin;

    /** Everything before this index is scanned, except that a line or a body is passed only as a whole. */
    private int position;

    /** Within an incomplete line, the index up to which there is no CR. */
    private int searched;

    /** Where the line that was parsed last ends, CRLF included. */
    private int lineEnd;

    private int bodyLength = NO_BODY;
    private byte bodyMarker;

    /** Bytes of the streamed string so far. */
    private long streamed = NOT_STREAMED;

    /** Elements of the frame so far, counted when an aggregate declares them, or else when they are complete. */
    private long elements;

    private final Nesting nesting = new Nesting();

    FrameScanner(RespLimits limits) {
        this.limits = limits;
    }

    int position() {
        return position;
    }

    int bodyLength() {
        return bodyLength;
    }

    /** The offset in the stream of an index of the buffer that is not before the last large body taken out. */
    long offset(int index) {
        return origin + index;
    }

    /** The content of the buffer has moved towards its beginning by so many bytes. */
    void relocate(int distance) {
        origin += distance;
        position -= distance;
        searched -= distance;
    }

    /** The large body has been taken out of the buffer, and its terminator follows at the position. */
    void largeBodyTaken(byte[] body) {
        if (bodyMarker == '=') {
            checkVerbatim(body, 0);
        }
        origin += bodyLength;
        bodyLength = 0;
        bodyMarker = bodyMarker == '=' ? (byte) '$' : bodyMarker;
    }

    /** Goes on scanning; {@code end} is where the bytes of the buffer end. */
    Outcome scan(byte[] buffer, int end) {
        while (true) {
            Head head;
            if (bodyLength == NO_BODY) {
                head = position == end ? Head.INCOMPLETE : scanHead(buffer, end);
                if (head == Head.INCOMPLETE) {
                    return Outcome.INCOMPLETE;
                }
            } else if (end - position - 2 < bodyLength) {
                return bodyLength >= LargeBody.MIN_LENGTH ? Outcome.LARGE_BODY : Outcome.INCOMPLETE;
            } else {
                head = endBody(buffer);
            }
            if (head == Head.VALUE) {
                if (nesting.isInStreamed()) {
                    countElements(1);
                }
                if (nesting.endValue()) {
                    elements = 0;
                    return Outcome.COMPLETE;
                }
            }
        }
    }

    private Head scanHead(byte[] buffer, int end) {
        byte marker = buffer[position];
        if (streamed != NOT_STREAMED && marker != ';') {
            throw failure(position, "a streamed string goes on with " + name(marker) + " instead of a chunk");
        }
        if (marker == '.') {
            return scanEndOfStreamed(buffer, end);
        }
        nesting.beginValue();
        return switch (marker) {
            case '$', '!', '=' -> scanBulk(marker, buffer, end);
            case '*', '%', '~', '>', '|' -> scanAggregate(marker, buffer, end);
            case '+', '-', ':', ',', '(', '#', '_' -> scanLine(marker, buffer, end);
            case ';' -> scanChunk(buffer, end);
            default -> throw failure(position, "no value begins with " + name(marker));
        };
    }

    private Head scanBulk(byte marker, byte[] buffer, int end) {
        long length = scanLength(buffer, end);
        if (length == LENGTH_INCOMPLETE) {
            return Head.INCOMPLETE;
        }
        if (length < 0 && marker != '$') {
            throw failure(position + 1, "only bulk strings can be null or streamed");
        }
        if (length == LENGTH_NULL) {
            position = lineEnd;
            return Head.VALUE;
        }
        if (length == LENGTH_STREAMED) {
            position = lineEnd;
            streamed = 0;
            return Head.OPEN;
        }
        checkBulkLength(length);
        if (marker == '=' && length < 4) {
            throw failure(position, "a verbatim string of " + length + " bytes has no room for its format");
        }
        beginBody(marker, length);
        return Head.OPEN;
    }

    private Head scanChunk(byte[] buffer, int end) {
        if (streamed == NOT_STREAMED) {
            throw failure(position, "a chunk outside of a streamed string");
        }
        long length = scanLength(buffer, end);
        if (length == LENGTH_INCOMPLETE) {
            return Head.INCOMPLETE;
        }
        if (length < 0) {
            throw failure(position + 1, "the length of a chunk is not a number");
        }
        if (length == 0) {
            position = lineEnd;
            streamed = NOT_STREAMED;
            return Head.VALUE;
        }
        streamed += length;
        checkBulkLength(streamed);
        beginBody((byte) ';', length);
        return Head.OPEN;
    }

    private void checkBulkLength(long length) {
        if (length > limits.maxBulkLength()) {
            throw failure(position, "a bulk of " + length + " bytes exceeds the limit of " + limits.maxBulkLength());
        }
    }

    private void beginBody(byte marker, long length) {
        position = lineEnd;
        bodyLength = (int) length;
        bodyMarker = marker;
    }

    private Head endBody(byte[] buffer) {
        int terminator = position + bodyLength;
        if (buffer[terminator] != '\r' || buffer[terminator + 1] != '\n') {
            throw failure(terminator, "the body of a bulk is not followed by CRLF");
        }
        if (bodyMarker == '=') {
            checkVerbatim(buffer, position);
        }
        position = terminator + 2;
        bodyLength = NO_BODY;
        return bodyMarker == ';' ? Head.OPEN : Head.VALUE;
    }

    private void checkVerbatim(byte[] bytes, int body) {
        if (bytes[body + 3] != ':') {
            throw failure(position + 3, "a verbatim string has no colon after its format of three bytes");
        }
    }

    private Head scanAggregate(byte marker, byte[] buffer, int end) {
        if (marker == '>' && nesting.depth() > 0) {
            throw failure(position, "a push within another value");
        }
        long length = scanLength(buffer, end);
        if (length == LENGTH_INCOMPLETE) {
            return Head.INCOMPLETE;
        }
        if (length == LENGTH_NULL) {
            if (marker != '*') {
                throw failure(position + 1, "only bulk strings and arrays can be null");
            }
            position = lineEnd;
            return Head.VALUE;
        }
        if (nesting.depth() == limits.maxDepth()) {
            throw failure(position, "aggregates are nested deeper than the limit of " + limits.maxDepth());
        }
        if (length == LENGTH_STREAMED) {
            if (marker == '>' || marker == '|') {
                throw failure(position + 1, "a push or an attribute cannot be streamed");
            }
            position = lineEnd;
            nesting.openStreamed(marker);
            return Head.OPEN;
        }
        long count = marker == '%' || marker == '|' ? 2 * length : length;
        // An attribute counts, or a peer could send empty ones without end.
        countElements(marker == '|' ? count + 1 : count);
        position = lineEnd;
        if (count > 0) {
            nesting.open(marker, (int) count);
            return Head.OPEN;
        }
        if (marker == '|') {
            nesting.endAttribute();
            return Head.OPEN;
        }
        return Head.VALUE;
    }

    private void countElements(long count) {
        elements += count;
        if (elements > limits.maxElements()) {
            throw failure(
                    position, "a frame of " + elements + " elements exceeds the limit of " + limits.maxElements());
        }
    }

    private Head scanEndOfStreamed(byte[] buffer, int end) {
        if (!nesting.isInStreamed()) {
            throw failure(position, "an end of a streamed aggregate where there is none");
        }
        if (nesting.awaitsAttributed()) {
            throw failure(position, "an attribute without a value after it");
        }
        if (nesting.isAfterStreamedKey()) {
            throw failure(position, "a streamed map ends after a key");
        }
        Head head = scanLine((byte) '.', buffer, end);
        if (head == Head.VALUE) {
            nesting.closeStreamed();
        }
        return head;
    }

    private Head scanLine(byte marker, byte[] buffer, int end) {
        int content = position + 1;
        int at = Math.max(content, searched);
        while (at < end && buffer[at] != '\r' && buffer[at] != '\n') {
            at++;
        }
        searched = at;
        if (at - content > limits.maxLineLength()) {
            throw failure(position, "a line exceeds the limit of " + limits.maxLineLength() + " bytes");
        }
        if (!endsLine(buffer, at, end)) {
            return Head.INCOMPLETE;
        }
        checkLine(marker, buffer, content, at);
        position = at + 2;
        return Head.VALUE;
    }

    /** Whether there is a CRLF; false if that is still open. */
    private boolean endsLine(byte[] buffer, int at, int end) {
        if (at == end) {
            return false;
        }
        if (buffer[at] != '\r') {
            throw failure(at, buffer[at] == '\n' ? "LF without CR" : "expected CRLF but found " + name(buffer[at]));
        }
        if (at + 1 == end) {
            return false;
        }
        if (buffer[at + 1] != '\n') {
            throw failure(at + 1, "CR without LF");
        }
        return true;
    }

    private void checkLine(byte marker, byte[] buffer, int from, int to) {
        boolean wellFormed = switch (marker) {
            case ':' -> Decimals.isLong(buffer, from, to);
            case ',' -> Decimals.isDouble(buffer, from, to);
            case '(' -> Decimals.isInteger(buffer, from, to);
            case '#' -> to - from == 1 && (buffer[from] == 't' || buffer[from] == 'f');
            case '_', '.' -> from == to;
            default -> true;
        };
        if (!wellFormed) {
            String what = marker == '.'
                    ? "end of a streamed aggregate"
                    : RespType.of(marker).words();
            throw failure(from, "malformed " + what);
        }
    }

    /** The length after the type byte: a number, or one of the constants; then {@link #lineEnd} is set. */
    private long scanLength(byte[] buffer, int end) {
        int first = position + 1;
        int stop = Math.min(end, first + MAX_LENGTH_DIGITS + 1);
        int at = first;
        long length = 0;
        while (at < stop) {
            int digit = buffer[at] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            length = length * 10 + digit;
            at++;
        }
        if (at - first > MAX_LENGTH_DIGITS) {
            throw failure(first, "a length of more than " + MAX_LENGTH_DIGITS + " digits");
        }
        if (at == first && at < end) {
            at++;
            if (buffer[first] == '?') {
                length = LENGTH_STREAMED;
            } else if (buffer[first] != '-') {
                throw failure(first, "expected a length but found " + name(buffer[first]));
            } else if (at < end && buffer[at++] != '1') {
                throw failure(first, "a negative length other than -1");
            } else {
                length = LENGTH_NULL;
            }
        }
        if (!endsLine(buffer, at, end)) {
            return LENGTH_INCOMPLETE;
        }
        lineEnd = at + 2;
        return length;
    }

    private RespException failure(int index, String what) {
        return new RespException(what, offset(index));
    }

    private static String name(byte b) {
        return b > ' ' && b < 127 ? "'" + (char) b + "'" : String.format("0x%02x", b & 0xff);
    }
}
