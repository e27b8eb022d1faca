package dev.carmine.mq.internal.worker;

import dev.carmine.client.CarmineOverloadException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineUnansweredException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exchanges of a worker, one at a time, each by whichever thread leads it. They are numbered; one that is not
 * answered is repeated under its number until it is, so that the server does nothing twice and no grant is lost.
 */
final class Exchanger {
    /** A worker that would be woken looks for itself after so long, in milliseconds; with as much again at random. */
    private static final int SHORTEST_LIMIT = 4_000;

    private static final int LIMIT_SPREAD = 1_000;
    private static final int MOST_SLOTS = 256;
    private static final int ID_LENGTH = 12;
    private static final int ID_RADIX = 36;
    private static final String STALE = "CMQSTALE";

    /** What the server answers if it is not its own state that makes a script fail, but what it was given. */
    private static final Set<String> REFUSALS = Set.of("ERR", "WRONGTYPE", "NOPERM");

    private final Desk desk;
    private final QueueLink link;
    private final Lease.Keeper keeper;
    private final Bystanders bystanders;
    private final Troubles troubles;
    private final Pauses pauses = new Pauses(ThreadLocalRandom.current());

    // Guarded by the desk's lock.
    private String worker = newId();
    private long number;
    private long answered;
    private long answeredAt = Clock.NEVER;

    Exchanger(Desk desk, QueueLink link, Lease.Keeper keeper, Bystanders bystanders, Troubles troubles) {
        this.desk = desk;
        this.link = link;
        this.keeper = keeper;
        this.bystanders = bystanders;
        this.troubles = troubles;
    }

    /** An id that no other worker has. */
    private static String newId() {
        SecureRandom random = new SecureRandom();
        StringBuilder id = new StringBuilder();
        while (id.length() < ID_LENGTH) {
            id.append(Character.forDigit(random.nextInt(ID_RADIX), ID_RADIX));
        }
        return id.toString();
    }

    /** The worker's id on the server; under the lock. */
    String worker() {
        return worker;
    }

    /** When an exchange was answered last; never if none was. Under the lock. */
    long answeredAt() {
        return answeredAt;
    }

    /**
     * Takes the lead; under the lock, and only if nobody has it. {@link #make} must follow, on the same thread and
     * without the lock.
     *
     * @return what is to be said
     */
    ExchangeCall begin() {
        desk.leading = true;
        ExchangeCall repeated = desk.unanswered;
        if (repeated != null) {
            desk.unanswered = null;
            return repeated;
        }
        boolean leases = desk.leasing && !desk.finished.hasSuspects() && !desk.attention.rests(desk.clock.now());
        int slots = leases ? desk.take(Math.max(0, Math.min(desk.room(), MOST_SLOTS))) : 0;
        int ahead = leases && !desk.isSharing() ? Math.min(desk.ahead(), MOST_SLOTS - slots) : 0;
        int limit =
                slots == 0 ? 0 : SHORTEST_LIMIT + ThreadLocalRandom.current().nextInt(LIMIT_SPREAD);
        desk.asked = slots + ahead;
        long news = desk.attention.exchangeBegins();
        return new ExchangeCall(worker, ++number, answered, slots, ahead, limit, desk.finished.slice(), news);
    }

    /**
     * Makes an exchange, and puts what came of it on the desk; without the lock. Throws nothing.
     *
     * @return how many tasks of handlers are to be started
     */
    int make(ExchangeCall call) {
        try {
            long sentAt = desk.clock.now();
            ExchangeReply reply = link.exchange(call);
            List<String> settled = reply.settled(call.settles());
            Duration rest = bystanders.throttle(reply.queueSize());
            int tasks = desk.under(() -> answered(call, reply, settled, sentAt, rest));
            bystanders.tell(reply.queueSize());
            return tasks;
        } catch (Throwable e) {
            Thread.interrupted(); // an interruption is for a handler, and none runs
            desk.under(() -> failed(call, e));
            return 0;
        }
    }

