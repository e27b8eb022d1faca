package dev.carmine.mq.internal.worker;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is done with a message that was leased. */
@FunctionalInterface
public interface Work {
    /**
     * Handles a message, on a thread of handlers.
     *
     * @param lease the message
     * @param later takes the outcome, once, if it is not known when this returns
     * @return the outcome, or null if it comes later
     */
    @Nullable Settle handle(Lease lease, Consumer<? super Settle> later);
}
