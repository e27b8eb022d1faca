package dev.carmine.mq.internal.worker;

import java.util.concurrent.atomic.LongAdder;

/** What a worker has done since it was made. Thread-safe. */
public final class Tally {
    /** Messages whose handling has succeeded. */
    public final LongAdder succeeded = new LongAdder();

    /** Messages that will be handled again. */
    public final LongAdder retried = new LongAdder();

    /** Messages set aside: the handler or the policy has said so, or their attempts were used up. */
    public final LongAdder deadLettered = new LongAdder();

    /** Messages given back as if they had not been handed out. */
    public final LongAdder released = new LongAdder();

    /** Messages that were cancelled while they were handled, and not handled again. */
    public final LongAdder cancelled = new LongAdder();

    /** Messages whose lease was over before they were settled. */
    public final LongAdder leasesLost = new LongAdder();

    /** Handlers that were interrupted because their time was over. */
    public final LongAdder timedOut = new LongAdder();

    /** Exchanges that were answered. */
    public final LongAdder exchanges = new LongAdder();

    /** Calls that were not answered, or by an error. */
    public final LongAdder errors = new LongAdder();

    /** How long messages were in the queue until they were handed out. */
    public final Timings queueing = new Timings();

    /** How long handlers took. */
    public final Timings handling = new Timings();

    void settled(Settle.Kind kind, char letter) {
        switch (letter) {
            case 'k' ->
                (switch (kind) {
                            case SUCCESS -> succeeded;
                            case RETRY -> retried;
                            case DEAD -> deadLettered;
                            case BACK, LEFT -> released;
                        })
                        .increment();
            case 'x' -> deadLettered.increment();
            case 'c' -> cancelled.increment();
            default -> leasesLost.increment();
        }
    }
}
