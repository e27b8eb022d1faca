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
import dev.carmine.mq.OnDuplicate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that enqueues messages of every kind, and cancels some. What fails it tries again, with the same token, for
 * less than the minute in which the server knows it. Arguments: address, history, name, seed, how many messages.
 */
final class ProducerProcess {
    /** Ids that are used again and again, by all producers. */
    private static final int SHARED_IDS = 8;

    private static final int GROUPS = 5;
    private static final int MOST_DELAY = 1_500;
    private static final int IN_ONE_GO = 20;
    private static final long REPEAT_FOR = TimeUnit.SECONDS.toNanos(30);
    private static final long REPEAT_AFTER = TimeUnit.MILLISECONDS.toNanos(20);

    private final Carmine redis;
    private final MessageQueue<String> queue;
    private final HistoryFile history;
    private final String name;
    private final SplittableRandom random;
    private int enqueued;
    private int cancels;

    private ProducerProcess(Carmine redis, MessageQueue<String> queue, HistoryFile history, String name, long seed) {
        this.redis = redis;
        this.queue = queue;
        this.history = history;
        this.name = name;
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] args) {
        try (Carmine redis = TestedQueue.connect(args[0]);
                HistoryFile history = new HistoryFile(Path.of(args[1]))) {
            MessageQueue<String> queue = TestedQueue.openPatiently(redis);
            ProducerProcess producer = new ProducerProcess(redis, queue, history, args[2], Long.parseLong(args[3]));
            producer.produce(Integer.parseInt(args[4]));
        }
    }

    private void produce(int count) {
        while (enqueued < count) {
            int kind = random.nextInt(100);
            if (kind < 5) {
                enqueueMany();
            } else if (kind < 10) {
                cancel();
            } else {
                enqueueOne(kind < 20);
            }
        }
    }

    private String nextContent() {
        return name + "-" + enqueued++;
    }

    private EnqueueOptions options(String content) {
        EnqueueOptions.Builder options = EnqueueOptions.builder().id(content);
        switch (random.nextInt(10)) {
            case 0, 1 -> options.group("group" + random.nextInt(GROUPS));
            case 2 -> options.priority(random.nextInt(-15, 16));
            case 3 -> options.delay(Duration.ofMillis(random.nextInt(MOST_DELAY)));
            case 4, 5 -> {
                options.id("shared" + random.nextInt(SHARED_IDS));
                switch (random.nextInt(4)) {
                    case 0 -> options.onDuplicate(OnDuplicate.UPDATE);
                    case 1 -> options.onDuplicate(OnDuplicate.REQUEUE);
                    case 2 -> options.onDuplicate(OnDuplicate.UPDATE, OnDuplicate.REQUEUE);
                    default -> {}
                }
            }
            default -> {}
        }
        return options.build();
    }

    private void enqueueOne(boolean inTransaction) {
        String content = nextContent();
        EnqueueOptions options = options(content);
        Command<EnqueueResult> command = queue.enqueueCommand(content, options);
        begin(content, options);
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

    private void enqueueMany() {
        List<String> contents =
                random.ints(IN_ONE_GO).mapToObj(i -> nextContent()).toList();
        contents.forEach(content -> begin(content, EnqueueOptions.withId(content)));
        try {
            List<EnqueueResult> results = queue.enqueueMessages(contents.stream()
                    .map(content -> queue.newMessage(content, EnqueueOptions.withId(content)))
                    .toList());
            for (int i = 0; i < IN_ONE_GO; i++) {
                answered(contents.get(i), results.get(i));
            }
        } catch (CarmineException e) {
            // Nobody knows what became of them.
        }
    }

    private void cancel() {
        String id = random.nextBoolean() || enqueued == 0
                ? "shared" + random.nextInt(SHARED_IDS)
                : name + "-" + random.nextInt(Math.max(0, enqueued - 50), enqueued);
        String number = name + "-" + cancels++;
        history.write(Kind.CANCEL, number, id);
        try {
            history.write(Kind.CANCELLED, number, letter(queue.cancel(id)));
        } catch (CarmineException e) {
            // Nobody knows.
        }
    }

    private void begin(String content, EnqueueOptions options) {
        String id = Objects.requireNonNull(options.id());
        String group = options.group();
        history.write(Kind.ENQUEUE, content, id, options.delay().toMillis(), group == null ? "" : group);
    }

    private void answered(String content, EnqueueResult result) {
        history.write(Kind.ENQUEUED, content, letter(result.status()));
    }

    static char letter(EnqueueStatus status) {
        return switch (status) {
            case ADDED -> 'a';
            case UPDATED -> 'u';
            case REQUEUED -> 'r';
            case ALREADY_QUEUED -> 'q';
            case LOCKED -> 'l';
            case DEDUPLICATED -> 'd';
        };
    }

    static char letter(CancelResult result) {
        return switch (result) {
            case CANCELLED -> 'c';
            case CANCELLING -> 'p';
            case NOT_FOUND -> 'n';
        };
    }
}
