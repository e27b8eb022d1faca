package dev.carmine.it.mq.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * What one process has done, a line an event. Each line is with the operating system before the process goes on, so that
 * a killed process has told all, but for a last line that may be cut off.
 *
 * <p>Times are {@link System#nanoTime}: on Linux that is CLOCK_MONOTONIC, which all processes of a machine share and
 * nobody sets. It orders what different processes have written. Thread-safe.
 */
public final class HistoryFile implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by the lock, so that times increase from line to line. */
    private final OutputStream out;

    public HistoryFile(Path file) {
        try {
            out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the history " + file + " cannot be written", e);
        }
    }

    public void write(Event.Kind kind, Object... fields) {
        List<String> words = Stream.of(fields).map(Object::toString).toList();
        lock.lock();
        try {
            out.write(new Event(System.nanoTime(), kind, words).line().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the history cannot be written any more", e);
        } finally {
            lock.unlock();
        }
    }

    /** What processes have written, in the order of time. */
    static List<Event> read(List<Path> files) {
        List<Event> events = new ArrayList<>();
        try {
            for (Path file : files) {
                if (Files.notExists(file)) {
                    continue; // its process has not come so far
                }
                String text = Files.readString(file);
                text.substring(0, text.lastIndexOf('\n') + 1)
                        .lines()
                        .map(Event::parse)
                        .forEach(events::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a history cannot be read", e);
        }
        events.sort((one, other) -> Long.signum(one.at() - other.at()));
        return events;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the history cannot be closed", e);
        }
    }
}
