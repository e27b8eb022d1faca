package dev.carmine.mq.internal.schedule;

/** A definition of a schedule that this program cannot follow; others may. */
final class UnreadableDefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableDefinitionException(String why) {
        super(why);
    }

    UnreadableDefinitionException(String why, RuntimeException cause) {
        super(why, cause);
    }
}
