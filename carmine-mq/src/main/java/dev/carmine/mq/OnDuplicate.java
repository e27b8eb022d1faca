package dev.carmine.mq;

/**
 * What an enqueue may do if its id is taken. Without any of them nothing happens to the message that has the id.
 *
 * @see EnqueueOptions.Builder#onDuplicate
 */
public enum OnDuplicate {
    /**
     * A message that waits gets the new content, lease, limits and expiry. It keeps its place, its attempts, its
     * priority and its group, and its delay unless {@link EnqueueOptions.Builder#resetDelay} is given too.
     */
    UPDATE,

    /**
     * While the message is handled, or its dedupe window is open, the new content waits behind it, and becomes a message
     * of its own when that ends. One content waits at most.
     */
    REQUEUE
}
