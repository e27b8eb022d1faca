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
    /**
     * Reads a reply.
     *
     * @param chained how many messages are chained to each settle
     */
    static Exchanged of(List<?> reply, List<Integer> chained) {
        List<Granted> granted = new ArrayList<>();
        for (int i = 4; i < reply.size(); i += 4) {
            granted.add(new Granted(
                    (String) reply.get(i),
                    MessageRecord.parse((String) reply.get(i + 1)),
                    (Long) reply.get(i + 2),
                    (String) reply.get(i + 3)));
        }
        List<String> answers = answers((String) reply.get(2), chained);
        return new Exchanged((Long) reply.get(0), (Long) reply.get(1), answers, (Long) reply.get(3), granted);
    }

    private static List<String> answers(String letters, List<Integer> chained) {
        List<String> answers = new ArrayList<>();
        int at = 0;
        for (int count : chained) {
            int end = at + 1 + (letters.charAt(at) == 'l' ? 0 : count);
            answers.add(letters.substring(at, end));
            at = end;
        }
        return answers;
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
