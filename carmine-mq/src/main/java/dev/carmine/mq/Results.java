package dev.carmine.mq;

import dev.carmine.client.Carmine;
import dev.carmine.client.Gap;
import dev.carmine.client.MessageHandler;
import dev.carmine.client.Subscription;
import dev.carmine.client.TypeRef;
import dev.carmine.client.ValueCodec;
import dev.carmine.mq.internal.Checks;
import dev.carmine.mq.internal.QueueCalls;
import dev.carmine.mq.internal.QueueCalls.ResultReply;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the results of messages. Who waits listens on the queue's channel first and asks afterwards, so that an end in
 * between is not missed; and asks again after a gap, and now and then in any case.
 *
 * @param redis the client
 * @param calls the queue
 * @param codec reads results
 */
record Results(Carmine redis, QueueCalls calls, ValueCodec codec) {
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(5);

    <R> R await(String id, TypeRef<R> type, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime()
                + Checks.atLeast("timeout", timeout, Duration.ZERO).toNanos();
        ResultReply reply = redis.call(calls.result(id, timeout));
        if (reply.isOnItsWay() && !timeout.isZero()) {
            Ear ear = new Ear(id);
            Subscription subscription = redis.subscribe(calls.keys().part("a"), ear);
            try {
                reply = await(id, ear, deadline);
            } finally {
                subscription.close();
            }
        }
        return switch (reply.kind()) {
            case RESULT -> codec.decode(reply.content(), type);
            case DEAD -> throw new NoResultException(id, NoResultException.Reason.DEAD, "it is dead: " + reply.text());
            case ON_ITS_WAY ->
                throw new NoResultException(
                        id, NoResultException.Reason.NOT_YET, "it was not handled within " + timeout);
            case NONE ->
                throw new NoResultException(
                        id,
                        NoResultException.Reason.NONE,
                        "it was handled without one, was cancelled, or is not known (any more)");
        };
    }

    private ResultReply await(String id, Ear ear, long deadline) throws InterruptedException {
        while (true) {
            long left = Math.max(0, deadline - System.nanoTime());
            ResultReply reply = redis.call(calls.result(id, Duration.ofNanos(left)));
            if (!reply.isOnItsWay() || left == 0) {
                return reply;
            }
            boolean unused = ear.signal.tryAcquire(Math.min(left, LOOK_AGAIN), TimeUnit.NANOSECONDS);
            ear.signal.drainPermits();
        }
    }

    /** Hears that a message has ended, or that it may have. */
    private static final class Ear implements MessageHandler<String> {
        private final Semaphore signal = new Semaphore(0);
        private final String id;

        private Ear(String id) {
            this.id = id;
        }

        @Override
        public void onMessage(String channel, String ended) {
            if (ended.equals(id)) {
                signal.release();
            }
        }

        @Override
        public void onGap(Gap gap) {
            signal.release();
        }
    }
}
