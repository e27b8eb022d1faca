package dev.carmine.it.mq.fault;

import org.jspecify.annotations.Nullable;

/**
 * Something that was enqueued, under a name that no other content has: it is the body of the message.
 *
 * @param delay in ms
 * @param life after how many ms it expires; 0 if it does not
 * @param parent the settle it is chained to; null if it was enqueued by itself
 * @param begun when it was first asked for
 * @param answered when the first answer was there; {@link History#NEVER} if none was
 */
record Content(
        String name,
        String id,
        long delay,
        String group,
        long life,
        @Nullable Settled parent,
        long begun,
        long answered,
        Fate fate) {

    /** What became of it, as far as its producer was told. */
    enum Fate {
        ADDED,
        REQUEUED,
        UPDATED,
        REFUSED,
        UNKNOWN;

        static Fate of(char letter) {
            return switch (letter) {
                case 'a' -> ADDED;
                case 'r' -> REQUEUED;
                case 'u' -> UPDATED;
                case 'q', 'l', 'd' -> REFUSED;
                default -> throw new IllegalArgumentException("no script answers an enqueue with " + letter);
            };
        }

        boolean isAccepted() {
            return this == ADDED || this == REQUEUED || this == UPDATED;
        }
    }

    Content answered(long at, Fate told) {
        return new Content(name, id, delay, group, life, parent, begun, Math.min(answered, at), told);
    }
}
