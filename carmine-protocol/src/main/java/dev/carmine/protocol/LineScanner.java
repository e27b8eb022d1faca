package dev.carmine.protocol;

/**
 * The place of a {@link FrameScanner} in the stream, and what it needs to get on line by line: it finds the ends of
 * lines, checks what stands in them and reads the lengths in the heads of values.
 *
 * <p>An incomplete line is not passed. When more bytes have come, the search for its end goes on where it stopped; only
 * a length, which is short, is read again.
 */
final class LineScanner {

    static final long INCOMPLETE = -3;
    static final long STREAMED = -2;
    static final long NULL = -1;

    /** As many as the largest array needs; so a length fits a long without further ado. */
    private static final int MAX_LENGTH_DIGITS = 10;

    private final int maxLineLength;

    /** The offset in the stream of the buffer's index 0, bytes that were taken out of the buffer counted. */
    private long origin;

    /** The index of the first byte of the current line, which is its type byte, or of a body. */
    private int position;

    /** If the current line was found to be incomplete, the index up to which there is no end. */
    private int searched;

    /** Where the line whose length was read ends, CRLF included. */
    private int lineEnd;

    LineScanner(int maxLineLength) {
        this.maxLineLength = maxLineLength;
    }

    int position() {
        return position;
    }

    void moveTo(int index) {
        position = index;
    }

    /** Moves past the line whose length was read. */
    void passLine() {
        position = lineEnd;
    }

    /** The offset in the stream of an index of the buffer, which must not be before bytes taken out. */
    long offset(int index) {
        return origin + index;
    }

    /** The content of the buffer has moved towards its beginning by so many bytes. */
    void relocate(int distance) {
        origin += distance;
        position -= distance;
        searched -= distance;
    }

    /** So many bytes that stood at the position have been taken out of the buffer. */
    void takenOut(int length) {
        origin += length;
    }

    /** Passes the line at the position, which is a value of this type byte, or returns false if it is incomplete. */
    boolean scanLine(byte marker, byte[] buffer, int end) {
        int content = position + 1;
        int at = Math.max(content, searched);
        while (at < end && buffer[at] != '\r' && buffer[at] != '\n') {
            at++;
        }
        searched = at;
        if (at - content > maxLineLength) {
            throw failure(position, "a line exceeds the limit of " + maxLineLength + " bytes");
        }
        if (!endsLine(buffer, at, end)) {
            return false;
        }
        checkLine(marker, buffer, content, at);
        position = at + 2;
        return true;
    }

    /**
     * Reads the length that follows the type byte at the position: a number, {@link #NULL} or {@link #STREAMED}; or
     * {@link #INCOMPLETE}. The line is not passed.
     */
    long scanLength(byte[] buffer, int end) {
        int first = position + 1;
        int stop = first + Math.min(end - first, MAX_LENGTH_DIGITS + 1);
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
            length = scanLengthWithoutDigits(buffer, end);
            if (length == INCOMPLETE) {
                return INCOMPLETE;
            }
            at += length == NULL ? 2 : 1;
        }
        if (!endsLine(buffer, at, end)) {
            return INCOMPLETE;
        }
        lineEnd = at + 2;
        return length;
    }

    private long scanLengthWithoutDigits(byte[] buffer, int end) {
        int first = position + 1;
        if (buffer[first] == '?') {
            return STREAMED;
        }
        if (buffer[first] != '-') {
            throw failure(first, "expected a length but found " + name(buffer[first]));
        }
        if (first + 1 == end) {
            return INCOMPLETE;
        }
        if (buffer[first + 1] != '1') {
            throw failure(first, "a negative length other than -1");
        }
        return NULL;
    }

    /** Whether the line ends at this index; false if more bytes must tell. */
    private boolean endsLine(byte[] buffer, int at, int end) {
        if (at == end) {
            return false;
        }
        if (buffer[at] != '\r') {
            throw failure(at, "expected CRLF but found " + name(buffer[at]));
        }
        if (at + 1 == end) {
            return false;
        }
        if (buffer[at + 1] != '\n') {
            throw failure(at + 1, "expected LF after CR but found " + name(buffer[at + 1]));
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

    /** Says what is wrong at an index. */
    RespException failure(int index, String what) {
        return new RespException(what, offset(index));
    }

    /** A byte as people can read it. */
    static String name(byte b) {
        return b > ' ' && b < 127 ? "'" + (char) b + "'" : String.format("0x%02x", b & 0xff);
    }
}
