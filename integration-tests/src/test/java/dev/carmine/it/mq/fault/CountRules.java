package dev.carmine.it.mq.fault;

import static dev.carmine.it.mq.fault.Violation.Promise.NOTHING_IS_LOST;
import static dev.carmine.it.mq.fault.Violation.Promise.THE_PARTS_FIT_TOGETHER;

import dev.carmine.it.mq.fault.Content.Fate;
import java.util.Collection;
import java.util.function.Predicate;

/** The server counts what was answered, and not more than what was asked for; and the queue is empty in the end. */
final class CountRules {
    private final Evidence evidence;
    private final Findings findings;

    CountRules(Evidence evidence, Findings findings) {
        this.evidence = evidence;
        this.findings = findings;
    }

    void check() {
        EndState end = evidence.end();
        History history = evidence.history();
        end.findings().forEach(finding -> findings.add(THE_PARTS_FIT_TOGETHER, String.format("fsck: %s", finding)));
        if (end.living() > 0) {
            findings.add(NOTHING_IS_LOST, String.format("%d messages could not be drained", end.living()));
        }
        count("accepted", end.accepted(), history.contents(), CountRules::isNew, c -> c.fate() == Fate.UNKNOWN);
        count(
                "acknowledged",
                end.acknowledged(),
                history.settles(),
                s -> s.isSuccess() && s.isDone(),
                s -> s.isSuccess() && s.isUnknown());
        count("expired", end.expired(), history.contents(), this::hasExpired, this::mayHaveExpired);
        count("redriven", end.redriven(), history.redrives(), Redriven::isDone, r -> !r.isDone() && r.mayBeDone());
    }

    private static boolean isNew(Content content) {
        return content.fate() == Fate.ADDED || content.fate() == Fate.REQUEUED;
    }

    /** It was there, it is gone, and nothing else explains that. */
    private boolean hasExpired(Content content) {
        return isNew(content)
                && isUnaccounted(content)
                && evidence.candidatesOf(content).isEmpty()
                && !evidence.mayHaveBeenTaken(content);
    }

    private boolean mayHaveExpired(Content content) {
        return content.fate() != Fate.REFUSED && isUnaccounted(content) && !hasExpired(content);
    }

    /** It could expire, and is neither handled nor dead for certain. What is redriven does not expire any more. */
    private boolean isUnaccounted(Content content) {
        return content.life() > 0
                && !evidence.isDead(content)
                && evidence.endsOf(content).isEmpty();
    }

    private <E> void count(String name, long value, Collection<E> all, Predicate<E> certain, Predicate<E> perhaps) {
        long least = all.stream().filter(certain).count();
        long most = least + all.stream().filter(perhaps).count();
        if (value < least || value > most) {
            findings.add(
                    THE_PARTS_FIT_TOGETHER,
                    String.format("the server counts %d %s, and it must be %d to %d", value, name, least, most));
        }
    }
}
