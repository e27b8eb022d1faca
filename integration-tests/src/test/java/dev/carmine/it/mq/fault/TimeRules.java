package dev.carmine.it.mq.fault;

import static dev.carmine.it.mq.fault.Violation.Promise.NOTHING_IS_EARLY;
import static dev.carmine.it.mq.fault.Violation.Promise.WHAT_HAS_EXPIRED_IS_NOT_DELIVERED;

import dev.carmine.it.mq.fault.Content.Fate;
import java.util.List;
import java.util.Map;

/** By the server's clock, nothing is delivered before it is due, or after it has expired. */
final class TimeRules {
    private final History history;
    private final Findings findings;

    TimeRules(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
    }

    void check() {
        history.deliveries().forEach(this::inTime);
        history.deliveriesBy(Delivered::id).values().forEach(this::retries);
        ticks();
    }

    private void inTime(Delivered delivered) {
        Content content = history.content(delivered.content());
        if (content == null || content.fate() == Fate.UPDATED) { // it has taken the place of content with other times
            return;
        }
        if (delivered.at() < delivered.enqueuedAt() + content.delay()) {
            findings.add(NOTHING_IS_EARLY, String.format("%s, though it was put off: %s", delivered, content));
        }
        if (content.life() > 0 && delivered.notBefore() >= delivered.enqueuedAt() + content.life()) {
            findings.add(
                    WHAT_HAS_EXPIRED_IS_NOT_DELIVERED,
                    String.format("%s, though its time was over: %s", delivered, content));
        }
    }

    private void retries(List<Delivered> leases) {
        for (int i = 1; i < leases.size(); i++) {
            Delivered one = leases.get(i - 1);
            Delivered next = leases.get(i);
            Settled settled = history.settleOf(one);
            if (settled != null && isPutOff(settled, one, next) && next.at() < one.at() + settled.millis()) {
                findings.add(
                        NOTHING_IS_EARLY,
                        String.format("%s put it off by %d ms, but %s", settled, settled.millis(), next));
            }
        }
    }

    private static boolean isPutOff(Settled settled, Delivered one, Delivered next) {
        return settled.isDone() && settled.isRetry() && !settled.hasEnded() && one.sequence() == next.sequence();
    }

    private void ticks() {
        Map<String, List<Delivered>> deliveries = history.deliveriesBy(Delivered::content);
        for (Tick tick : history.ticks()) {
            for (Delivered delivered : deliveries.getOrDefault(tick.message(), List.of())) {
                if (delivered.enqueuedAt() < tick.due()) {
                    findings.add(NOTHING_IS_EARLY, String.format("%s, before %s", delivered, tick));
                }
            }
        }
    }
}
