package dev.carmine.client.internal.pubsub;

import dev.carmine.client.Gap;
import dev.carmine.client.MessageHandler;
import dev.carmine.client.MonitorHandler;
import dev.carmine.client.MonitoredCommand;
import dev.carmine.client.SubscriptionOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads a line of {@code MONITOR}: {@code 1339518083.107412 [0 127.0.0.1:60866] "set" "a key" "\x00"}. The server escapes
 * quotes, backslashes and all bytes that are not printable ASCII. Used for one line.
 */
public final class MonitorLine {
    private static final int MICROS_DIGITS = 6;

    /** What follows a backslash that stands for something, where other backslashes stand for themselves. */
    private static final Pattern ESCAPE = Pattern.compile("[nrtab]|x[0-9a-f]{2}");

    private final String line;
    private int at;

    private MonitorLine(String line) {
        this.line = line;
    }

    /** The way of lines to a handler. */
    public static Delivery<MonitoredCommand> delivery(
            SubscriptionOptions options, Executor handlers, MonitorHandler handler) {
        Objects.requireNonNull(handler, "handler");
        return new Delivery<>(options, handlers, MonitorLine::read, new MessageHandler<>() {
            @Override
            public void onMessage(String channel, MonitoredCommand command) {
                handler.onCommand(command);
            }

            @Override
            public void onGap(Gap gap) {
                handler.onGap(gap);
            }
        });
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it has another form
     */
    static MonitoredCommand read(byte[] line) {
        MonitorLine reading = new MonitorLine(new String(line, StandardCharsets.ISO_8859_1));
        try {
            return reading.command();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a line of MONITOR has an unknown form at its character " + reading.at, e);
        }
    }

    private MonitoredCommand command() {
        long seconds = Long.parseLong(until("."));
        String fraction = until(" [");
        if (fraction.length() != MICROS_DIGITS) {
            throw new NumberFormatException("not microseconds");
        }
        int database = Integer.parseInt(until(" "));
        String client = until("] ");
        List<String> words = words();
        Instant time = Instant.ofEpochSecond(seconds, Long.parseLong(fraction) * 1_000);
        return new MonitoredCommand(time, database, client, words);
    }

    /** What stands before a text, which is skipped. */
    private String until(String end) {
        int to = line.indexOf(end, at);
        String text = line.substring(at, to);
        at = to + end.length();
        return text;
    }

    private List<String> words() {
        int begin = at;
        try {
            return words(this::word);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            at = begin;
            return words(this::unescapedWord);
        }
    }

    private List<String> words(Supplier<String> reading) {
        List<String> words = new ArrayList<>();
        while (at < line.length()) {
            words.add(reading.get());
        }
        return words;
    }

    /** A word in quotes, and the space after it. */
    private String word() {
        expect('"');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (char c = next(); c != '"'; c = next()) {
            bytes.write(c == '\\' ? escaped() : c);
        }
        if (at < line.length()) {
            expect(' ');
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The same of servers that put no backslash before quotes and backslashes, as Valkey 8.1.1: the likeliest reading. */
    private String unescapedWord() {
        expect('"');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (char c = next(); c != '"' || !isEndOfWord(); c = next()) {
            bytes.write(
                    c == '\\' && ESCAPE.matcher(line).region(at, line.length()).lookingAt() ? escaped() : c);
        }
        if (at < line.length()) {
            expect(' ');
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Whether behind a quote the line ends or another word begins. */
    private boolean isEndOfWord() {
        return at == line.length() || line.startsWith(" \"", at);
    }

    private char next() {
        return line.charAt(at++);
    }

    private void expect(char expected) {
        if (next() != expected) {
            throw new IndexOutOfBoundsException(at);
        }
    }

    private int escaped() {
        char c = next();
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'x' -> Integer.parseInt(line, at, at += 2, 16);
            default -> c;
        };
    }
}
