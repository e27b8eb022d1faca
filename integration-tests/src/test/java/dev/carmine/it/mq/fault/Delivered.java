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

    /** When it was handed out by the server's clock, in ms: fences are that time unless they come too fast. */
    long at() {
        return fence / MICROS;
    }

    /** When the lease ends if nobody extends it, in microseconds of the server's clock. */
    long endsAt() {
        return fence + term * MICROS;
    }
}
