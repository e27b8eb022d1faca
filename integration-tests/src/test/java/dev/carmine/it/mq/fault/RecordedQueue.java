package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineException;
import dev.carmine.client.Command;
import dev.carmine.client.command.Strings;
import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.mq.CancelResult;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.EnqueueResult;
import dev.carmine.mq.EnqueueStatus;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.RedriveResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A queue for those who enqueue and cancel: what they ask and what they are told is written down. Confined to a thread. */
final class RecordedQueue {
    /** The body of messages that a schedule enqueues, all of which have the same: their contents are called by their ids. */
    static final String TICK = "";

    private static final long REPEAT_FOR = TimeUnit.SECONDS.toNanos(30);
    private static final long REPEAT_AFTER = TimeUnit.MILLISECONDS.toNanos(20);

    private final Carmine redis;
    private final MessageQueue<String> queue;
    private final HistoryFile history;
    private final String name;
    private int calls;

    /**
     * Takes pen and paper.
     *
     * @param name that no one else has who writes about this queue
     */
    RecordedQueue(Carmine redis, MessageQueue<String> queue, HistoryFile history, String name) {
        this.redis = redis;
        this.queue = queue;
        this.history = history;
        this.name = name;
    }

    /** Begins an enqueue: what can be run several times. */
    Command<EnqueueResult> begin(String content, EnqueueOptions options) {
        written(content, options);
        return queue.enqueueCommand(content, options);
    }

    void run(Carmine client, String content, Command<EnqueueResult> command) {
        answered(content, client.call(command));
    }

    /** What fails is tried again, with the same token, for less than the minute in which the server knows it. */
    void enqueue(String content, EnqueueOptions options, boolean inTransaction) {
        Command<EnqueueResult> command = begin(content, options);
        long end = System.nanoTime() + REPEAT_FOR;
        while (System.nanoTime() - end < 0) {
            try {
                answered(
                        content,
                        inTransaction
                                ? (EnqueueResult) redis.multi(Strings.incr("count"), command)
                                        .get(1)
                                : redis.call(command));
                return;
            } catch (CarmineException e) {
                LockSupport.parkNanos(REPEAT_AFTER);
            }
        }
    }

    /**
     * Enqueues all in one call.
     *
     * @param messages how each is enqueued, by its content, in order
     */
    void enqueueAll(Map<String, EnqueueOptions> messages) {
        messages.forEach(this::written);
        List<String> contents = List.copyOf(messages.keySet());
        try {
            List<EnqueueResult> results = queue.enqueueMessages(messages.entrySet().stream()
                    .map(message -> queue.newMessage(message.getKey(), message.getValue()))
                    .toList());
            for (int i = 0; i < results.size(); i++) {
                answered(contents.get(i), results.get(i));
            }
        } catch (CarmineException e) {
            // Nobody knows what became of them.
        }
    }

    private void written(String content, EnqueueOptions options) {
        String id = Objects.requireNonNull(options.id());
        String group = options.group();
        Duration life = options.expireAfter();
        history.write(
                Kind.ENQUEUE,
                content,
                id,
                options.delay().toMillis(),
                group == null ? "" : group,
                life == null ? 0 : life.toMillis());
    }

    private void answered(String content, EnqueueResult result) {
        history.write(Kind.ENQUEUED, content, letter(result.status()));
    }

    void cancel(String id) {
        String number = nextNumber();
        history.write(Kind.CANCEL, number, id);
        try {
            history.write(Kind.CANCELLED, number, letter(queue.cancel(id)));
        } catch (CarmineException e) {
            // Nobody knows.
        }
    }

    /** Makes the oldest dead messages ready again. */
    void redrive(int most) {
        List<String> numbers = new ArrayList<>();
        try {
            List<String> ids = queue.messages(QueueState.DEAD, 0, most).stream()
                    .map(message -> message.id())
                    .toList();
            for (String id : ids) {
                numbers.add(nextNumber());
                history.write(Kind.REDRIVE, numbers.get(numbers.size() - 1), id);
            }
            List<RedriveResult> results = queue.redrive(ids);
            for (int i = 0; i < results.size(); i++) {
                history.write(Kind.REDRIVEN, numbers.get(i), letter(results.get(i)));
            }
        } catch (CarmineException e) {
            // Nobody knows.
        }
    }

    private String nextNumber() {
        return name + "-" + calls++;
    }

    private static char letter(EnqueueStatus status) {
        return switch (status) {
            case ADDED -> 'a';
            case UPDATED -> 'u';
            case REQUEUED -> 'r';
            case ALREADY_QUEUED -> 'q';
            case LOCKED -> 'l';
            case DEDUPLICATED -> 'd';
        };
    }

    private static char letter(CancelResult result) {
        return switch (result) {
            case CANCELLED -> 'c';
            case CANCELLING -> 'p';
            case NOT_FOUND -> 'n';
        };
    }

    private static char letter(RedriveResult result) {
        return switch (result) {
            case REDRIVEN -> 'r';
            case REFUSED -> 'l';
            case NOT_FOUND -> 'n';
        };
    }
}
