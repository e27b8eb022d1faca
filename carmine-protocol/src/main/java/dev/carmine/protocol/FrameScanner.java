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

    /** What a step, over the first line of a value or over a body, came to. */
    private enum Step {
        /** Nothing is passed before more bytes have come. */
        INCOMPLETE,
        /** More belongs to the value: a body, elements, chunks; or it was an attribute, and the value is to come. */
        OPEN,
        /** The value is complete. */
        VALUE
    }

    /** No body is next. */
    private static final int NO_BODY = -1;

    /** No streamed string is open. */
    private static final long NO_STRING = -1;

    private static final int CRLF_LENGTH = 2;

    /** A verbatim string begins with a format of three bytes and a colon. */
    private static final int VERBATIM_PREFIX = 4;

    /** A dollar, up to four digits, CRLF. */
    private static final int PLAIN_HEAD_LENGTH = 7;

    private final RespLimits limits;
    private final LineScanner lines;
    private final Nesting nesting = new Nesting();

    /** The length of the body at the position, or {@link #NO_BODY}. */
    private int bodyLength = NO_BODY;

    /** The type byte of what the body belongs to. */
    private byte bodyMarker;

    /** The length so far of the streamed string that is open, or {@link #NO_STRING}. */
    private long stringLength = NO_STRING;

    /** Elements of the frame so far, counted when an aggregate declares them, or else when they are complete. */
    private long elements;

    FrameScanner(RespLimits limits) {
        this.limits = limits;
        this.lines = new LineScanner(limits.maxLineLength());
    }

    /** Everything before this index is scanned, except that a line or a body is passed only as a whole. */
    int position() {
        return lines.position();
    }

    /** The length of the large body at the position. */
    int bodyLength() {
        return bodyLength;
    }

    /** The offset in the stream of an index of the buffer that is not before the last large body taken out. */
    long offset(int index) {
        return lines.offset(index);
    }

    /** The content of the buffer has moved towards its beginning by so many bytes. */
    void relocate(int distance) {
        lines.relocate(distance);
    }

    /** The large body at the position has been taken out of the buffer, where its terminator follows now. */
    void bodyTakenOut(byte[] body) {
        if (bodyMarker == '=') {
            checkVerbatim(body, 0);
            bodyMarker = '$'; // no longer a matter of what is in the buffer
        }
        lines.takenOut(bodyLength);
        bodyLength = 0;
    }

    /** Goes on scanning; {@code end} is where the bytes of the buffer end. */
    Outcome scan(byte[] buffer, int end) {
        while (true) {
            Step step;
            if (bodyLength == NO_BODY) {
                passPlainBulks(buffer, end);
                step = position() == end ? Step.INCOMPLETE : scanHead(buffer, end);
            } else if (bodyLength > end - position() - CRLF_LENGTH) {
                return bodyLength >= LargeBody.MIN_LENGTH ? Outcome.LARGE_BODY : Outcome.INCOMPLETE;
            } else {
                step = endBody(buffer);
            }
            if (step == Step.INCOMPLETE) {
                return Outcome.INCOMPLETE;
            }
            if (step == Step.VALUE && endsFrame()) {
                elements = 0;
                return Outcome.COMPLETE;
            }
        }
    }

    /**
     * Passes what most elements are, short bulk strings that are there as a whole, up to the last element of an
     * aggregate. Whatever else there is, malformed bytes included, is left to the way that all values can go.
     */
    private void passPlainBulks(byte[] buffer, int end) {
        int most = stringLength == NO_STRING ? nesting.elementsBeforeLast() : 0;
        int at = position();
        int passed = 0;
        while (passed < most) {
            int next = endOfPlainBulk(buffer, at, end);
            if (next == NO_BODY) {
                break;
            }
            at = next;
            passed++;
        }
        if (passed > 0) {
            nesting.endElements(passed);
            lines.moveTo(at);
        }
    }

    /** Where the bulk string ends that begins at an index; {@link #NO_BODY} if there is no short and complete one. */
    private int endOfPlainBulk(byte[] buffer, int index, int end) {
        int last = Math.min(end, index + PLAIN_HEAD_LENGTH) - CRLF_LENGTH;
        if (index >= last || buffer[index] != '$') {
            return NO_BODY;
        }
        int length = 0;
        int at = index + 1;
        while (at < last && buffer[at] >= '0' && buffer[at] <= '9') {
            length = length * 10 + (buffer[at] - '0');
            at++;
        }
        int terminator = at + CRLF_LENGTH + length;
        return at > index + 1
                        && terminator <= end - CRLF_LENGTH
                        && length <= limits.maxBulkLength()
                        && isCrlf(buffer, at)
                        && isCrlf(buffer, terminator)
                ? terminator + CRLF_LENGTH
                : NO_BODY;
    }

    private static boolean isCrlf(byte[] buffer, int index) {
        return buffer[index] == '\r' && buffer[index + 1] == '\n';
    }

    private boolean endsFrame() {
        if (nesting.isInStreamed()) {
            countElements(1);
        }
        return nesting.endValue();
    }

    private Step scanHead(byte[] buffer, int end) {
        byte marker = buffer[position()];
        if (stringLength != NO_STRING && marker != ';') {
            throw failure("a streamed string goes on with " + LineScanner.name(marker) + " instead of a chunk");
        }
        if (marker == '.') {
            return scanEndOfStreamed(buffer, end);
        }
        nesting.beginValue();
        return switch (marker) {
            case '$', '!', '=' -> scanBulk(marker, buffer, end);
            case '*', '%', '~', '>', '|' -> scanAggregate(marker, buffer, end);
            case ';' -> scanChunk(buffer, end);
            case '+', '-', ':', ',', '(', '#', '_' ->
                lines.scanLine(marker, buffer, end) ? Step.VALUE : Step.INCOMPLETE;
            default -> throw failure("no value begins with " + LineScanner.name(marker));
        };
    }

    private Step scanBulk(byte marker, byte[] buffer, int end) {
        long length = lines.scanLength(buffer, end);
        if (length == LineScanner.INCOMPLETE) {
            return Step.INCOMPLETE;
        }
        if (length >= 0) {
            checkBulkLength(length);
            if (marker == '=' && length < VERBATIM_PREFIX) {
                throw failure("a verbatim string of " + length + " bytes has no room for its format");
            }
            return beginBody(marker, length);
        }
        if (marker != '$') {
            throw failure("only bulk strings can be null or streamed");
        }
        lines.passLine();
        if (length == LineScanner.NULL) {
            return Step.VALUE;
        }
        stringLength = 0;
        return Step.OPEN;
    }

    private Step scanChunk(byte[] buffer, int end) {
        if (stringLength == NO_STRING) {
            throw failure("a chunk outside of a streamed string");
        }
        long length = lines.scanLength(buffer, end);
        if (length == LineScanner.INCOMPLETE) {
            return Step.INCOMPLETE;
        }
        if (length < 0) {
            throw failure("the length of a chunk is not a number");
        }
        if (length == 0) {
            lines.passLine();
            stringLength = NO_STRING;
            return Step.VALUE;
        }
        stringLength += length;
        checkBulkLength(stringLength);
        return beginBody((byte) ';', length);
    }

    private void checkBulkLength(long length) {
        if (length > limits.maxBulkLength()) {
            throw failure("a bulk of " + length + " bytes exceeds the limit of " + limits.maxBulkLength());
        }
    }

    private Step beginBody(byte marker, long length) {
        lines.passLine();
        bodyLength = (int) length;
        bodyMarker = marker;
        return Step.OPEN;
    }

    private Step endBody(byte[] buffer) {
        int terminator = position() + bodyLength;
        if (buffer[terminator] != '\r' || buffer[terminator + 1] != '\n') {
            throw lines.failure(terminator, "the body of a bulk is not followed by CRLF");
        }
        if (bodyMarker == '=') {
            checkVerbatim(buffer, position());
        }
        lines.moveTo(terminator + CRLF_LENGTH);
        bodyLength = NO_BODY;
        return bodyMarker == ';' ? Step.OPEN : Step.VALUE;
    }

    private void checkVerbatim(byte[] bytes, int body) {
        int colon = VERBATIM_PREFIX - 1;
        if (bytes[body + colon] != ':') {
            throw lines.failure(position() + colon, "a verbatim string without a colon after its format");
        }
    }

    private Step scanAggregate(byte marker, byte[] buffer, int end) {
        if (marker == '>' && nesting.depth() > 0) {
            throw failure("a push within another value");
        }
        long length = lines.scanLength(buffer, end);
        if (length == LineScanner.INCOMPLETE) {
            return Step.INCOMPLETE;
        }
        if (length == LineScanner.NULL) {
            if (marker != '*') {
                throw failure("only bulk strings and arrays can be null");
            }
            lines.passLine();
            return Step.VALUE;
        }
        if (nesting.depth() == limits.maxDepth()) {
            throw failure("aggregates are nested deeper than the limit of " + limits.maxDepth());
        }
        if (length == LineScanner.STREAMED) {
            if (marker == '>' || marker == '|') {
                throw failure("a push or an attribute cannot be streamed");
            }
            lines.passLine();
            nesting.openStreamed(marker);
            return Step.OPEN;
        }
        return openCounted(marker, length);
    }

    private Step openCounted(byte marker, long length) {
        boolean isAttribute = marker == '|';
        long count = isAttribute || marker == '%' ? 2 * length : length;
        // An attribute itself counts too, or a peer could send empty ones without end.
        countElements(isAttribute ? count + 1 : count);
        lines.passLine();
        if (count > 0) {
            nesting.open(marker, (int) count);
            return Step.OPEN;
        }
        if (isAttribute) {
            nesting.endAttribute();
            return Step.OPEN;
        }
        return Step.VALUE;
    }

    private void countElements(long count) {
        elements += count;
        if (elements > limits.maxElements()) {
            throw failure("a frame of " + elements + " elements exceeds the limit of " + limits.maxElements());
        }
    }

    private Step scanEndOfStreamed(byte[] buffer, int end) {
        if (!nesting.isInStreamed()) {
            throw failure("an end of a streamed aggregate where there is none");
        }
        if (nesting.awaitsAttributed()) {
            throw failure("an attribute without a value after it");
        }
        if (nesting.isAfterStreamedKey()) {
            throw failure("a streamed map ends after a key");
        }
        if (!lines.scanLine((byte) '.', buffer, end)) {
            return Step.INCOMPLETE;
        }
        nesting.closeStreamed();
        return Step.VALUE;
    }

    private RespException failure(String what) {
        return lines.failure(position(), what);
    }
}
