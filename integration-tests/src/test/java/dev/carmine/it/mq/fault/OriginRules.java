package dev.carmine.it.mq.fault;

import static dev.carmine.it.mq.fault.Violation.Promise.AN_ENQUEUE_IS_ONE_MESSAGE;
import static dev.carmine.it.mq.fault.Violation.Promise.A_CHAIN_IS_ALL_OR_NOTHING;
import static dev.carmine.it.mq.fault.Violation.Promise.NOTHING_COMES_FROM_NOWHERE;

import dev.carmine.it.mq.fault.Content.Fate;
import java.util.List;

/** What is delivered was enqueued, and what was enqueued once is one message; redriving it makes another one of it. */
final class OriginRules {
    private final Evidence evidence;
    private final Findings findings;

    OriginRules(Evidence evidence, Findings findings) {
        this.evidence = evidence;
        this.findings = findings;
    }

    void check() {
        History history = evidence.history();
        history.contents().forEach(this::origin);
        history.deliveriesBy(Delivered::content).forEach((name, all) -> {
            if (history.content(name) == null) {
                findings.add(
                        NOTHING_COMES_FROM_NOWHERE, String.format("%s was never enqueued, but %s", name, all.get(0)));
            }
        });
        evidence.end().dead().stream()
                .filter(name -> history.content(name) == null)
                .forEach(name -> findings.add(
                        NOTHING_COMES_FROM_NOWHERE, String.format("%s was never enqueued, but is dead", name)));
    }

    private void origin(Content content) {
        List<Delivered> all = evidence.deliveriesOf(content);
        if (all.isEmpty()) {
            return;
        }
        Settled parent = content.parent();
        if (parent != null && parent.isRefused()) {
            findings.add(
                    A_CHAIN_IS_ALL_OR_NOTHING,
                    String.format("%s, but what it chains was delivered: %s", parent, all.get(0)));
        } else if (content.fate() == Fate.REFUSED) {
            findings.add(
                    NOTHING_COMES_FROM_NOWHERE,
                    String.format("%s was refused, but delivered: %s", content, all.get(0)));
        }
        for (Delivered delivered : all) {
            if (delivered.answered() < content.begun() || !delivered.id().equals(content.id())) {
                findings.add(
                        NOTHING_COMES_FROM_NOWHERE, String.format("%s, but it was enqueued as %s", delivered, content));
            }
        }
        long messages = all.stream().map(Delivered::sequence).distinct().count();
        if (messages > 1 + evidence.redrivesOf(content).size()) {
            findings.add(AN_ENQUEUE_IS_ONE_MESSAGE, String.format("%s has been several messages: %s", content, all));
        }
    }
}
