package dev.carmine.benchmarks.queue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a queue. All messages have a body of 64 bytes of text, and are deleted when they are acknowledged;
 * handlers check the length of the body and do nothing else.
 */
public enum QueueScenario {
    ENQUEUE("Enqueue, batches of 100", Kind.ENQUEUE, 0, 0, 0),
    CONSUME_100("Consume, 100 at a time", Kind.CONSUME, 1, 100, 0),
    CONSUME_1("Consume, one at a time", Kind.CONSUME, 1, 1, 0),
    CONSUME_100_DELAYED("Consume, 100 at a time, beside 100,000 delayed", Kind.CONSUME, 1, 100, 100_000),
    LATENCY("Enqueue to handler, idle queue", Kind.LATENCY, 1, 1, 0),
    IDLE("An idle worker, 10 s", Kind.IDLE, 1, 1, 0),
    WAKE_200("200 idle workers, one message", Kind.WAKE, 200, 1, 0);

    /** Bytes of each body. */
    static final int BODY_LENGTH = 64;

    /** Messages that are enqueued with one call. */
    static final int BATCH = 100;

    /** What the process of a trial does. */
    enum Kind {
        /** One caller enqueues batches, each when the one before is answered. */
        ENQUEUE(null),
        /** The queue is filled while it is paused, and then emptied: from the resumption to the last acknowledgement. */
        CONSUME(null),
        /**
         * In turns a {@code PING}, and a message to a worker that waits, by the same process, with a pause of two
         * milliseconds before each.
         */
        LATENCY(null),
        /** A worker waits, and nothing comes. */
        IDLE(Duration.ofSeconds(10)),
        /**
         * Many workers wait, and one message comes; the scripts that this causes are those of the next second. Each
         * worker has looked for itself shortly before, and does so again after four seconds at the earliest, so that the
         * message alone is the cause.
         */
        WAKE(Duration.ofSeconds(1));

        private final @Nullable Duration time;

        Kind(@Nullable Duration time) {
            this.time = time;
        }
    }

    private final String title;
    private final Kind kind;
    private final int workers;
    private final int concurrency;
    private final int delayed;

    QueueScenario(String title, Kind kind, int workers, int concurrency, int delayed) {
        this.title = title;
        this.kind = kind;
        this.workers = workers;
        this.concurrency = concurrency;
        this.delayed = delayed;
    }

    /**
     * The scenario with this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists them all
     */
    public static QueueScenario named(String id) {
        for (QueueScenario scenario : values()) {
            if (scenario.id().equals(id)) {
                return scenario;
            }
        }
        String all = Arrays.stream(values()).map(QueueScenario::id).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("There is no scenario '" + id + "'. Choose from: " + all + ".");
    }

    /** The name on the command line and in the file of results, such as {@code consume-100}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name in the table. */
    String title() {
        return title;
    }

    /** What the process does. */
    Kind kind() {
        return kind;
    }

    /** How many workers there are. */
    int workers() {
        return workers;
    }

    /** How many messages each worker handles at a time. */
    int concurrency() {
        return concurrency;
    }

    /** How many messages lie beside in the queue that are due in an hour. */
    int delayed() {
        return delayed;
    }

    /** What is measured, in the order of the table. */
    List<Figure> figures() {
        return switch (kind) {
            case ENQUEUE, CONSUME -> List.of(Figure.RATE, Figure.SERVER_TIME, Figure.SERVER_CPU, Figure.CLIENT_CPU);
            case LATENCY -> List.of(Figure.P50, Figure.P99, Figure.PING_P50, Figure.PING_P99);
            case IDLE -> List.of(Figure.SCRIPTS, Figure.COMMANDS, Figure.IDLE_CPU);
            case WAKE -> List.of(Figure.SCRIPTS);
        };
    }

    /** How long it is measured: as long as usual, unless the scenario itself says. */
    Duration time(Duration usual) {
        return kind.time == null ? usual : kind.time;
    }

    /** Whether all workers wait for messages when the measurement begins. */
    boolean beginsIdle() {
        return kind == Kind.IDLE || kind == Kind.WAKE;
    }
}
