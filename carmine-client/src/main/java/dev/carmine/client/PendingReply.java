package dev.carmine.client;

import dev.carmine.client.internal.Unchecked;
import org.jspecify.annotations.Nullable;

/** A reply that is settled when its command has run. Not thread-safe. */
final class PendingReply<T extends @Nullable Object> implements Reply<T> {
    private final Command<T> command;
    private final String remedy;
    private boolean settled;
    private @Nullable Object value;
    private @Nullable RuntimeException error;

    /**
     * Creates an open reply.
     *
     * @param remedy what to do for it to be there, for messages
     */
    PendingReply(Command<T> command, String remedy) {
        this.command = command;
        this.remedy = remedy;
    }

    Command<T> command() {
        return command;
    }

    void settle(@Nullable Object value, @Nullable RuntimeException error) {
        this.value = value;
        this.error = error;
        this.settled = true;
    }

    @Override
    public T get() {
        if (!settled) {
            throw new IllegalStateException("the reply to " + command.name() + " is not there yet: " + remedy);
        }
        if (error != null) {
            throw error;
        }
        return Unchecked.cast(value);
    }
}
