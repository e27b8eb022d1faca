package dev.carmine.it.mq.fault;

import java.util.List;

/**
 * One line of a history.
 *
 * @param at when it was written, in nanoseconds of a clock that the processes of a machine share
 * @param kind what has happened
 * @param fields what belongs to it, as {@link Kind} says
 */
public record Event(long at, Kind kind, List<String> fields) {
    private static final String SEPARATOR = "\t";

    /**
     * What can happen. What is begun is written before it is sent, and an answer before anybody acts on it; a call that
     * has begun and has no answer may have been executed, or may still be.
     */
    public enum Kind {
        /** Content, id, delay in ms, group, ms after which it expires or 0: an enqueue begins. */
        ENQUEUE,
        /** Content, letter of the script: it was answered. */
        ENQUEUED,
        /** Worker, number: an exchange is sent, perhaps not for the first time. */
        EXCHANGE,
        /** Worker, number, id, fence, kind, ms: a settle goes with it. */
        SETTLE,
        /** Worker, number, id, fence, and as for an enqueue: what goes with that settle. */
        CHAIN,
        /** Worker, number, id, fence, letters of the script: the settle was answered. */
        SETTLED,
        /** Worker, number, id, fence, sequence, deliveries, attempt, lease in ms, ms when enqueued, group, content. */
        DELIVERY,
        /** Worker, number: the exchange was answered, and all that the answer says is written. */
        EXCHANGED,
        /** Worker, id, fence: a handler begins. */
        HANDLING,
        /** Number, id: a cancellation begins. */
        CANCEL,
        /** Number, letter of the script: it was answered. */
        CANCELLED,
        /** Number, id: somebody begins to make a dead message ready again. */
        REDRIVE,
        /** Number, letter of the script: it was answered. */
        REDRIVEN,
        /** Name, first tick in ms, ms between ticks: from the first on, each tick is to have a message. */
        SCHEDULE,
        /** Name, tick in ms: from this tick on, none is. */
        UNSCHEDULE,
        /** Id: the process that handles this message ends at once. */
        CRASH,
        /** From now on nothing is broken, and there is a worker with nothing to do. */
        CALM,
        /** From now on that is not so. */
        STORM
    }

    static Event parse(String line) {
        List<String> words = List.of(line.split(SEPARATOR, -1));
        return new Event(Long.parseLong(words.get(0)), Kind.valueOf(words.get(1)), words.subList(2, words.size()));
    }

    String line() {
        return at + SEPARATOR + kind + SEPARATOR + String.join(SEPARATOR, fields) + "\n";
    }

    String field(int index) {
        return fields.get(index);
    }

    long number(int index) {
        return Long.parseLong(fields.get(index));
    }
}
