package dev.carmine.mq.internal.schedule;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.QueueScripts;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attends to the schedules of one queue that are due. One that cannot be attended to is left as it is: the server lends it
 * again after five seconds, perhaps to a program that can. Confined to one thread.
 */
public final class DueSchedules {
    private static final System.Logger LOGGER = System.getLogger("dev.carmine.mq.Schedules");
    private static final int MOST_REMEMBERED = 1_000;

    private final Carmine redis;
    private final ScheduleCalls calls;

    /** The schedules that a warning has told of, with a hash of what was wrong with them. */
    private final Map<String, Integer> warned = new HashMap<>();

    /**
     * Prepares it.
     *
     * @param redis where the queue is
     * @param keys of the queue
     * @param scripts of the queue
     */
    public DueSchedules(Carmine redis, QueueKeys keys, QueueScripts scripts) {
        this.redis = redis;
        this.calls = new ScheduleCalls(keys, scripts);
    }

    /**
     * Has the messages of due schedules enqueued, of some of them if there are many.
     *
     * @return how many schedules were due
     * @throws RuntimeException if the server does not answer
     */
    public int attend() {
        ScheduleCalls.Due due = redis.call(calls.due());
        for (ScheduleCalls.Lent lent : due.lent()) {
            Command<Boolean> tick = tick(lent, due.now());
            if (tick != null) {
                call(lent, tick);
            }
        }
        return due.lent().size();
    }

    private @Nullable Command<Boolean> tick(ScheduleCalls.Lent lent, long now) {
        try {
            Definition definition = DefinitionCodec.decode(lent.definition());
            return calls.tick(lent, definition, Plan.of(definition, lent.tick(), now));
        } catch (RuntimeException e) {
            warn(lent, "cannot be followed, and waits for a program that can: " + e.getMessage(), e);
            return null;
        }
    }

    private void call(ScheduleCalls.Lent lent, Command<Boolean> tick) {
        try {
            redis.call(tick);
        } catch (CarmineServerException e) {
            warn(lent, "could not enqueue its message; it is tried again in some seconds", e);
        }
    }

    /** Once, and not each five seconds. */
    private void warn(ScheduleCalls.Lent lent, String what, RuntimeException e) {
        if (warned.size() >= MOST_REMEMBERED) {
            warned.clear();
        }
        int hash = 31 * Arrays.hashCode(lent.definition())
                + String.valueOf(e.getMessage()).hashCode();
        Integer known = warned.put(lent.name(), hash);
        Level level = known != null && known == hash ? Level.DEBUG : Level.WARNING;
        LOGGER.log(level, "the schedule " + lent.name() + " of the queue " + calls.keys() + ' ' + what, e);
    }
}
