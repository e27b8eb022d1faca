package dev.carmine.it.mq.fault;

import static dev.carmine.it.mq.fault.Violation.Promise.NOTHING_IS_LOST;
import static dev.carmine.it.mq.fault.Violation.Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED;

import java.util.List;
import java.util.stream.Stream;

/** What was accepted comes to one end. A dead message that is redriven comes to another. */
final class EndRules {
    private final Evidence evidence;
    private final Findings findings;

    EndRules(Evidence evidence, Findings findings) {
        this.evidence = evidence;
        this.findings = findings;
    }

    void check() {
        for (Content content : evidence.history().contents()) {
            ends(content);
            if (content.fate().isAccepted()) {
                isNotLost(content);
            }
            evidence.cancelsOf(content).forEach(cancel -> staysAway(content, cancel));
        }
    }

    private void ends(Content content) {
        List<Settled> ends = evidence.endsOf(content);
        if (ends.size() > 1 + evidence.redrivesOf(content).size()) {
            findings.add(WHAT_HAS_ENDED_IS_NOT_DELIVERED, String.format("%s has ended too often: %s", content, ends));
        }
        for (Settled settled : ends) {
            for (Delivered delivered : evidence.deliveriesOf(content)) {
                if (delivered.fence() > settled.fence() && !mayHaveBeenRedriven(content, settled, delivered)) {
                    findings.add(
                            WHAT_HAS_ENDED_IS_NOT_DELIVERED, String.format("%s, but later %s", settled, delivered));
                }
            }
        }
        if (evidence.isDead(content) && ends.stream().anyMatch(Settled::isSuccess)) {
            findings.add(WHAT_HAS_ENDED_IS_NOT_DELIVERED, String.format("%s was acknowledged and is dead", content));
        }
    }

    private boolean mayHaveBeenRedriven(Content content, Settled settled, Delivered delivered) {
        return !settled.isSuccess()
                && evidence.redrivesOf(content).stream()
                        .anyMatch(redriven -> redriven.mayBeDone(settled.begun(), delivered.answered()));
    }

    /** What has died is still dead, or was redriven: then it must have come to its end after that. */
    private void isNotLost(Content content) {
        long since = evidence.redrivesOf(content).stream()
                .filter(Redriven::isDone)
                .mapToLong(Redriven::begun)
                .max()
                .orElse(Long.MIN_VALUE);
        boolean gone = Stream.concat(evidence.endsOf(content).stream(), evidence.candidatesOf(content).stream())
                .anyMatch(settled -> !settled.isDeath() && settled.begun() > since);
        if (!gone && !evidence.isDead(content) && !evidence.mayHaveGone(content)) {
            findings.add(
                    NOTHING_IS_LOST,
                    String.format(
                            "%s was accepted and is gone; deliveries: %s", content, evidence.deliveriesOf(content)));
        }
    }

    /** What was there before a cancellation is not handed out after its answer, whatever that is: it was gone, or goes. */
    private void staysAway(Content content, Cancelled cancel) {
        if (cancel.isUnknown() || !content.fate().isAccepted() || content.answered() > cancel.begun()) {
            return;
        }
        for (Delivered delivered : evidence.deliveriesOf(content)) {
            if (delivered.begun() > cancel.answered()) {
                findings.add(WHAT_HAS_ENDED_IS_NOT_DELIVERED, String.format("%s, but later %s", cancel, delivered));
            }
        }
    }
}
