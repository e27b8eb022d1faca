package dev.carmine.benchmarks.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;

/** The output of a child process that nobody reads any more. */
final class ChildOutput {
    private ChildOutput() {}

    /** Reads on in the background, so that the child never waits for room in its pipe. */
    static void discard(BufferedReader output) {
        Thread reader = new Thread(() -> transfer(output), "output of a child");
        reader.setDaemon(true);
        reader.start();
    }

    private static void transfer(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // The child was ended, and with it its output.
        }
    }
}
