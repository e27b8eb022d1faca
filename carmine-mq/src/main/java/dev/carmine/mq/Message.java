package dev.carmine.mq;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that a worker has leased, as its handler sees it. The lease is extended by the worker, again and again, as
 * long as the handler runs and its time is not over. Thread-safe.
 *
 * @param <T> what the body is
 */
public interface Message<T> {

    /**
     * The id, under which it was enqueued.
     *
     * @return the id
     */
    String id();

    /**
     * What was enqueued.
     *
     * @return the body
     */
    T body();

    /**
     * What was said with it when it was enqueued.
     *
     * @return names and values, in their order; unmodifiable
     */
    Map<String, String> headers();

    /**
     * Where it was enqueued.
     *
     * @return the name of the queue
     */
    String queue();

    /**
     * How many messages were ready in the queue when this one was handed out, without it.
     *
     * @return the number
     */
    long queueSize();

    /**
     * The group whose order it keeps.
     *
     * @return the group, or null if it has none
     */
    @Nullable String group();

    /**
     * Which attempt this is: one more than there were failures. The crash of a worker is none.
     *
     * @return 1 at first
     */
    int attempt();

    /**
     * How often it was handed out, this time included.
     *
     * @return 1 at first; more than {@link #attempt} if a worker has crashed with it
     */
    int deliveries();

    /**
     * The fencing token of this delivery: higher than that of each earlier delivery of this id, whatever has become of the
     * id in between. Where the work is written to a store that keeps the highest fence it has seen with the id and refuses
     * lower ones, a worker whose lease was lost without its knowing cannot undo what its successor has done. It says
     * nothing about other ids: messages that are handed out together have the same.
     *
     * @return positive; after a failover that has lost writes it may be lower than before, if the clocks are not in step
     */
    long fence();

    /**
     * When it was enqueued, by the server's clock.
     *
     * @return the time
     */
    Instant enqueuedAt();

    /**
     * How long ago it was enqueued, whatever the clock of this machine says.
     *
     * @return the time until now
     */
    Duration age();

    /**
     * How long its lease lasts from each extension on.
     *
     * @return as the message or the queue says, or as it was last {@linkplain #extendLease extended}
     */
    Duration lease();

    /**
     * When the lease is over unless it is extended, by this machine's clock.
     *
     * @return the time; in the past if it is over
     */
    Instant leaseExpiresAt();

    /**
     * Extends the lease now, and from now on by this time. Only needed where the program, or its connection, may stand
     * still for longer than the lease: otherwise the worker extends it in time.
     *
     * @param time for how long, at least 100 ms
     * @throws LeaseLostException if it was over already
     * @throws dev.carmine.client.CarmineException if the server has not answered; it may be extended or not
     */
    void extendLease(Duration time);

    /**
     * Tells others how far the work is, who see it in {@link MessageStatus}. It is sent along with an extension of the
     * lease, about once a second at most; what was told in between is left out.
     *
     * @param text at most 1,000 characters
     * @throws IllegalArgumentException if it is empty or longer
     */
    void progress(String text);

    /**
     * Tells others how far the work is, in percent for example.
     *
     * @param number a number
     * @see #progress(String)
     */
    default void progress(long number) {
        progress(Long.toString(number));
    }

    /**
     * Whether the lease is over, so that another worker may have the message by now. Then the work should stop, for what
     * becomes of it counts no more. Without asking the server: true as well if an extension did not come through in time.
     *
     * @return true if it is over
     */
    boolean isLeaseLost();

    /**
     * Whether somebody has {@linkplain MessageQueue#cancel cancelled} the message. Then the work should stop, and is not
     * attempted again whatever the outcome. It is known when the lease is extended the next time, that is after a third
     * of it.
     *
     * @return true if it was cancelled
     */
    boolean isCancelled();
}
