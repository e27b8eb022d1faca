package dev.carmine.it.mq.fault;

/**
 * A message that a worker was given.
 *
 * @param begun when the exchange that brought it was first sent
 * @param answered when that was answered
 * @param number of the exchange
 */
record Delivered(
        String worker,
        long number,
        String id,
        long fence,
        long sequence,
        int deliveries,
        int attempt,
        long term,
        long enqueuedAt,
        String group,
        String content,
        long begun,
        long answered) {
    private static final long MICROS = 1_000;

    /**
     * When it was handed out at the latest by the server's clock, in ms: fences are that time, unless they come too fast,
     * as those of one exchange do.
     */
    long at() {
        return fence / MICROS;
    }

    /** When it was handed out at the earliest: fences are ahead of the clock by some microseconds, as many as come too fast. */
    long notBefore() {
        return at() - 1;
    }

    /** When the lease ends at the earliest, if nobody extends it, in ms of the server's clock: that is how it counts. */
    long endsAt() {
        return notBefore() + term;
    }
}
