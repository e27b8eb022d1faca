package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/**
 * The reply to a command that waits in a pipeline or a transaction; readable once that has been sent.
 *
 * @param <T> what the reply becomes
 */
@FunctionalInterface
public interface Reply<T extends @Nullable Object> {

    /**
     * Returns the reply.
     *
     * @return what the command's reply became
     * @throws IllegalStateException if the pipeline or transaction has not been sent yet
     * @throws CarmineException if this command failed
     */
    T get();

    /**
     * A reply that is known already.
     *
     * @param value what {@link #get} returns
     * @param <T> its type
     * @return the reply
     */
    static <T extends @Nullable Object> Reply<T> of(T value) {
        return () -> value;
    }
}
