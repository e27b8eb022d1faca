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
        Evidence evidence = new Evidence(history, end);
        new OriginRules(evidence, findings).check();
        new EndRules(evidence, findings).check();
        new ChainRules(evidence, findings).check();
        new CountRules(evidence, findings).check();
        new LeaseRules(history, findings).check();
        new TimeRules(history, findings).check();
        new LimitRules(history, limits, findings).check();
        new GroupRules(evidence, limits, findings).check();
        new PatienceRules(history, limits, findings).check();
        return findings.all();
    }
}
