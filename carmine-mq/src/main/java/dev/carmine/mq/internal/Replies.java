package dev.carmine.mq.internal;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.mq.MessageStatus;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.QueueStats;
import dev.carmine.mq.QueueTotals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads what the queue's scripts reply. */
final class Replies {
    private Replies() {}

    /** One result for each letter. */
    static <R> List<R> letters(@Nullable String reply, IntFunction<R> meaning) {
        return Objects.requireNonNull(reply).chars().mapToObj(meaning).toList();
    }

    static CarmineProtocolException unknown(String what) {
        return new CarmineProtocolException("the queue's script has replied something unknown: " + what, -1, null);
    }

    /** The status of each id, in the order of the ids. */
    static List<MessageStatus> statuses(List<String> ids, @Nullable Object reply) {
        List<?> found = elements(reply);
        List<MessageStatus> statuses = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            statuses.add(status(ids.get(i), elements(found.get(i))));
        }
        return statuses;
    }

    /** State, whether content waits, time, record, last error, progress; or nothing. */
    private static MessageStatus status(String id, List<?> fields) {
        if (fields.isEmpty()) {
            return unknownMessage(id, QueueState.ABSENT, null);
        }
        char letter = text(fields.get(0)).charAt(0);
        Instant time = instant(text(fields.get(2)));
        if (letter == 'u') {
            return unknownMessage(id, QueueState.DEDUPLICATING, time);
        }
        return status(
                id,
                state(letter, text(fields.get(1)).equals("1")),
                MessageRecord.parse(text(fields.get(3))),
                time,
                text(fields.get(4)),
                text(fields.get(5)));
    }

    private static MessageStatus unknownMessage(String id, QueueState state, @Nullable Instant until) {
        return new MessageStatus(id, state, null, until, null, 0, 0, 0, null, null, false, null, null);
    }

    private static MessageStatus status(
            String id, QueueState state, MessageRecord record, Instant time, String lastError, String progress) {
        boolean dead = state == QueueState.DEAD;
        boolean ready = state == QueueState.READY || state == QueueState.READY_WITH_REQUEUE;
        return new MessageStatus(
                id,
                state,
                Instant.ofEpochMilli(record.enqueuedAt()),
                dead || ready ? null : time,
                dead ? time : null,
                dead ? record.failures() : record.attempt(),
                record.deliveries(),
                record.priority(),
                nullIfEmpty(record.group()),
                nullIfEmpty(record.worker()),
                record.isCancelling(),
                nullIfEmpty(lastError),
                nullIfEmpty(progress));
    }

    private static QueueState state(char letter, boolean requeued) {
        return switch (letter) {
            case 'r', 'g' -> requeued ? QueueState.READY_WITH_REQUEUE : QueueState.READY;
            case 'd' -> requeued ? QueueState.DELAYED_WITH_REQUEUE : QueueState.DELAYED;
            case 'l' -> requeued ? QueueState.LEASED_WITH_REQUEUE : QueueState.LEASED;
            case 'w' -> QueueState.DEDUPLICATING_WITH_REQUEUE;
            case 'x' -> QueueState.DEAD;
            default -> throw unknown("state " + letter);
        };
    }

    /**
     * The messages of a list, each with id, time, record, envelope or nil, last error, progress, whether content waits.
     */
    static List<FoundMessage> found(@Nullable Object reply) {
        return elements(reply).stream()
                .map(Replies::elements)
                .map(Replies::listed)
                .toList();
    }

    private static FoundMessage listed(List<?> fields) {
        MessageRecord record = MessageRecord.parse(text(fields.get(2)));
        MessageStatus status = status(
                text(fields.get(0)),
                state(record.state(), text(fields.get(6)).equals("1")),
                record,
                instant(text(fields.get(1))),
                text(fields.get(4)),
                text(fields.get(5)));
        return new FoundMessage(status, fields.get(3) instanceof byte[] envelope ? envelope : null);
    }

    static QueueStats stats(@Nullable Map<String, @Nullable String> reply) {
        Numbers numbers = new Numbers(Objects.requireNonNull(reply));
        long oldest = numbers.of("oldestReady");
        return new QueueStats(
                numbers.of("ready"),
                numbers.of("backlog"),
                numbers.of("delayed"),
                numbers.of("leased"),
                numbers.of("dead"),
                numbers.of("waiting"),
                numbers.of("deduplicating"),
                numbers.of("schedules"),
                oldest == 0 ? null : Instant.ofEpochMilli(oldest),
                numbers.of("paused") == 1,
                new QueueTotals(
                        numbers.of("accepted"),
                        numbers.of("delivered"),
                        numbers.of("redelivered"),
                        numbers.of("acknowledged"),
                        numbers.of("retried"),
                        numbers.of("released"),
                        numbers.of("deadLettered"),
                        numbers.of("cancelled"),
                        numbers.of("expired"),
                        numbers.of("cleared"),
                        numbers.of("purged"),
                        numbers.of("redriven"),
                        numbers.of("leasesLost"),
                        numbers.of("reclaimed")));
    }

    static List<?> elements(@Nullable Object value) {
        if (value instanceof List<?> elements) {
            return elements;
        }
        throw unknown(nameOf(value) + " in the place of a list");
    }

    static String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        throw unknown(nameOf(value) + " in the place of text");
    }

    private static String nameOf(@Nullable Object value) {
        return value == null ? "nothing" : value.getClass().getSimpleName();
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Scores are whole milliseconds, but a server may write large ones with an exponent. */
    private static Instant instant(String millis) {
        return Instant.ofEpochMilli((long) Double.parseDouble(millis));
    }

    /** Numbers by their names. */
    private record Numbers(Map<String, @Nullable String> values) {
        long of(String name) {
            String value = values.get(name);
            if (value == null) {
                throw unknown("no number " + name);
            }
            return Long.parseLong(value);
        }
    }
}
