package dev.carmine.it.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much later than asked Linux may wake a thread: 50 µs, unless the thread asks for less. */
final class TimerSlack {
    private TimerSlack() {}

    /** Asks for punctual waking of the current platform thread; where that is not possible, it stays as it was. */
    static void minimise() {
        try {
            Path thread = Path.of("/proc/thread-self").toRealPath().getFileName();
            Files.writeString(Path.of("/proc", String.valueOf(thread), "timerslack_ns"), "1000");
        } catch (IOException e) {
            // Not a Linux, or an old one.
        }
    }
}
