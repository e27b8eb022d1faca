package dev.carmine.it.mq.fault;

import static dev.carmine.it.mq.fault.Violation.Promise.AN_ENQUEUE_IS_ONE_MESSAGE;
import static dev.carmine.it.mq.fault.Violation.Promise.A_CHAIN_IS_ALL_OR_NOTHING;
import static dev.carmine.it.mq.fault.Violation.Promise.NOTHING_COMES_FROM_NOWHERE;
import static dev.carmine.it.mq.fault.Violation.Promise.NOTHING_IS_LOST;
import static dev.carmine.it.mq.fault.Violation.Promise.THE_PARTS_FIT_TOGETHER;
import static dev.carmine.it.mq.fault.Violation.Promise.WHAT_HAS_ENDED_IS_NOT_DELIVERED;

import dev.carmine.it.mq.fault.Content.Fate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was accepted comes to one end, and nothing else does. Contents have names of their own, so ids do not matter. */
final class ContentRules {
    private final History history;
    private final EndState end;
    private final Findings findings;
    private final Map<String, List<Delivered>> deliveries;
    private final Map<String, List<Cancelled>> cancels;
    private final Map<String, List<Content>> byId;

    ContentRules(History history, EndState end, Findings findings) {
        this.history = history;
        this.end = end;
        this.findings = findings;
        this.deliveries = history.deliveriesBy(Delivered::content);
        this.cancels = history.cancelsById();
        this.byId = history.contents().stream().collect(Collectors.groupingBy(Content::id));
    }

    void check() {
        deduce();
        for (Content content : history.contents()) {
            origin(content);
            ends(content);
            if (content.fate().isAccepted()) {
                isNotLost(content);
            }
            cancels.getOrDefault(content.id(), List.of()).forEach(cancel -> staysAway(content, cancel));
        }
        history.settles().forEach(this::chain);
        deliveries.forEach((name, all) -> {
            if (history.content(name) == null) {
                findings.add(
                        NOTHING_COMES_FROM_NOWHERE, String.format("%s was never enqueued, but %s", name, all.get(0)));
            }
        });
        end.dead().stream()
                .filter(name -> history.content(name) == null)
                .forEach(name -> findings.add(
                        NOTHING_COMES_FROM_NOWHERE, String.format("%s was never enqueued, but is dead", name)));
        theEnd();
    }

    /** A settle that was not answered was done if nothing else explains what is known. */
    private void deduce() {
        for (Settled settled : history.settles()) {
            if (settled.isUnknown() && settled.chained().stream().anyMatch(this::wasSeen)) {
                settled.mustHaveBeenDone();
            }
        }
        for (Content content : history.contents()) {
            if (content.fate().isAccepted()
                    && !mayHaveGone(content)
                    && endsOf(content).isEmpty()) {
                List<Settled> candidates = candidatesOf(content);
                if (candidates.size() == 1) {
                    candidates.get(0).mustHaveBeenDone();
                }
            }
        }
    }

    private boolean wasSeen(String content) {
        return deliveries.containsKey(content) || end.dead().contains(content);
    }

    private List<Delivered> deliveriesOf(Content content) {
        return deliveries.getOrDefault(content.name(), List.of());
    }

    private List<Settled> settlesOf(Content content) {
        return deliveriesOf(content).stream()
                .flatMap(delivered -> Stream.ofNullable(history.settleOf(delivered)))
                .toList();
    }

    private List<Settled> endsOf(Content content) {
        return settlesOf(content).stream().filter(Settled::hasEnded).distinct().toList();
    }

    private List<Settled> candidatesOf(Content content) {
        return settlesOf(content).stream()
                .filter(settled -> settled.isUnknown() && settled.isSuccess())
                .distinct()
                .toList();
    }

    /** Whether it may be gone without a worker's doing: it is dead, was cancelled, or other content has replaced it. */
    private boolean mayHaveGone(Content content) {
        return end.dead().contains(content.name())
                || cancels.getOrDefault(content.id(), List.of()).stream()
                        .anyMatch(cancel -> cancel.mayHaveTaken(content.begun()))
                || byId.getOrDefault(content.id(), List.of()).stream()
                        .anyMatch(other -> !other.name().equals(content.name())
                                && (other.fate() == Fate.UPDATED || other.fate() == Fate.UNKNOWN)
                                && other.answered() > content.begun());
    }

