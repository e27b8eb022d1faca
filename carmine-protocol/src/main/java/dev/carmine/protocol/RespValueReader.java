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

    RespValueReader(RespReader reader) {
        this.reader = reader;
    }

    RespValue read() {
        if (!reader.isAtAttribute()) {
            return readPlain();
        }
        List<Entry> attributes = new ArrayList<>();
        while (reader.isAtAttribute()) {
            readPairs(reader.readHead("an attribute"), attributes);
        }
        return new RespValue.Attributed(attributes, readPlain());
    }

    private RespValue readPlain() {
        RespType type = reader.type();
        return switch (type) {
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
                String format = reader.verbatimFormat();
                yield new RespValue.VerbatimString(format, readText());
            }
            case ARRAY -> new RespValue.Array(readElements());
            case SET -> new RespValue.SetValue(readElements());
            case MAP -> {
                List<Entry> entries = new ArrayList<>();
                readPairs(reader.readHead("a map"), entries);
                yield new RespValue.MapValue(entries);
            }
            case PUSH -> new RespValue.Push(readElements());
            case ATTRIBUTE -> throw new AssertionError("type() skips attributes");
        };
    }

    private String readText() {
        return Objects.requireNonNull(reader.readText());
    }

    private List<RespValue> readElements() {
        int count = reader.readHead("an aggregate");
        List<RespValue> elements = new ArrayList<>(Math.max(count, 0));
        while (hasNext(count, elements.size())) {
            elements.add(read());
        }
        return elements;
    }

    private void readPairs(int elements, List<Entry> entries) {
        int before = entries.size();
        while (hasNext(elements, 2 * (entries.size() - before))) {
            RespValue key = read();
            entries.add(new Entry(key, read()));
        }
    }

    private boolean hasNext(int count, int read) {
        return count == RespReader.STREAMED ? !reader.passEndOfStreamed() : read < count;
    }
}
