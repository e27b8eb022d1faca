package dev.carmine.mq.internal.schedule;

import dev.carmine.client.Command;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.QueueScript;
import dev.carmine.mq.internal.QueueScripts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The commands that run the scripts of schedules. What may be executed twice is marked so. Immutable.
 *
 * @param keys of the queue
 * @param scripts which clock they read
 */
record ScheduleCalls(QueueKeys keys, QueueScripts scripts) {
    private static final int PER_LISTED = 4;

    /**
     * What is due.
     *
     * @param now the server's time
     * @param lent the schedules, which must be moved on within five seconds
     */
    record Due(long now, List<Lent> lent) {}

    /**
     * A due schedule.
     *
     * @param name of it
     * @param fence by which it is moved on
     * @param tick that is due
     * @param definition as it is stored
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Lent(String name, String fence, long tick, byte[] definition) {}

    /**
     * A schedule.
     *
     * @param name of it
     * @param next tick
     * @param last tick; 0 if there was none
     * @param definition as it is stored
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Listed(String name, long next, long last, byte[] definition) {}

    private Command<@Nullable Object> command(QueueScript script, Object... args) {
        return scripts.get(script).on(keys.all(), args);
    }

    /** Asks whether there is something to do: gives k, or the server's time. */
    Command<String> ask(String name, byte[] definition) {
        return schedule(name, definition, "");
    }

    /** Adds or changes a schedule: gives a, u or k. */
    Command<String> schedule(String name, byte[] definition, long firstTick) {
        return schedule(name, definition, Long.toString(firstTick));
    }

    private Command<String> schedule(String name, byte[] definition, String firstTick) {
        return command(QueueScript.SCHEDULE, name, definition, firstTick)
                .asText()
                .map(reply -> Objects.requireNonNull(reply))
                .retryable();
    }

    Command<Boolean> unschedule(String name) {
        return command(QueueScript.UNSCHEDULE, name).asLong().map(number -> Objects.requireNonNull(number) == 1);
    }

    Command<List<Listed>> list() {
        return command(QueueScript.SCHEDULES)
                .asBinary()
                .map(ScheduleCalls::listed)
                .retryable();
    }

    private static List<Listed> listed(@Nullable Object reply) {
        List<Listed> listed = new ArrayList<>();
        List<?> list = list(reply);
        for (int i = 0; i < list.size(); i += PER_LISTED) {
            listed.add(new Listed(
                    text(list.get(i)), number(list.get(i + 1)), number(list.get(i + 2)), bytes(list.get(i + 3))));
        }
        return listed;
    }

    Command<Due> due() {
        return command(QueueScript.DUE).asBinary().map(ScheduleCalls::due);
    }

    private static Due due(@Nullable Object reply) {
        List<?> list = list(reply);
        List<Lent> lent = new ArrayList<>();
        for (int i = 1; i < list.size(); i += PER_LISTED) {
            lent.add(new Lent(
                    text(list.get(i)), text(list.get(i + 1)), number(list.get(i + 2)), bytes(list.get(i + 3))));
        }
        return new Due(number(list.get(0)), lent);
    }

    /** Enqueues ticks and moves a schedule on: gives false if it is lent to another or gone, and nothing was done. */
    Command<Boolean> tick(Lent lent, Definition definition, Plan plan) {
        List<Object> args = new ArrayList<>();
        args.add(lent.name());
        args.add(lent.fence());
        args.add(plan.next().isPresent() ? Long.toString(plan.next().getAsLong()) : "");
        args.add(
                switch (definition.overlap()) {
                    case ALLOW -> "";
                    case SKIP -> "s";
                });
        for (long tick : plan.ticks()) {
            args.add(tick);
            args.add(definition.envelope());
            args.add(definition.options());
        }
        return command(QueueScript.TICK, args.toArray())
                .asText()
                .map(letters -> letters != null)
                .retryable();
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw unknown();
    }

    private static byte[] bytes(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw unknown();
    }

    private static String text(@Nullable Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    private static long number(@Nullable Object value) {
        return Long.parseLong(text(value));
    }

    private static IllegalStateException unknown() {
        return new IllegalStateException("a script of schedules has answered what this version does not understand");
    }
}
