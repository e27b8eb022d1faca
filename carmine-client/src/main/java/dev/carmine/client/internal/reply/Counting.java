package dev.carmine.client.internal.reply;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the parts of a reply one after the other, and says which of them it was if that has thrown.
 *
 * @param <T> what a part is
 */
final class Counting<T extends @Nullable Object> implements UnaryOperator<T> {
    private final String kind;
    private final UnaryOperator<T> mapping;
    private int position;

    /**
     * Begins at 0.
     *
     * @param kind what a part is called
     * @param mapping what replaces it
     */
    Counting(String kind, UnaryOperator<T> mapping) {
        this.kind = kind;
        this.mapping = mapping;
    }

    @Override
    public T apply(T part) {
        try {
            T mapped = mapping.apply(part);
            position++;
            return mapped;
        } catch (Failure e) {
            throw new Failure(place() + ", " + e.place(), e.reason());
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw new Failure(place(), e);
        }
    }

    private String place() {
        return kind + " " + position;
    }

    /** Carries the place up to where the type and the command are known. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String place;

        Failure(String place, Throwable reason) {
            super(place, reason, false, false);
            this.place = place;
        }

        String place() {
            return place;
        }

        Throwable reason() {
            return Objects.requireNonNull(getCause(), "given above");
        }
    }
}
