package dev.carmine.it.mq.fault;

/** Something that the queue has promised and not kept. */
record Violation(Promise promise, String evidence) {
    /** What the queue promises. */
    enum Promise {
        NOTHING_IS_LOST,
        NOTHING_COMES_FROM_NOWHERE,
        FENCES_INCREASE,
        ONE_LEASE_AT_A_TIME,
        AN_OLD_FENCE_CHANGES_NOTHING,
        WHAT_HAS_ENDED_IS_NOT_DELIVERED,
        NOTHING_IS_EARLY,
        WHAT_HAS_EXPIRED_IS_NOT_DELIVERED,
        NOTHING_WAITS_FOR_AN_IDLE_WORKER,
        LIMITS_OF_ATTEMPTS_AND_DELIVERIES,
        AN_ENQUEUE_IS_ONE_MESSAGE,
        GROUPS_KEEP_THEIR_ORDER,
        LIMIT_OF_CONCURRENCY,
        LIMIT_OF_RATE,
        A_CHAIN_IS_ALL_OR_NOTHING,
        THE_PARTS_FIT_TOGETHER
    }

    @Override
    public String toString() {
        return promise + ": " + evidence;
    }
}
