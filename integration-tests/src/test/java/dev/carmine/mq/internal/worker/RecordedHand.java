package dev.carmine.mq.internal.worker;

import dev.carmine.client.Carmine;
import dev.carmine.it.mq.fault.HistoryFile;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.QueueScripts;
import java.util.List;

/** A worker that is told each step, and writes a history. Confined to a thread. */
public final class RecordedHand {
    private final QueueLink link;
    private final Clock clock = new Clock(System::nanoTime);
    private final String worker;
    private long number;

    /**
     * Takes a place at a queue.
     *
     * @param worker twelve characters
     */
    public RecordedHand(Carmine redis, QueueKeys keys, String worker, HistoryFile history) {
        this.link = new RecordingLink(new ServerLink(redis, keys, QueueScripts.production(), "by hand"), history);
        this.worker = worker;
    }

    /** Leases the one message there is. */
    public Lease lease() {
        List<Grant> grants = exchange(1, List.of()).grants();
        if (grants.size() != 1) {
            throw new IllegalStateException("there is no message to lease");
        }
        return new Lease(grants.get(0), clock.now(), clock, new NoKeeper());
    }

    /** Says that a message is done, whether the lease is lost or not. */
    public void succeed(Lease lease) {
        ExchangeReply unused = exchange(0, List.of(Settle.success(lease, 0, null, List.of())));
    }

    private ExchangeReply exchange(int slots, List<Settle> settles) {
        long answered = number++;
        return link.exchange(new ExchangeCall(worker, number, answered, slots, 0, settles, 0));
    }

    /** Nobody extends what is leased by hand. */
    private static final class NoKeeper implements Lease.Keeper {
        @Override
        public boolean extend(Lease lease, long millis) {
            return false;
        }

        @Override
        public void progressed() {}
    }
}
