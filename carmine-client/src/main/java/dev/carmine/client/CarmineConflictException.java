package dev.carmine.client;

/**
 * A {@linkplain Carmine#transaction transaction} was not executed, because a key that it watched was changed by others in
 * each of its attempts; or nothing was {@linkplain Swaps swapped}, because the value was.
 */
public final class CarmineConflictException extends CarmineException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message how often it was attempted, and the remedy
     */
    public CarmineConflictException(String message) {
        super(message, null);
    }
}
