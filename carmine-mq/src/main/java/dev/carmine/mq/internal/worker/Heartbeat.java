package dev.carmine.mq.internal.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Extends the leases of a worker: all in one call, when a third of the shortest is over, or soon after a handler has told
 * of its progress. It also hears which messages are to be cancelled, and which leases are lost.
 */
final class Heartbeat {
    /** Progress is told no more often than this. */
    private static final long PROGRESS_INTERVAL = Clock.ofMillis(1_000);

    private static final int MOST = 256;

    private final Desk desk;
    private final QueueLink link;
    private final Supplier<String> worker;
    private final Troubles troubles;
    private final Pauses pauses = new Pauses(ThreadLocalRandom.current());

    // Guarded by the desk's lock.
    private boolean progressed;
    private long last;
    private long notBefore;

    Heartbeat(Desk desk, QueueLink link, Supplier<String> worker, Troubles troubles) {
        this.desk = desk;
        this.link = link;
        this.worker = worker;
        this.troubles = troubles;
    }

    /** A handler has told of its progress; under the lock. */
    void progressed() {
        progressed = true;
    }

    /** When the next beat is due; under the lock. */
    long dueAt() {
        long due = desk.held.renewAt();
        if (progressed) {
            due = Math.min(due, last + PROGRESS_INTERVAL);
        }
        return Math.max(due, notBefore);
    }

    /** Extends all leases that are to be extended; without the lock. */
    void beat() {
        List<Extension> extensions = desk.under(this::extensions);
        for (int from = 0; from < extensions.size(); from += MOST) {
            if (!extend(extensions.subList(from, Math.min(from + MOST, extensions.size())))) {
                return;
            }
        }
    }

    private List<Extension> extensions() {
        progressed = false;
        last = desk.clock.now();
        List<Extension> extensions = new ArrayList<>();
        for (Lease lease : desk.held.all()) {
            if (lease.renewAt() != Clock.NEVER) {
                extensions.add(new Extension(lease, lease.nextTerm(), lease.takeProgress()));
            }
        }
        if (extensions.isEmpty()) {
            desk.held.renewed();
        }
        return extensions;
    }

    private boolean extend(List<Extension> extensions) {
        long sentAt = desk.clock.now();
        try {
            String letters = link.extend(worker.get(), extensions);
            desk.under(() -> {
                pauses.succeeded();
                return heard(extensions, letters, sentAt);
            });
            return true;
        } catch (Throwable e) {
            desk.under(() -> failed(extensions, e));
            return false;
        }
    }

    /**
     * Extends one lease for its handler, and waits for it; without the lock.
     *
     * @param millis how long it lasts from now on
     * @return false if it was lost
     */
    boolean extendNow(Lease lease, long millis) {
        lease.lasts(millis);
        List<Extension> extensions = List.of(new Extension(lease, millis, lease.takeProgress()));
        long sentAt = desk.clock.now();
        try {
            String letters = link.extend(worker.get(), extensions);
            desk.under(() -> heard(extensions, letters, sentAt));
            return !lease.isGivenUp();
        } catch (Throwable e) {
            desk.under(() -> {
                putBack(extensions);
                return null;
            });
            throw e;
        }
    }

    private boolean heard(List<Extension> extensions, String letters, long sentAt) {
        for (int i = 0; i < extensions.size(); i++) {
            Extension extension = extensions.get(i);
            Lease lease = extension.lease();
            switch (letters.charAt(i)) {
                case 'k' -> lease.extended(sentAt, extension.millis());
                case 'c' -> {
                    lease.extended(sentAt, extension.millis());
                    lease.cancel();
                }
                default -> lost(lease);
            }
        }
        desk.held.renewed();
        desk.changed();
        return true;
    }

    /** One that is finished may be settled by now; the exchange that settles it tells what became of it. */
    private void lost(Lease lease) {
        if (!lease.finished && desk.held.remove(lease)) {
            lease.lose();
            desk.tally.leasesLost.increment();
        }
    }

    private boolean failed(List<Extension> extensions, Throwable e) {
        putBack(extensions);
        desk.tally.errors.increment();
        notBefore = desk.clock.now() + pauses.next();
        troubles.tell(pauses.areFrequent(), "leases could not be extended; it is tried again", e);
        return false;
    }

    private void putBack(List<Extension> extensions) {
        for (Extension extension : extensions) {
            extension.lease().giveBackProgress(extension.progress());
            progressed |= !extension.progress().isEmpty();
        }
    }
}
