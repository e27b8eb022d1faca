package dev.carmine.it.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the commands that a client sends: arrays of bulk strings, and nothing else. */
public final class CommandParser {
    private final InputStream in;

    /**
     * A parser.
     *
     * @param in what the client sends; reading byte by byte should be cheap
     */
    public CommandParser(InputStream in) {
        this.in = in;
    }

    /**
     * Waits for the next command.
     *
     * @return its words, null if the client has closed the connection
     * @throws StreamCorruptedException if what was sent is not a command
     * @throws IOException if the connection fails
     */
    public @Nullable List<String> next() throws IOException {
        String header = Lines.read(in);
        if (header == null) {
            return null;
        }
        int count = length(header, '*');
        List<String> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            words.add(readBulk());
        }
        return words;
    }

    private String readBulk() throws IOException {
        String header = Lines.read(in);
        if (header == null) {
            throw new EOFException("the client closed the connection within a command");
        }
        int length = length(header, '$');
        byte[] bytes = in.readNBytes(length);
        byte[] end = in.readNBytes(2);
        if (end.length < 2) {
            throw new EOFException("the client closed the connection within a bulk string");
        }
        if (end[0] != '\r' || end[1] != '\n') {
            throw new StreamCorruptedException("a bulk string of " + length + " bytes does not end where it should");
        }
        return new String(bytes, UTF_8);
    }

    private static int length(String header, char type) throws IOException {
        if (header.isEmpty() || header.charAt(0) != type) {
            throw new StreamCorruptedException("expected a line that begins with " + type + ", got: " + header);
        }
        try {
            return Integer.parseUnsignedInt(header, 1, header.length(), 10);
        } catch (NumberFormatException e) {
            throw new StreamCorruptedException("not a length: " + header);
        }
    }
}
