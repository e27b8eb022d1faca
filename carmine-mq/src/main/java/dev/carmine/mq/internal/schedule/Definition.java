package dev.carmine.mq.internal.schedule;

import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.Overlap;

/**
 * All that is needed to follow a schedule, by any program.
 *
 * @param recurrence when
 * @param missed what becomes of missed ticks
 * @param overlap what becomes of a tick while the message of the one before lives
 * @param options of each message, as the script of enqueues takes them
 * @param envelope of each message; nobody modifies it
 */
@SuppressWarnings("ArrayRecordComponent") // two are never compared: the server does it, by their text
public record Definition(Recurrence recurrence, MissedTicks missed, Overlap overlap, String options, byte[] envelope) {
    @Override
    public String toString() {
        return "Definition[" + recurrence.description() + ", " + missed + ", " + overlap + ", " + envelope.length
                + " bytes]";
    }
}
