package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Content.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The histories of all processes as one, by what they are about. */
final class History {
    /** Later than any time. */
    static final long NEVER = Long.MAX_VALUE;

    private final Map<String, Content> contents = new LinkedHashMap<>();
    private final Map<Lease, Settled> settles = new LinkedHashMap<>();
    private final List<Delivered> deliveries = new ArrayList<>();
    private final Map<String, Cancelled> cancels = new LinkedHashMap<>();
    private final Map<String, Redriven> redrives = new LinkedHashMap<>();
    private final Map<String, Event> schedules = new HashMap<>();
    private final List<Tick> ticks = new ArrayList<>();
    private final List<Crash> crashes = new ArrayList<>();
    private final Map<Lease, Integer> handlings = new HashMap<>();
    private final TreeMap<Long, Boolean> calm = new TreeMap<>();
    private final Map<String, Long> exchanges = new HashMap<>();
    private final Map<String, Long> lastNumbers = new HashMap<>();
    private final Set<String> answeredExchanges = new HashSet<>();
    private final Set<String> skippers = new HashSet<>();

    private record Lease(String id, long fence) {}

    History(List<Event> events) {
        events.forEach(this::add);
        deliveries.sort(Comparator.comparingLong(Delivered::fence));
    }

    private void add(Event e) {
        switch (e.kind()) {
            case ENQUEUE -> addContent(e, 0, null);
            case ENQUEUED -> enqueued(e.field(0), e.at(), e.field(1).charAt(0));
            case EXCHANGE -> exchange(e);
            case SETTLE -> settle(e);
            case CHAIN -> {
                Settled parent = settleOf(e);
                parent.chains(e.field(4));
                addContent(e, 4, parent);
            }
            case SETTLED -> settled(e);
            case DELIVERY -> deliver(e);
            case EXCHANGED -> answeredExchanges.add(e.field(0) + " " + e.field(1));
            case HANDLING -> handlings.merge(new Lease(e.field(1), e.number(2)), 1, Integer::sum);
            case CANCEL -> cancels.put(e.field(0), new Cancelled(e.field(1), e.at(), NEVER, '?'));
            case CANCELLED ->
                cancels.computeIfPresent(
                        e.field(0),
                        (key, old) -> new Cancelled(
                                old.id(), old.begun(), e.at(), e.field(1).charAt(0)));
            case REDRIVE -> redrives.put(e.field(0), new Redriven(e.field(1), e.at(), NEVER, '?'));
            case REDRIVEN ->
                redrives.computeIfPresent(
                        e.field(0),
                        (key, old) -> new Redriven(
                                old.id(), old.begun(), e.at(), e.field(1).charAt(0)));
            case SCHEDULE -> schedules.put(e.field(0), e);
            case UNSCHEDULE -> unscheduled(e);
            case CRASH -> crashes.add(new Crash(e.field(0), e.at()));
            case CALM -> calm.put(e.at(), true);
            case STORM -> calm.put(e.at(), false);
        }
    }

    private void addContent(Event e, int from, @Nullable Settled parent) {
        contents.putIfAbsent(
                e.field(from),
                new Content(
                        e.field(from),
                        e.field(from + 1),
                        e.number(from + 2),
                        e.field(from + 3),
                        e.number(from + 4),
                        parent,
                        e.at(),
                        NEVER,
                        Fate.UNKNOWN));
    }

    private void enqueued(String content, long at, char letter) {
        contents.computeIfPresent(content, (key, old) -> old.answered(at, Fate.of(letter)));
    }

    /** What a schedule has enqueued, nobody has written down. It must be all that lies between its ends. */
    private void unscheduled(Event end) {
        Event start = schedules.get(end.field(0));
        if (start == null) {
            throw new IllegalStateException("no schedule has begun before " + end);
        }
        for (long due = start.number(1); due < end.number(1); due += start.number(2)) {
            Tick tick = Tick.of(start.field(0), due);
            ticks.add(tick);
            String name = tick.message();
            contents.put(name, new Content(name, name, 0, "", 0, null, start.at(), start.at(), Fate.ADDED));
        }
    }

