package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/**
 * The reply to a command that waits in a pipeline or a transaction; readable once that has been sent.
 *
 * @param <T> what the reply becomes
 */
public interface Reply<T extends @Nullable Object> {

    /**
     * Returns the reply.
     *
     * @return what the command's reply became
     * @throws IllegalStateException if the pipeline or transaction has not been sent yet
     * @throws CarmineException if this command failed
     */
    T get();
}
