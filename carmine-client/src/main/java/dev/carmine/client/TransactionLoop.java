package dev.carmine.client;

import dev.carmine.client.internal.Dispatcher;
import dev.carmine.client.internal.wire.Link;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Attempts a transaction until nobody has changed what it watches. */
final class TransactionLoop {
    private final Dispatcher dispatcher;
    private final long timeout;
    private final Attempts attempts;

    TransactionLoop(Dispatcher dispatcher, long timeout, int maxAttempts) {
        this.dispatcher = dispatcher;
        this.timeout = timeout;
        this.attempts = new Attempts("a transaction", maxAttempts);
    }

    <R extends @Nullable Object> R run(Function<? super Transaction, ? extends Reply<? extends R>> work) {
        while (attempts.next()) {
            Reply<? extends R> reply = attempt(work);
            if (reply != null) {
                return reply.get();
            }
        }
        throw attempts.conflict(
                "the transaction was not executed: others have changed a watched key",
                "allow more attempts, or watch fewer keys");
    }

    /** The reply, or null if nothing was executed because of others. */
    private <R extends @Nullable Object> @Nullable Reply<? extends R> attempt(
            Function<? super Transaction, ? extends Reply<? extends R>> work) {
        Link link = dispatcher.borrow("a transaction", timeout);
        link.endWhenLost(true);
        Transaction transaction = new Transaction(dispatcher, link, timeout);
        try {
            Reply<? extends R> reply = work.apply(transaction);
            if (reply == null) {
                throw new NullPointerException(
                        "the function of a transaction has returned null: return a Reply, Reply.of(null) if need be");
            }
            return transaction.execute() ? reply : null;
        } finally {
            boolean clean = false;
            try {
                clean = transaction.end();
            } finally {
                link.endWhenLost(false);
                dispatcher.giveBack(link, clean);
            }
        }
    }
}
