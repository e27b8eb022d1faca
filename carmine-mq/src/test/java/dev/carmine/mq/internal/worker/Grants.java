package dev.carmine.mq.internal.worker;

import dev.carmine.mq.internal.MessageRecord;

/** Messages as an exchange hands them out. */
final class Grants {
    /** How long their leases last, in milliseconds. */
    static final long TERM = 30_000;

    private Grants() {}

    static Grant grant(String id) {
        return new Grant(id, record(), TERM, new byte[] {1}, 0);
    }

    /** The lease of a message; nobody extends it. */
    static Lease lease(String id) {
        return new Lease(grant(id), 0, new Clock(() -> 0), new Lease.Keeper() {
            @Override
            public boolean extend(Lease which, long millis) {
                return false;
            }

            @Override
            public void progressed() {}
        });
    }

    /** A record delivered 1.5 seconds after it was enqueued. */
    private static MessageRecord record() {
        return MessageRecord.parse(
                "l--" + "0000001001500000" + "000001" + "000000" + "worker000000" + ":1:0:0:1:0:1000000:0:0:");
    }
}
