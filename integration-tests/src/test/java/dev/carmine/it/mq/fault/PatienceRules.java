package dev.carmine.it.mq.fault;

import static dev.carmine.it.mq.fault.Violation.Promise.NOTHING_WAITS_FOR_AN_IDLE_WORKER;

import dev.carmine.it.mq.fault.Content.Fate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Nothing waits while a worker has nothing to do, and nothing is broken: neither what was enqueued, nor what a crashed
 * worker has left, once its lease is over. The latter is so only if the crashed worker had no slot free: one that has may
 * have been the one to look when the lease is over, and then it takes until the others look by themselves.
 */
final class PatienceRules {
    private final History history;
    private final long patience;
    private final Findings findings;

    PatienceRules(History history, Limits limits, Findings findings) {
        this.history = history;
        this.patience = limits.patience().toNanos();
        this.findings = findings;
    }

    void check() {
        enqueued();
        Map<String, List<Delivered>> leases = history.deliveriesBy(Delivered::id);
        history.crashes().forEach(crash -> crashed(crash, leases.getOrDefault(crash.id(), List.of())));
    }

    private void enqueued() {
        Map<String, Delivered> firsts = new HashMap<>();
        history.deliveries().forEach(delivered -> firsts.putIfAbsent(delivered.content(), delivered));
        for (Content content : history.contents()) {
            boolean isLeasable = content.fate() == Fate.ADDED
                    && content.delay() == 0
                    && content.group().isEmpty()
                    && history.isCalm(content.begun(), content.answered() + patience);
            Delivered first = firsts.get(content.name());
            if (isLeasable && (first == null || first.answered() > content.answered() + patience)) {
                findings.add(NOTHING_WAITS_FOR_AN_IDLE_WORKER, String.format("%s, but %s", content, first));
            }
        }
    }

    /** Its heartbeat may have extended the lease until it crashed. */
    private void crashed(Crash crash, List<Delivered> leases) {
        for (int i = 0; i < leases.size(); i++) {
            Delivered lost = leases.get(i);
            Delivered next = i + 1 < leases.size() ? leases.get(i + 1) : null;
            long deadline = crash.at() + TimeUnit.MILLISECONDS.toNanos(lost.term()) + patience;
            boolean isLost = lost.answered() < crash.at() && (next == null || next.answered() > crash.at());
            if (isLost && history.isCalm(crash.at(), deadline) && (next == null || next.answered() > deadline)) {
                findings.add(NOTHING_WAITS_FOR_AN_IDLE_WORKER, String.format("%s of %s, but %s", crash, lost, next));
            }
        }
    }
}
