package dev.carmine.it.mq.fault;

import static dev.carmine.it.mq.fault.Violation.Promise.GROUPS_KEEP_THEIR_ORDER;

import dev.carmine.it.mq.fault.Content.Fate;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The messages of a group are started in their order, and no more at a time than its limit. Both is said by this: when one
 * is handed out, each that was before it and is not finished has a slot, and there is one left.
 */
final class GroupRules {
    private final Evidence evidence;
    private final Limits limits;
    private final Findings findings;

    GroupRules(Evidence evidence, Limits limits, Findings findings) {
        this.evidence = evidence;
        this.limits = limits;
        this.findings = findings;
    }

    void check() {
        evidence.history().deliveriesBy(Delivered::group).forEach((group, leases) -> {
            if (!group.isEmpty()) {
                order(leases);
                slots(group, leases);
            }
        });
    }

    private void order(List<Delivered> leases) {
        Map<Long, List<Delivered>> messages =
                leases.stream().collect(Collectors.groupingBy(Delivered::sequence, TreeMap::new, Collectors.toList()));
        messages.values().removeIf(all -> !all.stream().allMatch(this::hasAPlace));
        // When messages before may be finished: of the latest ones, as many as there are slots.
        PriorityQueue<Long> ends = new PriorityQueue<>();
        for (List<Delivered> all : messages.values()) {
            long slotIsFree = ends.size() < limits.groups() ? Long.MIN_VALUE : ends.element();
            for (Delivered delivered : all) {
                if (slotIsFree >= delivered.answered()) {
                    findings.add(
                            GROUPS_KEEP_THEIR_ORDER,
                            String.format("%s while %d before it were not finished", delivered, limits.groups()));
                }
            }
            ends.add(mayBeFinished(all));
            if (ends.size() > limits.groups()) {
                ends.remove();
            }
        }
    }

    /** What is delayed, or waits behind another, takes its place only later. */
    private boolean hasAPlace(Delivered delivered) {
        Content content = evidence.history().content(delivered.content());
        return content != null
                && content.delay() == 0
                && (content.fate() == Fate.ADDED || content.fate() == Fate.UNKNOWN);
    }

    /** From when on a message may have been finished. Nobody knows when one was that has gone without its worker. */
    private long mayBeFinished(List<Delivered> message) {
        Content content = evidence.history().content(message.get(0).content());
        if (content == null
                || evidence.isDead(content)
                || evidence.mayHaveGone(content)
                || !evidence.redrivesOf(content).isEmpty()) {
            return Long.MIN_VALUE;
        }
        return message.stream()
                .map(evidence.history()::settleOf)
                .filter(settled -> settled != null && (settled.isUnknown() || settled.hasEnded()))
                .mapToLong(Settled::begun)
                .min()
                .orElse(History.NEVER);
    }

    private void slots(String group, List<Delivered> leases) {
        HeldLeases.of(evidence.history(), leases).forEach((time, held) -> {
            if (held > limits.groups()) {
                findings.add(GROUPS_KEEP_THEIR_ORDER, String.format("%d leases of %s at %d", held, group, time));
            }
        });
    }
}
