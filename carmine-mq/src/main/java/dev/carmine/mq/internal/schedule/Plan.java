package dev.carmine.mq.internal.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is to be done for a schedule that is due.
 *
 * @param ticks that get a message, the oldest first; perhaps none
 * @param next the tick to go on with, in the past if there is more to do; empty if the schedule has ended
 */
record Plan(List<Long> ticks, OptionalLong next) {
    /** A tick that is found later than so many milliseconds was missed. */
    static final long TOLERANCE = 60_000;

    private static final int MOST_TICKS = 100;
    private static final int MOST_BYTES = 1 << 20;

    /**
     * Makes a plan.
     *
     * @param tick that is due, as it is stored
     * @param now the server's time, not before it
     */
    static Plan of(Definition definition, long tick, long now) {
        Recurrence when = definition.recurrence();
        return switch (definition.missed()) {
            case SKIP -> newest(when, tick, now);
            case RUN_ONCE -> new Plan(List.of(tick), when.nextAfter(tick, now));
            case RUN_ALL -> all(when, tick, now, Math.max(1, Math.min(MOST_TICKS, most(definition))));
        };
    }

    private static int most(Definition definition) {
        return MOST_BYTES / Math.max(1, definition.envelope().length);
    }

    private static Plan newest(Recurrence when, long tick, long now) {
        long earliest = now - TOLERANCE;
        OptionalLong next = tick >= earliest ? OptionalLong.of(tick) : when.nextAfter(tick, earliest - 1);
        List<Long> newest = List.of();
        while (next.isPresent() && next.getAsLong() <= now) {
            newest = List.of(next.getAsLong());
            next = when.nextAfter(tick, next.getAsLong());
        }
        return new Plan(newest, next);
    }

    private static Plan all(Recurrence when, long tick, long now, int most) {
        List<Long> ticks = new ArrayList<>();
        OptionalLong next = OptionalLong.of(tick);
        while (next.isPresent() && next.getAsLong() <= now && ticks.size() < most) {
            ticks.add(next.getAsLong());
            next = when.nextAfter(tick, next.getAsLong());
        }
        return new Plan(ticks, next);
    }
}
