package dev.carmine.it.mq.fault;

import static dev.carmine.it.mq.fault.Violation.Promise.A_CHAIN_IS_ALL_OR_NOTHING;

import dev.carmine.it.mq.fault.Content.Fate;

/** What is chained to a settle is enqueued with it. */
final class ChainRules {
    private final Evidence evidence;
    private final Findings findings;

    ChainRules(Evidence evidence, Findings findings) {
        this.evidence = evidence;
        this.findings = findings;
    }

    void check() {
        evidence.history().settles().stream().filter(Settled::isDone).forEach(this::chain);
    }

    private void chain(Settled settled) {
        for (String name : settled.chained()) {
            Content content = evidence.history().content(name);
            boolean refusable = content == null || content.fate() != Fate.UNKNOWN || !evidence.hasItsIdAlone(content);
            if (!refusable && !evidence.wasSeen(name)) {
                findings.add(
                        A_CHAIN_IS_ALL_OR_NOTHING,
                        String.format("%s, but what it chains was lost: %s", settled, content));
            }
        }
    }
}
