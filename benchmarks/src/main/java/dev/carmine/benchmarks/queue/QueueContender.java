package dev.carmine.benchmarks.queue;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The queues under comparison. Redisson is not among them: its queue with acknowledgements, {@code RReliableQueue}, is not
 * in the free edition, and a message taken from its {@code RBlockingQueue} is lost if its consumer crashes, so that the two
 * would not do the same work.
 */
public enum QueueContender {
    /** This project's queue. */
    CARMINE("Carmine"),
    /** A queue for Node.js. */
    BULLMQ("BullMQ");

    private final String title;

    QueueContender(String title) {
        this.title = title;
    }

    /**
     * The queue with this name, in any case.
     *
     * @throws IllegalArgumentException if there is none; the message lists them all
     */
    public static QueueContender named(String name) {
        for (QueueContender contender : values()) {
            if (contender.title.equalsIgnoreCase(name)) {
                return contender;
            }
        }
        String all = Arrays.stream(values()).map(QueueContender::title).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("There is no queue '" + name + "'. Choose from: " + all + ".");
    }

    /** The name on the command line and in the file of results. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name as its makers write it. */
    public String title() {
        return title;
    }
}
