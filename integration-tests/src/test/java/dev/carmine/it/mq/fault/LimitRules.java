package dev.carmine.it.mq.fault;

import static dev.carmine.it.mq.fault.Violation.Promise.LIMITS_OF_ATTEMPTS_AND_DELIVERIES;
import static dev.carmine.it.mq.fault.Violation.Promise.LIMIT_OF_CONCURRENCY;
import static dev.carmine.it.mq.fault.Violation.Promise.LIMIT_OF_RATE;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The limits of a queue hold. */
final class LimitRules {
    /** By how much fences may be ahead of the clock, which some do that come fast, one after the other. */
    private static final long MICROS_AHEAD = 1_000;

    private final History history;
    private final Limits limits;
    private final Findings findings;

    LimitRules(History history, Limits limits, Findings findings) {
        this.history = history;
        this.limits = limits;
        this.findings = findings;
    }

    void check() {
        for (Delivered delivered : history.deliveries()) {
            if (delivered.deliveries() > limits.deliveries() || delivered.attempt() > limits.attempts()) {
                findings.add(LIMITS_OF_ATTEMPTS_AND_DELIVERIES, String.format("%s, with %s", delivered, limits));
            }
        }
        HeldLeases.of(history, history.deliveries()).forEach((time, held) -> {
            if (held > limits.concurrency()) {
                findings.add(LIMIT_OF_CONCURRENCY, String.format("%d leases at %d", held, time));
            }
        });
        rate();
    }

    /** By the server's clock, in any window: one lease, and the one that comes so many later, do not fit into one. */
    private void rate() {
        int most = limits.rate().count();
        long window = TimeUnit.NANOSECONDS.toMicros(limits.rate().window().toNanos());
        List<Delivered> leases = history.deliveries();
        for (int i = most; most > 0 && i < leases.size(); i++) {
            Delivered first = leases.get(i - most);
            Delivered last = leases.get(i);
            if (last.fence() - first.fence() < window - MICROS_AHEAD) {
                findings.add(
                        LIMIT_OF_RATE,
                        String.format(
                                "%d leases within %d µs, from %s to %s",
                                most + 1, last.fence() - first.fence(), first, last));
            }
        }
    }
}