    private int answered(
            ExchangeCall call, ExchangeReply reply, List<String> settled, long sentAt, @Nullable Duration rest) {
        desk.leading = false;
        desk.failing = false;
        desk.asked = 0;
        pauses.succeeded();
        answered = call.number();
        answeredAt = desk.clock.now();
        desk.tally.exchanges.increment();
        for (int i = 0; i < settled.size(); i++) {
            settled(call.settles().get(i), settled.get(i).charAt(0));
        }
        for (Grant grant : reply.grants()) {
            desk.tally.queueing.record(Clock.ofMillis(grant.waited()));
            desk.arrived(new Lease(grant, sentAt, desk.clock, keeper));
        }
        if (!desk.leasing || call.slots() + call.ahead() < reply.grants().size()) {
            desk.giveBackWaiting(); // it has stopped meanwhile, or given up the slots since there was no answer
        }
        if (call.ahead() > 0 && reply.grants().size() == call.slots() && reply.queueSize() > 0) {
            desk.findsNothingAhead();
        }
        if (rest != null && call.slots() > 0) {
            desk.attention.restUntil(Clock.after(answeredAt, rest));
        }
        boolean room = desk.room() > 0 && reply.grants().size() < call.slots();
        desk.attention.answered(call, reply, answeredAt, room);
        if (!room || !desk.leasing || desk.attention.rests(answeredAt)) {
            desk.attention.looksAway();
        }
        int tasks = desk.tasksWanted();
        desk.changed();
        return tasks;
    }

    private void settled(Settle settle, char letter) {
        desk.finished.clear(settle);
        desk.tally.settled(settle.kind(), letter);
        desk.held.remove(settle.lease());
    }

    private @Nullable Void failed(ExchangeCall call, Throwable e) {
        desk.leading = false;
        desk.failing = true;
        desk.tally.errors.increment();
        desk.repeatAt = desk.clock.now() + pauses.next();
        desk.unanswered = again(call, e);
        if (isRefused(call, e)) {
            desk.unanswered = withoutSettles(call, e);
            desk.asked = 0;
        } else if (desk.isSharing()) {
            desk.unanswered = desk.unanswered.withoutSlots(); // others may be able to use them
            desk.asked = 0;
        }
        troubles.tell(pauses.areFrequent(), "an exchange of a worker has failed, and is repeated", e);
        desk.changed();
        return null;
    }

    private static boolean isRefused(ExchangeCall call, Throwable e) {
        return e instanceof CarmineServerException error
                && REFUSALS.contains(error.code())
                && !call.settles().isEmpty();
    }

    /**
     * Finds out which settle makes an exchange fail: after one without any was answered, which shows that the queue itself is
     * sound, each goes alone. One that fails alone is given up, so that the others are settled and the worker goes on.
     */
    private ExchangeCall withoutSettles(ExchangeCall call, Throwable e) {
        Settle first = call.settles().get(0);
        if (desk.finished.clear(first)) {
            desk.held.remove(first.lease());
            first.lease().lose();
            desk.tally.leasesLost.increment();
            troubles.refused(first.lease().grant().id(), e);
        } else {
            desk.finished.suspect(call.settles());
        }
        return new ExchangeCall(worker, ++number, answered, 0, 0, 0, List.of(), call.news());
    }

    /**
     * What is to be sent in its place. A number that the server finds too low belongs to another worker, or to a past
     * that a failover has brought back; an answer that cannot be understood would be the same another time. What is
     * settled twice is settled once, by its fence.
     */
    private ExchangeCall again(ExchangeCall call, Throwable e) {
        if (e instanceof CarmineServerException error && STALE.equals(error.code())) {
            worker = newId();
            number = 1;
            answered = 0;
            return call.asFirstOf(worker);
        }
        boolean understood = e instanceof CarmineUnansweredException
                || e instanceof CarmineOverloadException
                || e instanceof CarmineServerException;
        return understood ? call : call.renumbered(++number);
    }
}
