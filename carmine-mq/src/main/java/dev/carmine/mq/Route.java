package dev.carmine.mq;

import dev.carmine.client.TypeRef;
import dev.carmine.client.ValueCodec;
import dev.carmine.mq.internal.Envelope;
import dev.carmine.mq.internal.worker.Lease;
import dev.carmine.mq.internal.worker.Settle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a message goes.
 *
 * @param type what its body is read as
 * @param handler who gets it
 * @param <B> what its body is read as
 */
record Route<B>(TypeRef<B> type, HandlerCall<B> handler) {

    /** Calls a handler of one kind or the other. */
    @FunctionalInterface
    interface HandlerCall<B> {
        /** Gives the verdict, or null if {@code later} gets it. */
        @Nullable Settle call(Lease lease, Message<B> message, Verdicts verdicts, Consumer<? super Settle> later);
    }

    /**
     * Reads the body.
     *
     * @throws dev.carmine.client.CarmineSerializationException if it is something else
     */
    Handling open(Lease lease, String queue, Envelope envelope, ValueCodec codec) {
        Message<B> message = new Delivery<>(lease, queue, envelope, codec.decode(envelope.body(), type));
        return (verdicts, later) -> handler.call(lease, message, verdicts, later);
    }

    /** A message that can be handled. */
    @FunctionalInterface
    interface Handling {
        /** Gives the verdict, or null if {@code later} gets it. */
        @Nullable Settle run(Verdicts verdicts, Consumer<? super Settle> later);
    }
}