    /** One number after another; who leaves an unanswered one behind gives back what that has brought. */
    private void exchange(Event e) {
        String worker = e.field(0);
        exchanges.putIfAbsent(worker + " " + e.field(1), e.at());
        Long last = lastNumbers.put(worker, e.number(1));
        if (last != null && last != e.number(1) && !answeredExchanges.contains(worker + " " + last)) {
            skippers.add(worker);
        }
    }

    private Settled settleOf(Event e) {
        Settled settled = settles.get(new Lease(e.field(2), e.number(3)));
        if (settled == null) {
            throw new IllegalStateException("no settle has begun before " + e);
        }
        return settled;
    }

    private void settle(Event e) {
        settles.computeIfAbsent(
                        new Lease(e.field(2), e.number(3)),
                        lease -> new Settled(lease.id(), lease.fence(), e.field(4), e.number(5), e.at()))
                .sent(e.field(0) + " " + e.field(1));
    }

    private void settled(Event e) {
        Settled settled = settleOf(e);
        String letters = e.field(4);
        settled.answered(letters.charAt(0));
        for (int i = 1; i < letters.length(); i++) {
            enqueued(settled.chained().get(i - 1), e.at(), letters.charAt(i));
        }
    }

    private void deliver(Event e) {
        deliveries.add(new Delivered(
                e.field(0),
                e.number(1),
                e.field(2),
                e.number(3),
                e.number(4),
                (int) e.number(5),
                (int) e.number(6),
                e.number(7),
                e.number(8),
                e.field(9),
                e.field(10),
                exchanges.getOrDefault(e.field(0) + " " + e.field(1), e.at()),
                e.at()));
    }

    Collection<Content> contents() {
        return contents.values();
    }

    @Nullable Content content(String name) {
        return contents.get(name);
    }

    /** In the order of fences. */
    List<Delivered> deliveries() {
        return deliveries;
    }

    <K> Map<K, List<Delivered>> deliveriesBy(Function<Delivered, K> key) {
        return deliveries.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    Collection<Settled> settles() {
        return settles.values();
    }

    @Nullable Settled settleOf(Delivered delivered) {
        return settles.get(new Lease(delivered.id(), delivered.fence()));
    }

    Map<String, List<Cancelled>> cancelsById() {
        return cancels.values().stream().collect(Collectors.groupingBy(Cancelled::id));
    }

    Collection<Redriven> redrives() {
        return redrives.values();
    }

    Map<String, List<Redriven>> redrivesById() {
        return redrives.values().stream().collect(Collectors.groupingBy(Redriven::id));
    }

    List<Tick> ticks() {
        return ticks;
    }

    List<Crash> crashes() {
        return crashes;
    }

    int handlings(Delivered delivered) {
        return handlings.getOrDefault(new Lease(delivered.id(), delivered.fence()), 0);
    }

    /** Whether a worker has left an exchange without its answer and gone on to another. */
    boolean hasSkipped(String worker) {
        return skippers.contains(worker);
    }

    /** Whether nothing was broken from one time to another. */
    boolean isCalm(long from, long to) {
        Map.Entry<Long, Boolean> last = calm.floorEntry(from);
        return last != null
                && last.getValue()
                && !calm.subMap(from, false, to, true).containsValue(false);
    }

    /** How much has happened that is not in the order of things. */
    @Override
    public String toString() {
        return String.format(
                "%d contents, %d of them unanswered; %d deliveries, %d of them not the first; %d settles, %d of them"
                        + " unanswered, %d too late, %d with a chain; %d cancellations, %d redriven, %d ticks, %d that may expire",
                contents.size(),
                contents.values().stream().filter(c -> c.fate() == Fate.UNKNOWN).count(),
                deliveries.size(),
                deliveries.stream().filter(d -> d.deliveries() > 1).count(),
                settles.size(),
                settles.values().stream().filter(Settled::isUnknown).count(),
                settles.values().stream().filter(Settled::isRefused).count(),
                settles.values().stream().filter(s -> !s.chained().isEmpty()).count(),
                cancels.size(),
                redrives.values().stream().filter(Redriven::isDone).count(),
                ticks.size(),
                contents.values().stream().filter(c -> c.life() > 0).count());
    }
}
