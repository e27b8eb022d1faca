package dev.carmine.benchmarks.queue;

import java.util.Arrays;
import java.util.Locale;

/** What is measured, and how the table shows it. */
public enum Figure {
    /** Messages per second. */
    RATE("messages per second", "%,.0f", true),

    /**
     * How long commands took on the server, in microseconds per message, as it says itself in {@code INFO commandstats}:
     * see {@link ServerMeter}.
     */
    SERVER_TIME("µs of commands on the server per message", "%,.1f", false),

    /** CPU time of the server's process per message, its reading and writing included, in microseconds. */
    SERVER_CPU("µs of CPU of the server per message", "%,.1f", false),

    /** CPU time of the client's process per message, in microseconds. */
    CLIENT_CPU("µs of CPU of the client per message", "%,.1f", false),

    /** From before the enqueue to the first line of the handler, in microseconds; half took no longer. */
    P50("µs, median", "%,.0f", false),

    /** From before the enqueue to the first line of the handler, in microseconds; 99 of 100 took no longer. */
    P99("µs, 99th percentile", "%,.0f", false),

    /** Round trip of {@code PING} by the same client in the same process, in microseconds; half took no longer. */
    PING_P50("µs of a PING, median", "%,.0f", false),

    /** Round trip of {@code PING} by the same client in the same process, in microseconds; 99 of 100 took no longer. */
    PING_P99("µs of a PING, 99th percentile", "%,.0f", false),

    /** Scripts that workers ran: an exchange of Carmine is one. */
    SCRIPTS("scripts run by workers", "%,.0f", false),

    /** Commands that were sent, scripts among them. */
    COMMANDS("commands sent", "%,.0f", false),

    /** CPU time of the client's process, in milliseconds, counted in steps of ten. */
    IDLE_CPU("ms of CPU of the client", "%,.0f", false);

    private final String title;
    private final String format;
    private final boolean higherBetter;

    Figure(String title, String format, boolean higherBetter) {
        this.title = title;
        this.format = format;
        this.higherBetter = higherBetter;
    }

    /**
     * The figure with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Figure named(String id) {
        return Arrays.stream(values())
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no figure '" + id + "'."));
    }

    /** The name in the file of results. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it counts. */
    String title() {
        return title;
    }

    /** Whether more of it is better. */
    boolean isHigherBetter() {
        return higherBetter;
    }

    /** A number as the table shows it. */
    String format(double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
