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
 * @param settled a letter for each settle, and behind it one for each chained message
 * @param dueSchedules how many schedules are due
 * @param grants what was handed out
 */
record ExchangeReply(long block, long queueSize, List<String> settled, long dueSchedules, List<Grant> grants) {
    private static final int FIXED = 4;
    private static final int PER_GRANT = 4;

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
        if (!(list.get(2) instanceof List<?> letters)) {
            throw unreadable();
        }
        List<String> settled = letters.stream().map(ExchangeReply::text).toList();
        return new ExchangeReply(number(list.get(0)), queueSize, settled, number(list.get(3)), grants);
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
