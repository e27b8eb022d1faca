package dev.carmine.mq;

import dev.carmine.client.ValueCodec;
import dev.carmine.mq.internal.Envelope;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.worker.Lease;
import dev.carmine.mq.internal.worker.Settle;
import dev.carmine.mq.internal.worker.Work;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a leased message to its handler, and from what that says to what the server is told. */
final class Processing implements Work {
    private final QueueKeys keys;
    private final ValueCodec codec;
    private final UndecodablePolicy undecodable;
    private final Verdicts verdicts;
    private final Function<String, @Nullable Route<?>> routes;

    /**
     * Puts it together.
     *
     * @param routes by the names of types, empty for messages without one
     */
    Processing(QueueKeys keys, ValueCodec codec, WorkerOptions options, Function<String, @Nullable Route<?>> routes) {
        this.keys = keys;
        this.codec = codec;
        this.undecodable = options.undecodable();
        this.verdicts = new Verdicts(keys, codec, options);
        this.routes = routes;
    }

    @Override
    public @Nullable Settle handle(Lease lease, Consumer<? super Settle> later) {
        Route.Handling handling;
        try { // a codec may throw whatever the classes throw that it reads
            Envelope envelope = Envelope.decode(lease.grant().envelope());
            Route<?> route = routes.apply(envelope.type());
            if (route == null) {
                return refused(
                        lease, "no handler of this worker is for messages of the type '" + envelope.type() + "'");
            }
            handling = route.open(lease, keys.queue(), envelope, codec);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return refused(lease, Verdicts.reason(e));
        }
        return handling.run(verdicts, later);
    }

    private Settle refused(Lease lease, String reason) {
        return switch (undecodable) {
            case DEAD_LETTER -> Settle.dead(lease, reason);
            case RELEASE -> Settle.left(lease);
        };
    }
}
