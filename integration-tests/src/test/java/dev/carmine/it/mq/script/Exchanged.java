package dev.carmine.it.mq.script;

import dev.carmine.mq.internal.MessageRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to an exchange.
 *
 * @param block how long the worker is to block, in milliseconds
 * @param ready how many messages are ready
 * @param answers for each settle
 * @param due how many schedules are due
 * @param granted what it was given
 */
record Exchanged(long block, long ready, List<String> answers, long due, List<Granted> granted) {
    static Exchanged of(List<?> reply) {
        List<Granted> granted = new ArrayList<>();
        for (int i = 4; i < reply.size(); i += 4) {
            granted.add(new Granted(
                    (String) reply.get(i),
                    MessageRecord.parse((String) reply.get(i + 1)),
                    (Long) reply.get(i + 2),
                    (String) reply.get(i + 3)));
        }
        List<String> answers =
                ((List<?>) reply.get(2)).stream().map(String.class::cast).toList();
        return new Exchanged((Long) reply.get(0), (Long) reply.get(1), answers, (Long) reply.get(3), granted);
    }

    /** The ids of what it was given, in order. */
    List<String> ids() {
        return granted.stream().map(Granted::id).toList();
    }

    /** The only message it was given. */
    Granted only() {
        if (granted.size() != 1) {
            throw new AssertionError("not one message was given, but " + ids());
        }
        return granted.get(0);
    }
}
