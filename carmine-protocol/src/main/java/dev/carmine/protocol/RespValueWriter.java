package dev.carmine.protocol;

import dev.carmine.protocol.RespValue.Entry;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Encodes values the way a server does: the counterpart of {@link RespReader#readValue()}, for servers scripted in tests.
 *
 * <p>Immutable and thread-safe.
 */
public final class RespValueWriter {

    private static final int NOT_STREAMED = 0;

    private final boolean resp3;
    private final boolean nullArrays;

    /** The length of the chunks of streamed strings, or {@link #NOT_STREAMED}. */
    private final int chunkLength;

    private RespValueWriter(boolean resp3, boolean nullArrays, int chunkLength) {
        this.resp3 = resp3;
        this.nullArrays = nullArrays;
        this.chunkLength = chunkLength;
    }

    /**
     * Writes RESP3, every value in the form of its own type.
     *
     * @return the writer
     */
    public static RespValueWriter resp3() {
        return new RespValueWriter(true, false, NOT_STREAMED);
    }

    /**
     * Writes RESP3 with strings, arrays, sets and maps in the streamed form, which does not tell their size beforehand.
     * Pushes and attributes have no such form.
     *
     * @param chunkLength the length of the chunks of strings, in bytes; the last one may be shorter
     * @return the writer
     */
    public static RespValueWriter streamed(int chunkLength) {
        if (chunkLength < 1) {
            throw new IllegalArgumentException("chunkLength must be at least 1 but is " + chunkLength);
        }
        return new RespValueWriter(true, false, chunkLength);
    }

    /**
     * Writes RESP2, as servers do: what RESP2 does not have becomes what stands in its place. Maps, sets and pushes
     * become flat arrays; doubles, big numbers and verbatim strings bulk strings; booleans the integers 1 and 0; bulk
     * errors lines; null becomes {@code $-1}; attributes are left out.
     *
     * @return the writer
     */
    public static RespValueWriter resp2() {
        return new RespValueWriter(false, false, NOT_STREAMED);
    }

    /**
     * Writes RESP2 like {@link #resp2()}, except that null becomes {@code *-1}, which servers send where a command's
     * reply would be an array.
     *
     * @return the writer
     */
    public static RespValueWriter resp2WithNullArrays() {
        return new RespValueWriter(false, true, NOT_STREAMED);
    }

    /**
     * Encodes a value.
     *
     * @param value the value
     * @return its encoding in a new array
     * @throws IllegalArgumentException if a simple string or simple error contains CR or LF, or the format of a verbatim
     *     string does not have three bytes
     */
    public byte[] encode(RespValue value) {
        ByteOutput out = new ByteOutput();
        write(value, out);
        return out.toByteArray();
    }

    private void write(RespValue value, ByteOutput out) {
        // A chain of instanceof because Java 17 has no patterns in switch.
        if (value instanceof RespValue.SimpleString simple) {
            writeLine('+', oneLine(simple.text()), out);
        } else if (value instanceof RespValue.BulkString bulk) {
            writeBulk('$', bulk.bytes(), out);
        } else if (value instanceof RespValue.SimpleError error) {
            writeLine('-', oneLine(error.message()), out);
        } else if (value instanceof RespValue.BulkError error) {
            writeBulkError(error, out);
        } else if (value instanceof RespValue.IntegerNumber number) {
            writeLine(':', Long.toString(number.value()), out);
        } else if (value instanceof RespValue.DoubleNumber number) {
            writeOrBulk(',', Double.isNaN(number.value()) ? "nan" : Decimals.toText(number.value()), out);
        } else if (value instanceof RespValue.BooleanValue bool) {
            writeBoolean(bool.value(), out);
        } else if (value instanceof RespValue.Null) {
            writeLine(resp3 ? '_' : nullArrays ? '*' : '$', resp3 ? "" : "-1", out);
        } else if (value instanceof RespValue.BigNumber number) {
            writeOrBulk('(', number.digits(), out);
        } else if (value instanceof RespValue.VerbatimString verbatim) {
            writeVerbatim(verbatim, out);
        } else if (value instanceof RespValue.Array array) {
            writeElements('*', array.elements(), out);
        } else if (value instanceof RespValue.SetValue set) {
            writeElements('~', set.elements(), out);
        } else if (value instanceof RespValue.MapValue map) {
            writeMap(map.entries(), out);
        } else if (value instanceof RespValue.Push push) {
            writeCounted(resp3 ? '>' : '*', push.elements(), out);
        } else if (value instanceof RespValue.Attributed attributed) {
            if (resp3) {
                writeLine('|', Integer.toString(attributed.attributes().size()), out);
                writeEntries(attributed.attributes(), out);
            }
            write(attributed.value(), out);
        }
    }

    private static String oneLine(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a simple string or error cannot contain CR or LF; use the bulk form");
        }
        return text;
    }

    private static void writeLine(char marker, String content, ByteOutput out) {
        out.put((byte) marker);
        out.putText(content);
        out.putLineEnd();
    }

    private void writeOrBulk(char marker, String content, ByteOutput out) {
        if (resp3) {
            writeLine(marker, content, out);
        } else {
            writeBulk('$', content.getBytes(StandardCharsets.UTF_8), out);
        }
    }

    private void writeBulk(char marker, byte[] body, ByteOutput out) {
        if (chunkLength != NOT_STREAMED && marker == '$') {
            writeChunks(body, out);
            return;
        }
        writeLine(marker, Integer.toString(body.length), out);
        out.put(body);
        out.putLineEnd();
    }

    private void writeChunks(byte[] body, ByteOutput out) {
        writeLine('$', "?", out);
        for (int at = 0; at < body.length; at += chunkLength) {
            int length = Math.min(chunkLength, body.length - at);
            writeLine(';', Integer.toString(length), out);
            out.put(body, at, length);
            out.putLineEnd();
        }
        writeLine(';', "0", out);
    }

    private void writeBulkError(RespValue.BulkError error, ByteOutput out) {
        if (resp3) {
            writeBulk('!', error.message().getBytes(StandardCharsets.UTF_8), out);
        } else {
            writeLine('-', error.message().replace('\r', ' ').replace('\n', ' '), out);
        }
    }

    private void writeBoolean(boolean value, ByteOutput out) {
        if (resp3) {
            writeLine('#', value ? "t" : "f", out);
        } else {
            writeLine(':', value ? "1" : "0", out);
        }
    }

    private void writeVerbatim(RespValue.VerbatimString verbatim, ByteOutput out) {
        if (verbatim.format().getBytes(StandardCharsets.UTF_8).length != 3) {
            throw new IllegalArgumentException("the format of a verbatim string must have three bytes");
        }
        String body = resp3 ? verbatim.format() + ":" + verbatim.text() : verbatim.text();
        writeBulk(resp3 ? '=' : '$', body.getBytes(StandardCharsets.UTF_8), out);
    }

    private void writeElements(char marker, List<RespValue> elements, ByteOutput out) {
        if (chunkLength == NOT_STREAMED) {
            writeCounted(resp3 ? marker : '*', elements, out);
            return;
        }
        writeLine(marker, "?", out);
        elements.forEach(element -> write(element, out));
        writeLine('.', "", out);
    }

    private void writeCounted(char marker, List<RespValue> elements, ByteOutput out) {
        writeLine(marker, Integer.toString(elements.size()), out);
        elements.forEach(element -> write(element, out));
    }

    private void writeMap(List<Entry> entries, ByteOutput out) {
        if (chunkLength != NOT_STREAMED) {
            writeLine('%', "?", out);
            writeEntries(entries, out);
            writeLine('.', "", out);
        } else {
            writeLine(resp3 ? '%' : '*', Integer.toString(resp3 ? entries.size() : 2 * entries.size()), out);
            writeEntries(entries, out);
        }
    }

    private void writeEntries(List<Entry> entries, ByteOutput out) {
        for (Entry entry : entries) {
            write(entry.key(), out);
            write(entry.value(), out);
        }
    }
}
