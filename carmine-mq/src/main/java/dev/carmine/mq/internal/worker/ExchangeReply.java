package dev.carmine.mq.internal.worker;

import dev.carmine.mq.internal.MessageRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an exchange.
 *
 * @param block how long the worker is to block if it has a free slot, in milliseconds; 0 if not at all
 * @param queueSize how many messages are ready
 * @param letters one for each settle, and behind it, unless its lease was lost, one for each chained message
 * @param dueSchedules how many schedules are due
 * @param grants what was handed out
 */
record ExchangeReply(long block, long queueSize, String letters, long dueSchedules, List<Grant> grants) {
    private static final int FIXED = 4;
    private static final int PER_GRANT = 4;

    /** The lease was lost before the settle came. */
    private static final char LOST = 'l';

    /**
     * Reads an answer.
     *
     * @param reply numbers, lists, and bytes for text
     * @throws IllegalStateException if it is no answer to an exchange
     */
    static ExchangeReply read(@Nullable Object reply) {
        if (!(reply instanceof List<?> list) || list.size() < FIXED || (list.size() - FIXED) % PER_GRANT != 0) {
            throw unreadable();
        }
        long queueSize = number(list.get(1));
        List<Grant> grants = new ArrayList<>();
        for (int i = FIXED; i < list.size(); i += PER_GRANT) {
            MessageRecord record = MessageRecord.parse(text(list.get(i + 1)));
            grants.add(
                    new Grant(text(list.get(i)), record, number(list.get(i + 2)), bytes(list.get(i + 3)), queueSize));
        }
        return new ExchangeReply(
                number(list.get(0)), queueSize, text(list.get(2)), number(list.get(3)), List.copyOf(grants));
    }

    /**
     * What became of settles: of each its letter, and behind it those of its chained messages.
     *
     * @param settles what was said in this exchange
     * @throws IllegalStateException if there are not as many letters as there must be
     */
    List<String> settled(List<Settle> settles) {
        List<String> settled = new ArrayList<>(settles.size());
        int at = 0;
        for (Settle settle : settles) {
            boolean lost = at < letters.length() && letters.charAt(at) == LOST;
            int end = at + 1 + (lost ? 0 : settle.chained().size());
            if (end > letters.length()) {
                throw unreadable();
            }
            settled.add(letters.substring(at, end));
            at = end;
        }
        if (at < letters.length()) {
            throw unreadable();
        }
        return settled;
    }

    private static long number(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw unreadable();
    }

    private static byte[] bytes(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw unreadable();
    }

    private static String text(@Nullable Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    private static IllegalStateException unreadable() {
        return new IllegalStateException("the script of exchanges has answered what this version does not understand");
    }
}
