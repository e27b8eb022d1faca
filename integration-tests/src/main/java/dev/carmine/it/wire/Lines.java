package dev.carmine.it.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of RESP: they end with CR LF. */
final class Lines {
    private Lines() {}

    /**
     * Reads one line.
     *
     * @return the line without its end, null if the stream ended before it began
     */
    static @Nullable String read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next != '\r') {
            if (next < 0) {
                throw new EOFException("the connection ended within a line");
            }
            line.write(next);
            next = in.read();
        }
        if (in.read() != '\n') {
            throw new StreamCorruptedException("CR without LF after: " + line.toString(StandardCharsets.UTF_8));
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
