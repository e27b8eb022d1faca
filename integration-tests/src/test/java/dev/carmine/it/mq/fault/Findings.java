package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Violation.Promise;
import java.util.ArrayList;
import java.util.List;

/** Violations as they are found; of each promise no more than can be read. */
final class Findings {
    private static final int MOST = 20;

    private final List<Violation> violations = new ArrayList<>();

    void add(Promise promise, String evidence) {
        long known = violations.stream().filter(v -> v.promise() == promise).count();
        if (known < MOST) {
            violations.add(new Violation(promise, evidence));
        }
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }
}
