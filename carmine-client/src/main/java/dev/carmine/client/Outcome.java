package dev.carmine.client;

import org.jspecify.annotations.Nullable;

/**
 * What became of one command of several: its value, or its error.
 *
 * @param <T> what the reply becomes
 */
public sealed interface Outcome<T extends @Nullable Object> {

    /**
     * The value.
     *
     * @return what the command's reply became
     * @throws CarmineException if the command failed, and whatever else a function given to {@link Command#map} throws
     */
    T get();

    /**
     * The value of a command that succeeded.
     *
     * @param value what its reply became
     * @param <T> the type of that
     */
    record Value<T extends @Nullable Object>(T value) implements Outcome<T> {
        @Override
        public T get() {
            return value;
        }
    }

    /**
     * The error of a command that did not.
     *
     * @param error why; mostly a {@link CarmineException}
     * @param <T> what its reply would have become
     */
    record Failed<T extends @Nullable Object>(RuntimeException error) implements Outcome<T> {
        @Override
        public T get() {
            throw error;
        }
    }
}
