package dev.carmine.protocol;

import dev.carmine.protocol.RespValue.Entry;
import java.util.List;

/** Text of values for people: close to JSON, on one line, and never long. */
final class RespValuePrinter {

    private static final int MAX_TEXT = 64;
    private static final int MAX_ELEMENTS = 16;
    private static final int MAX_LENGTH = 1024;

    private final StringBuilder out = new StringBuilder();

    private RespValuePrinter() {}

    static String print(RespValue value) {
        RespValuePrinter printer = new RespValuePrinter();
        printer.append(value);
        return printer.out.toString();
    }

    private void append(RespValue value) {
        // A chain of instanceof because Java 17 has no patterns in switch.
        if (out.length() > MAX_LENGTH) {
            out.append("...");
        } else if (value instanceof RespValue.SimpleString simple) {
            appendText("", simple.text());
        } else if (value instanceof RespValue.BulkString bulk) {
            appendBytes(bulk);
        } else if (value instanceof RespValue.SimpleError error) {
            appendText("error ", error.message());
        } else if (value instanceof RespValue.BulkError error) {
            appendText("error ", error.message());
        } else if (value instanceof RespValue.IntegerNumber number) {
            out.append(number.value());
        } else if (value instanceof RespValue.DoubleNumber number) {
            out.append(number.value());
        } else if (value instanceof RespValue.BooleanValue bool) {
            out.append(bool.value());
        } else if (value instanceof RespValue.Null) {
            out.append("null");
        } else if (value instanceof RespValue.BigNumber number) {
            appendShortened(number.digits());
        } else if (value instanceof RespValue.VerbatimString verbatim) {
            appendText(verbatim.format() + ":", verbatim.text());
        } else if (value instanceof RespValue.Array array) {
            appendElements("[", array.elements(), "]");
        } else if (value instanceof RespValue.SetValue set) {
            appendElements("set[", set.elements(), "]");
        } else if (value instanceof RespValue.MapValue map) {
            appendEntries("{", map.entries(), "}");
        } else if (value instanceof RespValue.Push push) {
            appendElements("push[", push.elements(), "]");
        } else if (value instanceof RespValue.Attributed attributed) {
            appendEntries("attributes{", attributed.attributes(), "} ");
            append(attributed.value());
        }
    }

    private void appendText(String kind, String text) {
        out.append(kind).append('"');
        appendShortened(text);
        out.append('"');
    }

    private void appendShortened(String text) {
        int shown = Math.min(text.length(), MAX_TEXT);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 127) {
                out.append(String.format("\\u%04x", (int) c));
            } else if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else {
                out.append(c);
            }
        }
        if (shown < text.length()) {
            out.append("... (").append(text.length()).append(" characters)");
        }
    }

    private void appendBytes(RespValue.BulkString bulk) {
        byte[] bytes = bulk.bytes();
        int shown = Math.min(bytes.length, MAX_TEXT);
        out.append('"');
        for (int i = 0; i < shown; i++) {
            byte b = bytes[i];
            if (b < ' ' || b == 127) {
                out.append(String.format("\\x%02x", b & 0xff));
            } else if (b == '"' || b == '\\') {
                out.append('\\').append((char) b);
            } else {
                out.append((char) b);
            }
        }
        if (shown < bytes.length) {
            out.append("... (").append(bytes.length).append(" bytes)");
        }
        out.append('"');
    }

    private void appendElements(String open, List<RespValue> elements, String close) {
        out.append(open);
        int shown = Math.min(elements.size(), MAX_ELEMENTS);
        for (int i = 0; i < shown; i++) {
            out.append(i == 0 ? "" : ", ");
            append(elements.get(i));
        }
        appendRest(elements.size() - shown);
        out.append(close);
    }

    private void appendEntries(String open, List<Entry> entries, String close) {
        out.append(open);
        int shown = Math.min(entries.size(), MAX_ELEMENTS);
        for (int i = 0; i < shown; i++) {
            out.append(i == 0 ? "" : ", ");
            append(entries.get(i).key());
            out.append(": ");
            append(entries.get(i).value());
        }
        appendRest(entries.size() - shown);
        out.append(close);
    }

    private void appendRest(int count) {
        if (count > 0) {
            out.append(", ... (").append(count).append(" more)");
        }
    }
}
