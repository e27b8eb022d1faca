package dev.carmine.mq.internal.schedule;

import dev.carmine.client.Carmine;
import dev.carmine.mq.Cron;
import dev.carmine.mq.Schedule;
import dev.carmine.mq.ScheduleOptions;
import dev.carmine.mq.ScheduleResult;
import dev.carmine.mq.internal.Checks;
import dev.carmine.mq.internal.Parcel;
import dev.carmine.mq.internal.QueueCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** Makes, ends and lists the schedules of one queue. Thread-safe. */
public final class Schedules {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final int LONGEST_NAME = 256;
    private static final String KEPT = "k";

    private final Carmine redis;
    private final ScheduleCalls calls;

    /**
     * Prepares it.
     *
     * @param redis where the queue is
     * @param calls of the queue
     */
    public Schedules(Carmine redis, QueueCalls calls) {
        this.redis = redis;
        this.calls = new ScheduleCalls(calls.keys(), calls.scripts());
    }

    /**
     * When an expression has its ticks in a time zone.
     *
     * @param cron the expression
     * @param zone the time zone
     * @return its ticks
     */
    public static Recurrence at(Cron cron, ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        return new CronTicks(CronExpression.parse(cron.expression()), zone);
    }

    /**
     * Ticks at equal distances.
     *
     * @param interval the distance
     * @return the ticks
     * @throws IllegalArgumentException if it is too short or too long
     */
    public static Recurrence every(Duration interval) {
        return new Recurrence.Every(Checks.millis(Checks.atLeast("interval", interval, SHORTEST)));
    }

    /**
     * Makes a schedule, or changes it.
     *
     * @param name of it
     * @param when its ticks
     * @param message that each tick enqueues
     * @param options how
     * @return what became of it
     */
    public ScheduleResult schedule(String name, Recurrence when, Parcel<?> message, ScheduleOptions options) {
        byte[] definition = DefinitionCodec.encode(
                new Definition(when, options.missed(), options.overlap(), message.options(), message.envelope()));
        String reply = redis.call(calls.ask(checked(name), definition));
        if (!reply.equals(KEPT)) {
            long now = Long.parseLong(reply);
            OptionalLong first = when.nextAfter(now, now);
            if (first.isEmpty()) {
                throw new IllegalArgumentException(
                        "the schedule " + name + " would have no tick any more: " + when.description());
            }
            reply = redis.call(calls.schedule(name, definition, first.getAsLong()));
        }
        return switch (reply) {
            case "a" -> ScheduleResult.ADDED;
            case "u" -> ScheduleResult.UPDATED;
            case KEPT -> ScheduleResult.KEPT;
            default -> throw new IllegalStateException("the script of schedules has answered " + reply);
        };
    }

    /**
     * Ends a schedule.
     *
     * @param name of it
     * @return whether there was one
     */
    public boolean unschedule(String name) {
        return redis.call(calls.unschedule(checked(name)));
    }

    /**
     * Lists the schedules.
     *
     * @return by their next ticks; unmodifiable
     */
    public List<Schedule> list() {
        return redis.call(calls.list()).stream()
                .map(Schedules::schedule)
                .sorted(Comparator.comparing(Schedule::nextTick).thenComparing(Schedule::name))
                .toList();
    }

    private static Schedule schedule(ScheduleCalls.Listed listed) {
        Instant next = Instant.ofEpochMilli(listed.next());
        Instant last = listed.last() == 0 ? null : Instant.ofEpochMilli(listed.last());
        Definition definition;
        try {
            definition = DefinitionCodec.decode(listed.definition());
        } catch (UnreadableDefinitionException e) {
            return new Schedule(listed.name(), String.valueOf(e.getMessage()), null, null, null, next, last);
        }
        Recurrence when = definition.recurrence();
        return new Schedule(
                listed.name(), when.description(), when.zone(), definition.missed(), definition.overlap(), next, last);
    }

    private static String checked(String name) {
        Objects.requireNonNull(name, "the name of a schedule");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "the name of a schedule must have 1 to " + LONGEST_NAME + " characters, but has " + name.length());
        }
        return Checks.withoutControls("the name of a schedule", name);
    }
}
