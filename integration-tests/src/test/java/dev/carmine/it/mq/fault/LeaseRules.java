package dev.carmine.it.mq.fault;

import static dev.carmine.it.mq.fault.Violation.Promise.AN_OLD_FENCE_CHANGES_NOTHING;
import static dev.carmine.it.mq.fault.Violation.Promise.FENCES_INCREASE;
import static dev.carmine.it.mq.fault.Violation.Promise.NOTHING_COMES_FROM_NOWHERE;
import static dev.carmine.it.mq.fault.Violation.Promise.ONE_LEASE_AT_A_TIME;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds for the leases of each id, whatever they are of. */
final class LeaseRules {
    private final History history;
    private final Findings findings;
    private final Map<String, List<Cancelled>> cancels;

    LeaseRules(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
        this.cancels = history.cancelsById();
    }

    void check() {
        history.deliveriesBy(Delivered::id).values().forEach(this::leasesOfAnId);
        history.deliveries().forEach(this::handledOnce);
        settlesOfKnownLeases();
    }

    /** In the order of fences, by which also generations, workers and times must be in order. */
    private void leasesOfAnId(List<Delivered> leases) {
        for (int i = 1; i < leases.size(); i++) {
            Delivered one = leases.get(i - 1);
            Delivered next = leases.get(i);
            boolean goesBack = one.sequence() > next.sequence() || one.begun() > next.answered();
            if (one.fence() == next.fence() || goesBack) {
                findings.add(FENCES_INCREASE, String.format("%s and %s", one, next));
            }
            Settled settled = history.settleOf(one);
            if (settled == null
                    && one.endsAt() > next.at()
                    && !cancels.containsKey(one.id())
                    && !history.hasSkipped(one.worker())) {
                findings.add(ONE_LEASE_AT_A_TIME, String.format("%s was neither settled nor over when %s", one, next));
            }
            if (settled != null && settled.isDone() && settled.begun() > next.answered()) {
                findings.add(AN_OLD_FENCE_CHANGES_NOTHING, String.format("%s, after %s", settled, next));
            }
        }
    }

    private void handledOnce(Delivered delivered) {
        if (history.handlings(delivered) > 1) {
            findings.add(ONE_LEASE_AT_A_TIME, String.format("a handler has run more than once for %s", delivered));
        }
    }

    private void settlesOfKnownLeases() {
        Map<String, Set<Long>> fences = new HashMap<>();
        history.deliveries()
                .forEach(d ->
                        fences.computeIfAbsent(d.id(), id -> new HashSet<>()).add(d.fence()));
        for (Settled settled : history.settles()) {
            if (!fences.getOrDefault(settled.id(), Set.of()).contains(settled.fence())) {
                findings.add(NOTHING_COMES_FROM_NOWHERE, String.format("%s, a lease that nobody was given", settled));
            }
        }
    }
}