    private void origin(Content content) {
        List<Delivered> all = deliveriesOf(content);
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
        if (all.stream().map(Delivered::sequence).distinct().count() > 1) {
            findings.add(AN_ENQUEUE_IS_ONE_MESSAGE, String.format("%s has been several messages: %s", content, all));
        }
    }

    private void ends(Content content) {
        List<Settled> ends = endsOf(content);
        if (ends.size() > 1) {
            findings.add(
                    WHAT_HAS_ENDED_IS_NOT_DELIVERED, String.format("%s has ended more than once: %s", content, ends));
        }
        for (Settled settled : ends) {
            for (Delivered delivered : deliveriesOf(content)) {
                if (delivered.fence() > settled.fence()) {
                    findings.add(
                            WHAT_HAS_ENDED_IS_NOT_DELIVERED, String.format("%s, but later %s", settled, delivered));
                }
            }
        }
    }

    private void isNotLost(Content content) {
        boolean dead = end.dead().contains(content.name());
        boolean ended = !endsOf(content).isEmpty() || !candidatesOf(content).isEmpty();
        if (!ended && !mayHaveGone(content)) {
            findings.add(
                    NOTHING_IS_LOST,
                    String.format("%s was accepted and is gone; deliveries: %s", content, deliveriesOf(content)));
        }
        if (dead && endsOf(content).stream().anyMatch(Settled::isSuccess)) {
            findings.add(WHAT_HAS_ENDED_IS_NOT_DELIVERED, String.format("%s was acknowledged and is dead", content));
        }
    }

    /** What was there before a cancellation is not handed out after its answer, whatever that is: it was gone, or goes. */
    private void staysAway(Content content, Cancelled cancel) {
        if (cancel.isUnknown() || !content.fate().isAccepted() || content.answered() > cancel.begun()) {
            return;
        }
        for (Delivered delivered : deliveriesOf(content)) {
            if (delivered.begun() > cancel.answered()) {
                findings.add(WHAT_HAS_ENDED_IS_NOT_DELIVERED, String.format("%s, but later %s", cancel, delivered));
            }
        }
    }

    private void chain(Settled settled) {
        if (!settled.isDone()) {
            return;
        }
        for (String name : settled.chained()) {
            Content content = history.content(name);
            boolean refusable = content == null
                    || content.fate() != Fate.UNKNOWN
                    || byId.getOrDefault(content.id(), List.of()).size() > 1;
            if (!refusable && !wasSeen(name)) {
                findings.add(
                        A_CHAIN_IS_ALL_OR_NOTHING,
                        String.format("%s, but what it chains was lost: %s", settled, content));
            }
        }
    }

    private void theEnd() {
        end.findings().forEach(finding -> findings.add(THE_PARTS_FIT_TOGETHER, String.format("fsck: %s", finding)));
        if (end.living() > 0) {
            findings.add(NOTHING_IS_LOST, String.format("%d messages could not be drained", end.living()));
        }
        long accepted = history.contents().stream()
                .filter(c -> c.fate() == Fate.ADDED || c.fate() == Fate.REQUEUED)
                .count();
        long unknown = history.contents().stream()
                .filter(c -> c.fate() == Fate.UNKNOWN)
                .count();
        within("accepted", end.accepted(), accepted, accepted + unknown);
        long acknowledged = history.settles().stream()
                .filter(s -> s.isDone() && s.isSuccess())
                .count();
        long perhaps = history.settles().stream()
                .filter(s -> s.isUnknown() && s.isSuccess())
                .count();
        within("acknowledged", end.acknowledged(), acknowledged, acknowledged + perhaps);
    }

    private void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            findings.add(
                    THE_PARTS_FIT_TOGETHER,
                    String.format("the server counts %d %s, and it must be %d to %d", value, name, least, most));
        }
    }
}
