package dev.carmine.it.mq.fault;

import java.util.List;

/**
 * Compares a history, and the queue as it was left, with what the queue promises. It reports only what cannot have
 * happened to a queue that keeps its promises, whatever became of calls whose answers are not known.
 */
final class Checker {
    private Checker() {}

    /**
     * Checks everything.
     *
     * @return what was promised and not kept
     */
    static List<Violation> check(History history, EndState end, Limits limits) {
        Findings findings = new Findings();
        new ContentRules(history, end, findings).check();
        new LeaseRules(history, findings).check();
        new OrderRules(history, end, limits, findings).check();
        return findings.all();
    }
}
