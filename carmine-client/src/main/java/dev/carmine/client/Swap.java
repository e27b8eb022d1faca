package dev.carmine.client;

import dev.carmine.client.internal.Unchecked;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a value: the answer of the function that is given to {@link Swaps#swap}, with what that returns
 * then. Immutable.
 *
 * @param <R> what is returned
 */
public final class Swap<R extends @Nullable Object> {
    private final Action action;
    private final @Nullable Object value;

    /** An {@code R}. */
    private final @Nullable Object result;

    /** What is done with the place where the value was read. */
    enum Action {
        SET,
        DELETE,
        LEAVE
    }

    private Swap(Action action, @Nullable Object value, @Nullable Object result) {
        this.action = action;
        this.value = value;
        this.result = result;
    }

    /**
     * Stores a value, and returns it.
     *
     * @param value text, a number, bytes, or an object that the client's serializer can write
     * @param <R> the type of the value
     * @return that answer
     */
    public static <R> Swap<R> set(R value) {
        Objects.requireNonNull(value, "the value must not be null: use Swap.delete(), or Swap.abort() to leave it");
        return new Swap<>(Action.SET, value, value);
    }

    /**
     * Deletes the key or field, if there is one, and returns null.
     *
     * @param <R> any type
     * @return that answer
     */
    public static <R> Swap<@Nullable R> delete() {
        return new Swap<>(Action.DELETE, null, null);
    }

    /**
     * Leaves everything as it is, and returns null. There is no other attempt.
     *
     * @param <R> any type
     * @return that answer
     */
    public static <R> Swap<@Nullable R> abort() {
        return new Swap<>(Action.LEAVE, null, null);
    }

    /**
     * Does the same, and returns something else.
     *
     * @param other what to return
     * @param <S> its type
     * @return an answer with that result
     */
    public <S extends @Nullable Object> Swap<S> returning(S other) {
        return new Swap<>(action, value, other);
    }

    Action action() {
        return action;
    }

    /** What to store, if it is to be stored. */
    Object value() {
        return Objects.requireNonNull(value, "only what is set has a value");
    }

    R result() {
        return Unchecked.cast(result);
    }

    /** Without the value, which may be secret. */
    @Override
    public String toString() {
        return "Swap[" + action + "]";
    }
}
