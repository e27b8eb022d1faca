package dev.carmine.mq;

/**
 * What became of an enqueue.
 *
 * @param status what became of it
 * @param id the message's id, given or made
 */
public record EnqueueResult(EnqueueStatus status, String id) {

    /**
     * Whether the queue has taken the content.
     *
     * @return true if it was added, has updated a message, or waits behind one
     */
    public boolean accepted() {
        return switch (status) {
            case ADDED, UPDATED, REQUEUED -> true;
            case ALREADY_QUEUED, LOCKED, DEDUPLICATED -> false;
        };
    }
}
