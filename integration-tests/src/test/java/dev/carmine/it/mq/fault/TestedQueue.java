package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.TypeRef;
import dev.carmine.mq.MessageInfo;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.QueueOptions.Rate;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.QueueStats;
import dev.carmine.mq.internal.QueueKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The queues that all processes of a campaign use. */
enum TestedQueue {
    /** Delays, priorities, groups of one slot, ids that are used again and again, cancellations. */
    MIXED(4, 1, 0),

    /** Recurring messages, and more than the rate lets through at once, so that some expire. */
    METERED(4, 1, 20),

    /** Groups of several slots, and dead messages that are redriven; since a single failure is death, there are many. */
    GROUPED(1, 3, 0);

    static final Duration LEASE = Duration.ofMillis(600);

    private static final int DELIVERIES = 12;
    private static final int CONCURRENCY = 20;
    private static final Duration WINDOW = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int MOST_DEAD = 1_000_000;
    private static final int MOST_CHECKED = 1_000_000;
    private static final int PAGE = 200;

    private final int attempts;
    private final int slots;
    private final int rate;

    /**
     * A queue.
     *
     * @param slots of each group
     * @param rate how many leases in a window; 0 for no limit
     */
    TestedQueue(int attempts, int slots, int rate) {
        this.attempts = attempts;
        this.slots = slots;
        this.rate = rate;
    }

    static Carmine connect(String uri) {
        return Carmine.connect(ClientOptions.builder()
                .uri(uri)
                .commandTimeout(TIMEOUT)
                .connectTimeout(TIMEOUT)
                .connectLazily()
                .build());
    }

    Limits limits() {
        return new Limits(attempts, DELIVERIES, CONCURRENCY, slots, new Rate(rate, WINDOW), PATIENCE);
    }

    QueueKeys keys() {
        return new QueueKeys(name(), null);
    }

    /** Where a process writes what it does with this queue. */
    Path history(Path ofProcess) {
        return ofProcess.resolveSibling(ofProcess.getFileName() + "." + name());
    }

    MessageQueue<String> open(Carmine redis) {
        Limits limits = limits();
        QueueOptions options = QueueOptions.builder()
                .lease(LEASE)
                .maxAttempts(limits.attempts())
                .maxDeliveries(limits.deliveries())
                .concurrency(limits.concurrency())
                .groupConcurrency(limits.groups())
                .rate(limits.rate())
                .deadCapacity(MOST_DEAD)
                .build();
        return MessageQueue.of(redis, name(), TypeRef.of(String.class), options);
    }

    /** Opens it, in spite of faults. */
    MessageQueue<String> openPatiently(Carmine redis) {
        return patiently(() -> open(redis));
    }

    private static <R> R patiently(Supplier<R> attempt) {
        while (true) {
            try {
                return attempt.get();
            } catch (CarmineException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    static long living(QueueStats stats) {
        return stats.ready() + stats.backlog() + stats.delayed() + stats.leased() + stats.waiting();
    }

    /** What fsck finds, in spite of faults. Nothing else runs meanwhile, so at no time may there be anything. */
    static List<String> checkPatiently(MessageQueue<String> queue) {
        return patiently(() -> queue.check(MOST_CHECKED));
    }

    /**
     * Looks at a drained queue.
     *
     * @param earlier what fsck has found before
     */
    static EndState end(MessageQueue<String> queue, List<String> earlier) {
        QueueStats stats = queue.stats();
        List<String> findings = new ArrayList<>(earlier);
        findings.addAll(queue.check(MOST_CHECKED));
        return new EndState(
                dead(queue),
                living(stats),
                stats.totals().accepted(),
                stats.totals().acknowledged(),
                stats.totals().expired(),
                stats.totals().redriven(),
                findings);
    }

    private static Set<String> dead(MessageQueue<String> queue) {
        Set<String> contents = new HashSet<>();
        List<MessageInfo<String>> page;
        int offset = 0;
        do {
            page = queue.messages(QueueState.DEAD, offset, PAGE);
            page.forEach(message -> contents.add(message.body()
                    .filter(body -> !body.equals(RecordedQueue.TICK))
                    .orElse(message.id())));
            offset += PAGE;
        } while (page.size() == PAGE);
        return contents;
    }
}
