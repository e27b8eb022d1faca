package dev.carmine.mq.internal.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The local times that a cron expression names, of whole seconds, without regard to time zones: the library that reads
 * the expression is asked for times in UTC alone, where each exists once. Immutable and thread-safe.
 */
public final class CronExpression {
    private static final int FIELDS = 5;
    private static final int SUNDAY = 7;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** From when to look for a time, to see whether there is any. */
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final String text;
    private final boolean isHourly;
    private final ExecutionTime times;

    private CronExpression(String text, boolean isHourly, ExecutionTime times) {
        this.text = text;
        this.isHourly = isHourly;
        this.times = times;
    }

    /**
     * Reads an expression.
     *
     * @param expression of five fields, or six with the second first
     * @return its times
     * @throws IllegalArgumentException if it cannot be read, or names no time
     */
    public static CronExpression parse(String expression) {
        Objects.requireNonNull(expression, "expression");
        String text = BLANKS.matcher(expression.strip()).replaceAll(" ");
        String[] fields = text.split(" ", -1);
        if (fields.length != FIELDS && fields.length != FIELDS + 1) {
            throw new IllegalArgumentException("a cron expression has five fields, minute, hour, day, month and day of"
                    + " the week, or six with the second first, but this has " + fields.length + ": " + text);
        }
        ExecutionTime times;
        try {
            CronDefinition definition = fields.length == FIELDS
                    ? CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)
                    : withSeconds();
            times = ExecutionTime.forCron(new CronParser(definition).parse(text));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the cron expression " + text + " cannot be read: " + e.getMessage(), e);
        }
        CronExpression parsed = new CronExpression(text, fields[fields.length - FIELDS + 1].equals("*"), times);
        if (parsed.nextAfter(ANY_TIME) == null) {
            throw new IllegalArgumentException("the cron expression " + text + " names no time at all");
        }
        return parsed;
    }

    /** The library's Unix expressions, with a second before them. */
    private static CronDefinition withSeconds() {
        return CronDefinitionBuilder.defineCron()
                .withSeconds()
                .withStrictRange()
                .and()
                .withMinutes()
                .withStrictRange()
                .and()
                .withHours()
                .withStrictRange()
                .and()
                .withDayOfMonth()
                .withStrictRange()
                .and()
                .withMonth()
                .withStrictRange()
                .and()
                .withDayOfWeek()
                .withValidRange(0, SUNDAY)
                .withMondayDoWValue(1)
                .withIntMapping(SUNDAY, 0)
                .withStrictRange()
                .and()
                .instance();
    }

    /**
     * The expression.
     *
     * @return its fields, with single blanks between them
     */
    public String text() {
        return text;
    }

    /** Whether its hour is {@code *}. */
    boolean isHourly() {
        return isHourly;
    }

    /** The first time after another one; null if there is none. */
    @Nullable LocalDateTime nextAfter(LocalDateTime time) {
        return times.nextExecution(time.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime)
                .orElse(null);
    }
}
