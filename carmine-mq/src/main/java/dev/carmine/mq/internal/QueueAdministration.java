package dev.carmine.mq.internal;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.client.command.Hashes;
import dev.carmine.client.command.SortedSets;
import dev.carmine.mq.CancelResult;
import dev.carmine.mq.MessageStatus;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.QueueStats;
import dev.carmine.mq.RedriveResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one queue and changes it, apart from enqueueing and handling; long lists go in slices. Thread-safe.
 *
 * @param redis where the queue is
 * @param calls of the queue
 */
public record QueueAdministration(Carmine redis, QueueCalls calls) {
    /** Of all bodies in one list. */
    private static final int MOST_BYTES = 8 << 20;

    /** How a message is, or that there is none. */
    public MessageStatus status(String id) {
        return redis.call(calls.status(List.of(id))).get(0);
    }

    /** Status and content at one instant. */
    public Optional<FoundMessage> find(String id) {
        Command<List<MessageStatus>> status = calls.status(List.of(id));
        List<?> both =
                redis.multi(status, Hashes.hget(calls.keys().part("b"), id).asBytes());
        return both.get(1) instanceof byte[] envelope
                ? Optional.of(new FoundMessage((MessageStatus) ((List<?>) both.get(0)).get(0), envelope))
                : Optional.empty();
    }

    /** A page of messages. Those that are ready come before those that wait for others of their group. */
    public List<FoundMessage> messages(QueueState state, int offset, int count) {
        Checks.within("offset", offset, 0, Integer.MAX_VALUE);
        Checks.within("count", count, 1, QueueCalls.SLICE);
        char part = part(state);
        List<FoundMessage> found = redis.call(calls.list(part, offset, count, MOST_BYTES));
        return part == 'r' && found.size() < count ? andOfGroups(found, offset, count) : found;
    }

    private static char part(QueueState state) {
        return switch (state) {
            case READY -> 'r';
            case DELAYED -> 'd';
            case LEASED -> 'l';
            case DEAD -> 'x';
            case READY_WITH_REQUEUE, DELAYED_WITH_REQUEUE, LEASED_WITH_REQUEUE, DEDUPLICATING_WITH_REQUEUE ->
                throw new IllegalArgumentException(
                        "messages of the state " + state + " are listed among those of the state without the requeue,"
                                + " or as DELAYED behind a dedupe window");
            case DEDUPLICATING, ABSENT ->
                throw new IllegalArgumentException("there are no messages of the state " + state);
        };
    }

    private List<FoundMessage> andOfGroups(List<FoundMessage> ready, int offset, int count) {
        long before = redis.call(SortedSets.zcard(calls.keys().part("r")));
        int skipped = Math.toIntExact(Math.max(0, offset - before));
        List<FoundMessage> all = new ArrayList<>(ready);
        int bytes = ready.stream().mapToInt(FoundMessage::size).sum();
        all.addAll(redis.call(calls.list('g', skipped, count - ready.size(), MOST_BYTES - bytes)));
        return List.copyOf(all);
    }

    /** What is in the queue and has gone through it. */
    public QueueStats stats() {
        return redis.call(calls.stats());
    }

    /** Cancels messages. */
    public List<CancelResult> cancel(Collection<String> ids) {
        return inSlices(ids, slice -> redis.call(calls.cancel(slice)));
    }

    /** Makes dead messages ready again. */
    public List<RedriveResult> redrive(Collection<String> ids) {
        return inSlices(ids, slice -> redis.call(calls.redrive(slice)));
    }

    /** Makes the oldest dead messages ready again, until none is left that could be. */
    public int redriveAll(int most) {
        int left = Checks.within("most", most, 1, Integer.MAX_VALUE);
        int refused = 0;
        List<RedriveResult> results;
        do {
            results = redis.call(calls.redriveOldest(Math.min(left, QueueCalls.SLICE), refused));
            int done = Collections.frequency(results, RedriveResult.REDRIVEN);
            left -= done;
            refused += results.size() - done;
        } while (left > 0 && !results.isEmpty());
        return most - left;
    }

    /** Deletes dead messages. */
    public int purge(Collection<String> ids) {
        return inSlices(ids, slice -> List.of(redis.call(calls.purge(slice)))).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Deletes the oldest dead messages. */
    public int purgeAll(int most) {
        int left = Checks.within("most", most, 1, Integer.MAX_VALUE);
        int done;
        do {
            done = redis.call(calls.purgeOldest(Math.min(left, QueueCalls.SLICE)));
            left -= done;
        } while (left > 0 && done > 0);
        return most - left;
    }

    private static <R> List<R> inSlices(Collection<String> ids, Function<List<String>, List<R>> call) {
        List<String> all = ids.stream().map(Checks::id).toList();
        List<R> results = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += QueueCalls.SLICE) {
            results.addAll(call.apply(all.subList(from, Math.min(all.size(), from + QueueCalls.SLICE))));
        }
        return List.copyOf(results);
    }

    /** Drops everything but configuration and schedules. */
    public int clear() {
        return redis.call(calls.clear());
    }

    /** Sets or ends the pause. */
    public void pause(boolean paused) {
        set("paused", paused ? "1" : "");
    }

    /** Whether nothing is handed out. */
    public boolean isPaused() {
        return "1".equals(redis.call(Hashes.hget(calls.keys().part("cfg"), "paused")));
    }

    /** Sets the limits that the options name. */
    public void configure(QueueOptions options) {
        Map<String, String> settings = Settings.of(options);
        if (!settings.isEmpty()) {
            redis.call(calls.configure(settings));
        }
    }

    /** Sets the limit of one group. */
    public void limitGroup(String group, int limit) {
        set("group:" + Checks.group(group), String.valueOf(Checks.within("limit", limit, 1, Integer.MAX_VALUE)));
    }

    /** Has the queue's limit hold for a group again. */
    public void unlimitGroup(String group) {
        set("group:" + Checks.group(group), "");
    }

    private void set(String setting, String value) {
        redis.call(calls.configure(Map.of(setting, value)));
    }

    /** What does not fit together. */
    public List<String> check(int mostMessages) {
        @Nullable Object reply = redis.call(calls.check(Checks.within("mostMessages", mostMessages, 1, Integer.MAX_VALUE)));
        if (reply instanceof Long size) {
            throw new IllegalArgumentException("the queue " + calls.keys() + " has " + size
                    + " messages, and mostMessages is " + mostMessages
                    + ": allow more, if the server may be busy for so long");
        }
        return Replies.elements(reply).stream().map(Replies::text).toList();
    }
}
