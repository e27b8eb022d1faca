package dev.carmine.mq.internal.schedule;

import dev.carmine.client.Carmine;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.QueueScripts;
import java.util.Optional;

/** A worker that attends to schedules, and is told each step. Confined to a thread. */
public final class TickingHand {
    private final Carmine redis;
    private final ScheduleCalls calls;

    /** Takes a place at a queue. */
    public TickingHand(Carmine redis, QueueKeys keys) {
        this.redis = redis;
        this.calls = new ScheduleCalls(keys, QueueScripts.production());
    }

    /** A schedule that is lent to this worker, with what is to be done for it. */
    public static final class Loan {
        private final ScheduleCalls.Lent lent;
        private final Definition definition;
        private final Plan plan;

        private Loan(ScheduleCalls.Lent lent, long now) {
            this.lent = lent;
            this.definition = DefinitionCodec.decode(lent.definition());
            this.plan = Plan.of(definition, lent.tick(), now);
        }
    }

    /** Borrows the first schedule that is due, if there is one. */
    public Optional<Loan> borrow() {
        ScheduleCalls.Due due = redis.call(calls.due());
        return due.lent().stream().findFirst().map(lent -> new Loan(lent, due.now()));
    }

    /** Does what is to be done, unless the schedule is lent to another by now: then nothing happens. */
    public boolean moveOn(Loan loan) {
        return redis.call(calls.tick(loan.lent, loan.definition, loan.plan));
    }
}
