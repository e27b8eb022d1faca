package dev.carmine.mq.internal.worker;

import dev.carmine.mq.internal.MessageRecord;

/** A message that an exchange has handed out. Immutable, but for the array of its body, which nobody must modify. */
public final class Grant {
    private static final long MICROS_PER_MILLI = 1_000;

    private final String id;
    private final MessageRecord record;
    private final long term;
    private final byte[] envelope;
    private final long queueSize;

    /**
     * A message.
     *
     * @param id its id
     * @param record what the server keeps of it
     * @param term how long the lease lasts, in milliseconds
     * @param envelope the stored body
     * @param queueSize how many messages were ready when it was handed out
     */
    Grant(String id, MessageRecord record, long term, byte[] envelope, long queueSize) {
        this.id = id;
        this.record = record;
        this.term = term;
        this.envelope = envelope;
        this.queueSize = queueSize;
    }

    /**
     * The message.
     *
     * @return its id
     */
    public String id() {
        return id;
    }

    /**
     * What the server keeps of it.
     *
     * @return the record
     */
    public MessageRecord record() {
        return record;
    }

    /**
     * How long the lease lasts.
     *
     * @return milliseconds
     */
    public long term() {
        return term;
    }

    /**
     * The stored body.
     *
     * @return the array itself
     */
    public byte[] envelope() {
        return envelope;
    }

    /**
     * How many messages were ready when it was handed out.
     *
     * @return the number, without this one
     */
    public long queueSize() {
        return queueSize;
    }

    /**
     * When it was handed out, by the server's clock: the fence is that time, unless more than one fence was given out in
     * a microsecond or the clock has gone back.
     *
     * @return milliseconds since 1970
     */
    public long deliveredAt() {
        return Long.parseLong(record.fence()) / MICROS_PER_MILLI;
    }

    /**
     * How long it was in the queue until now, whatever the clock of this machine says.
     *
     * @return milliseconds; not negative
     */
    public long waited() {
        return Math.max(0, deliveredAt() - record.enqueuedAt());
    }
}
