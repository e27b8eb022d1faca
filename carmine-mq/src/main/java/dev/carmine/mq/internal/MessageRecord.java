package dev.carmine.mq.internal;

import dev.carmine.client.CarmineProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * What the server keeps of a message beside its body: text with fields at fixed places, and behind them those of any
 * length, which do not change.
 *
 * <pre>
 *  1      state    r ready, g in its group's backlog, d delayed, w content behind a dedupe window, l leased, x dead
 *  2      + has a group, - has none
 *  3      c to be cancelled when its run ends, h holds its group's slot while it waits for a retry, n dead and has given
 *         its id up, - none of them
 *  4–19   fence, 20–25 deliveries, 26–31 failures, 32–43 the worker that had it last
 * 44–     :size:lease:expires:sequence:priority:enqueued:attempts:deliveries:group
 * </pre>
 *
 * @param state one of the letters above
 * @param mark one of the letters above
 * @param fence 16 digits, as scripts compare it; zeros if it was never delivered
 * @param deliveries how often it was handed out
 * @param failures how often its handler said no
 * @param worker the id of the worker that has it, or had it last; empty if none
 * @param sequence its place among all messages of the queue
 * @param priority higher comes first
 * @param enqueuedAt when, in milliseconds since 1970 by the server's clock
 * @param lease its own lease in milliseconds; 0 if it is the queue's
 * @param maxAttempts its own limit; 0 if it is the queue's
 * @param maxDeliveries its own limit; 0 if it is the queue's
 * @param expiresAt when it is dropped unless a worker has it, in milliseconds since 1970; 0 if never
 * @param bodySize of its body in bytes
 * @param group its group; empty if it has none
 */
public record MessageRecord(
        char state,
        char mark,
        String fence,
        int deliveries,
        int failures,
        String worker,
        long sequence,
        int priority,
        long enqueuedAt,
        long lease,
        int maxAttempts,
        int maxDeliveries,
        long expiresAt,
        long bodySize,
        String group) {
    private static final int FENCE = 3;
    private static final int DELIVERIES = 19;
    private static final int FAILURES = 25;
    private static final int WORKER = 31;
    private static final int FURTHER = 43;
    private static final int FURTHER_FIELDS = 9;

    /**
     * Reads a record.
     *
     * @param text what a script has returned
     * @return what it says
     * @throws CarmineProtocolException if it is none; its content is not shown
     */
    public static MessageRecord parse(String text) {
        if (text.length() <= FURTHER || text.charAt(FURTHER) != ':') {
            throw malformed(null);
        }
        String[] further = text.substring(FURTHER + 1).split(":", FURTHER_FIELDS);
        if (further.length != FURTHER_FIELDS) {
            throw malformed(null);
        }
        try {
            return new MessageRecord(
                    text.charAt(0),
                    text.charAt(2),
                    text.substring(FENCE, DELIVERIES),
                    Integer.parseInt(text.substring(DELIVERIES, FAILURES)),
                    Integer.parseInt(text.substring(FAILURES, WORKER)),
                    text.substring(WORKER, FURTHER).strip(),
                    Long.parseLong(further[3]),
                    Integer.parseInt(further[4]),
                    Long.parseLong(further[5]),
                    Long.parseLong(further[1]),
                    Integer.parseInt(further[6]),
                    Integer.parseInt(further[7]),
                    Long.parseLong(further[2]),
                    Long.parseLong(further[0]),
                    further[8]);
        } catch (NumberFormatException e) {
            throw malformed(e);
        }
    }

    private static CarmineProtocolException malformed(@Nullable NumberFormatException cause) {
        return new CarmineProtocolException(
                "the server has returned a malformed record of a message: were the queue's keys changed by hand?",
                -1,
                cause);
    }

    /**
     * Which try at handling the message is due, or under way.
     *
     * @return 1 for the first
     */
    public int attempt() {
        return failures + 1;
    }

    /**
     * Whether it is to be cancelled when its run ends.
     *
     * @return true if cancelling was asked for while it was leased
     */
    public boolean isCancelling() {
        return mark == 'c';
    }
}
