package dev.carmine.it.mq.fault;

/**
 * A cancellation.
 *
 * @param answered when it was answered; {@link History#NEVER} if it was not
 * @param letter of the answer; a question mark if there was none
 */
record Cancelled(String id, long begun, long answered, char letter) {
    boolean isUnknown() {
        return letter == '?';
    }

    /** Whether it may have taken content away that was asked for at a time. */
    boolean mayHaveTaken(long begunAt) {
        return letter != 'n' && answered > begunAt;
    }
}
