package dev.carmine.mq;

import dev.carmine.mq.internal.schedule.CronExpression;

/**
 * A cron expression: minute, hour, day of the month, month and day of the week, with a second before them if there are
 * six fields.
 *
 * <pre>{@code
 * Cron.of("0 7 * * *")              // at seven each day
 * Cron.of("0,30 9-17 * * MON-FRI")  // each half hour of a working day
 * Cron.of("0,20,40 * * * * *")      // three times a minute
 * }</pre>
 *
 * <p>A field is {@code *}, a number, a range {@code 9-17}, a step {@code *}{@code /15} or {@code 9-17/2}, or a list of
 * those. Months and days of the week have their English names as well, of three letters; Sunday is 0 and 7. If neither the
 * day of the month nor that of the week is {@code *}, a day counts if one of them fits, as with Unix.
 *
 * <p><b>Daylight saving.</b> If the hour is {@code *}, ticks go by elapsed time: a local time that does not exist is passed
 * over, and one that exists twice counts both times. With any other hour each local time counts once: one that does not
 * exist counts as much later as clocks are put forward, so that 2:30 becomes 3:30, and one that exists twice counts the
 * first time. Ticks that fall together are one.
 *
 * <p>Immutable and thread-safe.
 */
public final class Cron {
    private final String expression;

    private Cron(String expression) {
        this.expression = expression;
    }

    /**
     * Takes an expression.
     *
     * @param expression of five fields, or six
     * @return the same ticks
     * @throws IllegalArgumentException if it cannot be read, or has no tick at all, as on the 30th of February
     */
    public static Cron of(String expression) {
        return new Cron(CronExpression.parse(expression).text());
    }

    /**
     * The expression.
     *
     * @return its fields, with single blanks between them
     */
    public String expression() {
        return expression;
    }

    /** Whether the other one is written alike. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Cron cron && cron.expression.equals(expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    /** The expression. */
    @Override
    public String toString() {
        return expression;
    }
}
