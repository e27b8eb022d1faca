package dev.carmine.mq.internal.worker;

import dev.carmine.client.Carmine;
import dev.carmine.mq.internal.QueueCalls;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A worker without threads, for tests: it makes the exchanges of one that handles one message at a time, in the thread that
 * calls. Not thread-safe.
 */
public final class CallersWorker {
    private static final int ID_LENGTH = 12;

    /** A worker that would block at all is told whether there is something to do. */
    private static final int SHORTEST_BLOCK = 1;

    /** Each exchange moves a slice at least, so that this is more than any test has. */
    private static final int MOST_EMPTY = 10_000;

    private final QueueLink link;
    private final Work work;
    private final Clock clock;
    private final String worker = UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH);
    private long number;
    private long answered;

    /**
     * Makes a worker.
     *
     * @param redis the client
     * @param calls the queue
     * @param work what is done with messages, and known when it returns
     * @param nanoTime the time that leases follow
     */
    public CallersWorker(Carmine redis, QueueCalls calls, Work work, LongSupplier nanoTime) {
        this.link = new ServerLink(redis, calls.keys(), calls.scripts(), "the caller's thread");
        this.work = work;
        this.clock = new Clock(nanoTime);
    }

    /**
     * Handles what can be handed out, and what comes to be so by that, until there is nothing more.
     *
     * @param most when to stop in any case
     * @return how many messages were handled
     */
    public int run(int most) {
        int handled = 0;
        @Nullable Lease lease = exchange(1, List.of());
        while (lease != null) {
            Settle settle = work.handle(lease, later -> {});
            if (settle == null) {
                throw new IllegalStateException("a handler that ends later cannot run in the caller's thread");
            }
            handled++;
            lease = exchange(handled < most ? 1 : 0, List.of(settle));
        }
        return handled;
    }

    private @Nullable Lease exchange(int slots, List<Settle> settles) {
        List<Settle> toSettle = settles;
        for (int attempt = 0; attempt < MOST_EMPTY; attempt++) {
            long sentAt = clock.now();
            ExchangeReply reply =
                    link.exchange(new ExchangeCall(worker, ++number, answered, slots, 0, SHORTEST_BLOCK, toSettle, 0));
            answered = number;
            if (reply.dueSchedules() > 0) {
                int unused = link.attendToSchedules();
            }
            if (!reply.grants().isEmpty()) {
                return new Lease(reply.grants().get(0), sentAt, clock, new Keeper());
            }
            if (slots == 0 || (reply.block() > 0 && reply.dueSchedules() == 0)) {
                return null;
            }
            toSettle = List.of(); // there is more, behind what was dropped or is yet to be promoted
        }
        return null;
    }

    /** Extends at once, as there is no heartbeat. */
    private final class Keeper implements Lease.Keeper {
        @Override
        public boolean extend(Lease lease, long millis) {
            lease.lasts(millis);
            long sentAt = clock.now();
            String letter = link.extend(worker, List.of(new Extension(lease, millis, lease.takeProgress())));
            if (letter.equals("l")) {
                lease.lose();
                return false;
            }
            lease.extended(sentAt, millis);
            if (letter.equals("c")) {
                lease.cancel();
            }
            return true;
        }

        @Override
        public void progressed() {}
    }
}
