package dev.carmine.it.mq.fault;

/**
 * An attempt to make a dead message ready again.
 *
 * @param answered when it was answered; {@link History#NEVER} if it was not
 * @param letter of the answer; a question mark if there was none
 */
record Redriven(String id, long begun, long answered, char letter) {
    boolean isDone() {
        return letter == 'r';
    }

    boolean mayBeDone() {
        return isDone() || letter == '?';
    }

    /** Whether it may have been done between two times. */
    boolean mayBeDone(long from, long to) {
        return mayBeDone() && answered > from && begun < to;
    }
}
