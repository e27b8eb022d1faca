package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Content.Fate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of each content, with what follows from it. Contents have names of their own, so it does not matter that
 * several have had an id.
 */
final class Evidence {
    private final History history;
    private final EndState end;
    private final Map<String, List<Delivered>> deliveries;
    private final Map<String, List<Cancelled>> cancels;
    private final Map<String, List<Redriven>> redrives;
    private final Map<String, List<Content>> byId;

    Evidence(History history, EndState end) {
        this.history = history;
        this.end = end;
        this.deliveries = history.deliveriesBy(Delivered::content);
        this.cancels = history.cancelsById();
        this.redrives = history.redrivesById();
        this.byId = history.contents().stream().collect(Collectors.groupingBy(Content::id));
        deduce();
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
                    && !isDead(content)
                    && !mayHaveGone(content)
                    && endsOf(content).isEmpty()) {
                List<Settled> candidates = candidatesOf(content);
                if (candidates.size() == 1) {
                    candidates.get(0).mustHaveBeenDone();
                }
            }
        }
    }

    History history() {
        return history;
    }

    EndState end() {
        return end;
    }

    /** In the order of fences. */
    List<Delivered> deliveriesOf(Content content) {
        return deliveries.getOrDefault(content.name(), List.of());
    }

    List<Cancelled> cancelsOf(Content content) {
        return cancels.getOrDefault(content.id(), List.of());
    }

    /** Those that may have made a dead message of this content ready again. */
    List<Redriven> redrivesOf(Content content) {
        return redrives.getOrDefault(content.id(), List.of()).stream()
                .filter(Redriven::mayBeDone)
                .toList();
    }

    boolean wasSeen(String content) {
        return deliveries.containsKey(content) || end.dead().contains(content);
    }

    boolean isDead(Content content) {
        return end.dead().contains(content.name());
    }

    boolean hasItsIdAlone(Content content) {
        return byId.getOrDefault(content.id(), List.of()).size() <= 1;
    }

    private Stream<Settled> settlesOf(Content content) {
        return deliveriesOf(content).stream()
                .flatMap(delivered -> Stream.ofNullable(history.settleOf(delivered)))
                .distinct();
    }

    /** Those by which it has certainly come to an end. */
    List<Settled> endsOf(Content content) {
        return settlesOf(content).filter(Settled::hasEnded).toList();
    }

    /** Those by which it may have been acknowledged. */
    List<Settled> candidatesOf(Content content) {
        return settlesOf(content)
                .filter(settled -> settled.isUnknown() && settled.isSuccess())
                .toList();
    }

    /** Whether it may be gone without a worker's doing: it has expired, was cancelled, or other content has replaced it. */
    boolean mayHaveGone(Content content) {
        return content.life() > 0 || mayHaveBeenTaken(content);
    }

    /** Whether it was cancelled or replaced, perhaps. */
    boolean mayHaveBeenTaken(Content content) {
        return cancelsOf(content).stream().anyMatch(cancel -> cancel.mayHaveTaken(content.begun()))
                || byId.getOrDefault(content.id(), List.of()).stream()
                        .anyMatch(other -> !other.name().equals(content.name())
                                && (other.fate() == Fate.UPDATED || other.fate() == Fate.UNKNOWN)
                                && other.answered() > content.begun());
    }
}
