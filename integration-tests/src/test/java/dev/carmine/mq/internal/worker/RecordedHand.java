package dev.carmine.mq.internal.worker;

import dev.carmine.client.Carmine;
import dev.carmine.it.mq.fault.HistoryFile;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.QueueScripts;
import java.util.List;
import java.util.Optional;

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

    /** Leases the next message, which there must be. */
    public Lease lease() {
        return leaseIfAny().orElseThrow(() -> new IllegalStateException("there is no message to lease"));
    }

    /** Leases the next message, if one can be had. */
    public Optional<Lease> leaseIfAny() {
        return exchange(1, List.of()).grants().stream()
                .findFirst()
                .map(grant -> new Lease(grant, clock.now(), clock, new NoKeeper()));
    }

    /** Says that a message is done, whether the lease is lost or not. */
    public void succeed(Lease lease) {
        ExchangeReply unused = exchange(0, List.of(Settle.success(lease, 0, null, List.of())));
    }

    private ExchangeReply exchange(int slots, List<Settle> settles) {
        long answered = number++;
        return link.exchange(new ExchangeCall(worker, number, answered, slots, 0, 0, settles, 0));
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
