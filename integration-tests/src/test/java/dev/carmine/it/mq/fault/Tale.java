package dev.carmine.it.mq.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.it.mq.fault.Violation.Promise;
import dev.carmine.mq.QueueOptions.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A made-up history, told one event after another, a millisecond apart. Fences are made as servers do: by the time. */
final class Tale {
    static final Limits LIMITS = new Limits(3, 5, 2, 1, Rate.UNLIMITED, Duration.ofMillis(100));
    static final long LEASE = 50;

    /** When the server says that each message was enqueued, in ms. */
    static final long ENQUEUED_AT = 1_001;

    private static final long MICROS = 1_000;

    private final List<Event> events = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private long millis = 1_000;
    private long sequence;
    private int accepted;
    private int acknowledged;
    private int expired;
    private int redriven;
    private Limits limits = LIMITS;
    private Set<String> dead = Set.of();
    private long living;
    private List<String> findings = List.of();

    /** What a worker was given. */
    record Held(String worker, String id, long fence, long sequence, String content) {}

    private Tale tell(Kind kind, Object... fields) {
        events.add(new Event(
                ++millis * 1_000_000,
                kind,
                Stream.of(fields).map(Object::toString).toList()));
        return this;
    }

    Tale pass(long time) {
        millis += time;
        return this;
    }

    Tale calm() {
        return tell(Kind.CALM);
    }

    Tale crash(String id) {
        return tell(Kind.CRASH, id);
    }

    Tale withRate(int count, long millis) {
        limits = limits.withRate(new Rate(count, Duration.ofMillis(millis)));
        return this;
    }

    Tale withSlotsOfGroups(int slots) {
        limits = limits.withGroups(slots);
        return this;
    }

    Tale enqueueBegins(String content, String id, long delay, String group) {
        return tell(Kind.ENQUEUE, content, id, delay, group, 0);
    }

    /** New content that expires after so many ms. */
    Tale addedWithLife(String content, long life) {
        return tell(Kind.ENQUEUE, content, content, 0, "", life).enqueued(content, 'a');
    }

    Tale enqueued(String content, char letter) {
        accepted += letter == 'a' || letter == 'r' ? 1 : 0;
        return tell(Kind.ENQUEUED, content, letter);
    }

    /** Content whose id is its own name, and is new. */
    Tale added(String content) {
        return added(content, content);
    }

    Tale added(String content, String id) {
        return enqueueBegins(content, id, 0, "").enqueued(content, 'a');
    }

    Tale addedToGroup(String content) {
        return enqueueBegins(content, content, 0, "group").enqueued(content, 'a');
    }

    /** The first delivery of a message. */
    Held delivered(String worker, String content) {
        return delivered(worker, content, content, "");
    }

    Held delivered(String worker, String id, String content, String group) {
        return delivered(worker, id, content, group, (millis + 1) * MICROS, ++sequence, 1);
    }

    Held again(String worker, Held held) {
        return delivered(worker, held.id(), held.content(), "", (millis + 1) * MICROS, held.sequence(), 2);
    }

    Held delivered(
            String worker, String id, String content, String group, long fence, long ofSequence, int deliveries) {
        int number = numbers.merge(worker, 1, Integer::sum);
        tell(Kind.EXCHANGE, worker, number);
        tell(Kind.DELIVERY, worker, number, id, fence, ofSequence, deliveries, 1, LEASE, ENQUEUED_AT, group, content);
        tell(Kind.EXCHANGED, worker, number);
        return new Held(worker, id, fence, ofSequence, content);
    }

    Tale settleBegins(Held held, String kind, long delay) {
        int number = numbers.merge(held.worker(), 1, Integer::sum);
        tell(Kind.EXCHANGE, held.worker(), number);
        return tell(Kind.SETTLE, held.worker(), number, held.id(), held.fence(), kind, delay);
    }

    Tale chains(Held held, String content) {
        return tell(
                Kind.CHAIN,
                held.worker(),
                numbers.getOrDefault(held.worker(), 0),
                held.id(),
                held.fence(),
                content,
                content,
                0,
                "",
                0);
    }

    Tale settled(Held held, String letters) {
        accepted +=
                (int) letters.chars().skip(1).filter(letter -> letter == 'a').count();
        return tell(
                Kind.SETTLED, held.worker(), numbers.getOrDefault(held.worker(), 0), held.id(), held.fence(), letters);
    }

    Tale succeeds(Held held) {
        acknowledged++;
        return settleBegins(held, "s", 0).settled(held, "k");
    }

    Tale handled(Held held) {
        return tell(Kind.HANDLING, held.worker(), held.id(), held.fence());
    }

    Tale cancelled(String number, String id, char letter) {
        return tell(Kind.CANCEL, number, id).tell(Kind.CANCELLED, number, letter);
    }

    Tale cancelBegins(String number, String id) {
        return tell(Kind.CANCEL, number, id);
    }

    /** A handler says that its message is to die. */
    Tale kills(Held held) {
        return settleBegins(held, "x", 0).settled(held, "k");
    }

    Tale redriven(String number, String id, char letter) {
        redriven += letter == 'r' ? 1 : 0;
        return redriveBegins(number, id).tell(Kind.REDRIVEN, number, letter);
    }

    /** Lets the server count more as redriven than was told, or fewer. */
    Tale expectsRedriven(int more) {
        redriven += more;
        return this;
    }

    Tale redriveBegins(String number, String id) {
        return tell(Kind.REDRIVE, number, id);
    }

    /** What a schedule has enqueued, from its first tick until it has ended. */
    Tale scheduled(String name, long first, long interval, long end, int ticks) {
        accepted += ticks;
        return tell(Kind.SCHEDULE, name, first, interval).tell(Kind.UNSCHEDULE, name, end);
    }

    Tale diesWith(String... contents) {
        dead = Set.of(contents);
        return this;
    }

    Tale leaves(long messages) {
        living = messages;
        return this;
    }

    Tale finds(String... texts) {
        findings = List.of(texts);
        return this;
    }

    /** Lets the server count differently from what was told. */
    Tale counts(int moreAccepted, int moreAcknowledged) {
        accepted += moreAccepted;
        acknowledged += moreAcknowledged;
        return this;
    }

    Tale expires(int messages) {
        expired += messages;
        return this;
    }

    private List<Violation> check() {
        EndState end = new EndState(dead, living, accepted, acknowledged, expired, redriven, findings);
        return Checker.check(new History(events), end, limits);
    }

    void assertKept() {
        assertThat(check()).isEmpty();
    }

    void assertBroken(Promise... promises) {
        assertThat(check()).extracting(Violation::promise).contains(promises);
    }
}
