package dev.carmine.protocol;

import dev.carmine.protocol.RespValue.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads values as trees. It is recursive, but only as deep as {@link RespLimits#maxDepth()} allows, which leaves room on
 * the smallest stacks.
 */
final class RespValueReader {

    private final RespReader reader;
    private final FrameCursor cursor;

    RespValueReader(RespReader reader, FrameCursor cursor) {
        this.reader = reader;
        this.cursor = cursor;
    }

    RespValue read() {
        byte marker = cursor.beginWithAttributes();
        if (marker != '|') {
            return readPlain();
        }
        List<Entry> attributes = new ArrayList<>();
        while (marker == '|') {
            readPairs(marker, attributes);
            marker = cursor.beginWithAttributes();
        }
        return new RespValue.Attributed(attributes, readPlain());
    }

    private RespValue readPlain() {
        byte marker = cursor.begin();
        return switch (reader.type()) {
            case SIMPLE_STRING -> new RespValue.SimpleString(readText());
            case BULK_STRING -> new RespValue.BulkString(Objects.requireNonNull(reader.readBytes()));
            case SIMPLE_ERROR -> new RespValue.SimpleError(reader.readError().message());
            case BULK_ERROR -> new RespValue.BulkError(reader.readError().message());
            case INTEGER -> new RespValue.IntegerNumber(reader.readLong());
            case DOUBLE -> new RespValue.DoubleNumber(reader.readDouble());
            case BOOLEAN -> new RespValue.BooleanValue(reader.readBoolean());
            case NULL -> {
                reader.skip();
                yield new RespValue.Null();
            }
            case BIG_NUMBER -> new RespValue.BigNumber(readText());
            case VERBATIM_STRING -> {
                String text = readText();
                yield new RespValue.VerbatimString(cursor.verbatimFormat(), text);
            }
            case ARRAY -> new RespValue.Array(readElements(marker));
            case SET -> new RespValue.SetValue(readElements(marker));
            case MAP -> {
                List<Entry> entries = new ArrayList<>();
                readPairs(marker, entries);
                yield new RespValue.MapValue(entries);
            }
            case PUSH -> new RespValue.Push(readElements(marker));
            case ATTRIBUTE -> throw new AssertionError("type() skips attributes");
        };
    }

    private String readText() {
        return Objects.requireNonNull(reader.readText());
    }

    private List<RespValue> readElements(byte marker) {
        int count = cursor.readHead(marker);
        List<RespValue> elements = new ArrayList<>(Math.max(count, 0));
        while (hasNext(count, elements.size())) {
            elements.add(read());
        }
        return elements;
    }

    private void readPairs(byte marker, List<Entry> entries) {
        int elements = cursor.readHead(marker);
        int before = entries.size();
        while (hasNext(elements, 2 * (entries.size() - before))) {
            RespValue key = read();
            entries.add(new Entry(key, read()));
        }
    }

    private boolean hasNext(int count, int read) {
        return count == FrameCursor.STREAMED ? !cursor.passEndOfStreamed() : read < count;
    }
}
