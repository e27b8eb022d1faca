package dev.carmine.it.mq.fault;

import static dev.carmine.it.mq.fault.Violation.Promise.GROUPS_KEEP_THEIR_ORDER;
import static dev.carmine.it.mq.fault.Violation.Promise.LIMITS_OF_ATTEMPTS_AND_DELIVERIES;
import static dev.carmine.it.mq.fault.Violation.Promise.LIMIT_OF_CONCURRENCY;
import static dev.carmine.it.mq.fault.Violation.Promise.NOTHING_WAITS_FOR_AN_IDLE_WORKER;

import dev.carmine.it.mq.fault.Content.Fate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What holds across messages: the order of groups, limits, and how long a message waits. */
final class OrderRules {
    private final History history;
    private final EndState end;
    private final Limits limits;
    private final Findings findings;

    OrderRules(History history, EndState end, Limits limits, Findings findings) {
        this.history = history;
        this.end = end;
        this.limits = limits;
        this.findings = findings;
    }

    void check() {
        for (Delivered delivered : history.deliveries()) {
            if (delivered.deliveries() > limits.deliveries() || delivered.attempt() > limits.attempts()) {
                findings.add(LIMITS_OF_ATTEMPTS_AND_DELIVERIES, String.format("%s, with %s", delivered, limits));
            }
        }
        history.deliveriesBy(Delivered::group).forEach((group, leases) -> {
            if (!group.isEmpty()) {
                group(leases.stream().filter(this::hasAPlace).toList());
            }
        });
        concurrency();
        patience();
    }

    /** What is delayed, or waits behind another, takes its place only later. */
    private boolean hasAPlace(Delivered delivered) {
        Content content = history.content(delivered.content());
        return content != null
                && content.delay() == 0
                && (content.fate() == Fate.ADDED || content.fate() == Fate.UNKNOWN);
    }

    /** Groups have one slot: what comes later is leased only when what was before has ended. */
    private void group(List<Delivered> leases) {
        Map<String, List<Cancelled>> cancels = history.cancelsById();
        for (int i = 1; i < leases.size(); i++) {
            Delivered one = leases.get(i - 1);
            Delivered next = leases.get(i);
            if (one.sequence() > next.sequence()) {
                findings.add(GROUPS_KEEP_THEIR_ORDER, String.format("%s before %s", one, next));
            }
            Settled settled = history.settleOf(one);
            boolean mayHaveEnded = (settled != null && settled.begun() < next.answered() && !settled.isRefused())
                    || cancels.containsKey(one.id())
                    || end.dead().contains(one.content());
            if (one.sequence() < next.sequence() && !mayHaveEnded) {
                findings.add(
                        GROUPS_KEEP_THEIR_ORDER, String.format("%s while the group's slot was taken by %s", next, one));
            }
        }
    }

    /** A lease is held for certain from when its worker has it until it is settled, or could be over. */
    private void concurrency() {
        TreeMap<Long, Integer> changes = new TreeMap<>();
        for (Delivered delivered : history.deliveries()) {
            Settled settled = history.settleOf(delivered);
            long over = delivered.begun() + TimeUnit.MILLISECONDS.toNanos(delivered.term());
            long until = settled == null ? over : Math.min(over, settled.begun());
            if (until > delivered.answered()) {
                changes.merge(delivered.answered(), 1, Integer::sum);
                changes.merge(until, -1, Integer::sum);
            }
        }
        int held = 0;
        for (Map.Entry<Long, Integer> change : changes.entrySet()) {
            held += change.getValue();
            if (held > limits.concurrency()) {
                findings.add(LIMIT_OF_CONCURRENCY, String.format("%d leases at %d", held, change.getKey()));
            }
        }
    }

    private void patience() {
        Map<String, Delivered> firsts = new HashMap<>();
        history.deliveries().forEach(delivered -> firsts.putIfAbsent(delivered.content(), delivered));
        long patience = limits.patience().toNanos();
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
}
