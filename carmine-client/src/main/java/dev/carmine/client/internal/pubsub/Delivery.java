package dev.carmine.client.internal.pubsub;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Fate;
import dev.carmine.client.Gap;
import dev.carmine.client.MessageHandler;
import dev.carmine.client.SubscriptionOptions;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way of messages to one handler: what it wants, what waits for it, and a task that hands that over, never two at a
 * time. Nothing runs on the executor before {@link #open}, and nothing is given to it while a lock is held. Thread-safe.
 *
 * @param <T> what messages are read as
 */
public final class Delivery<T> {
    private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

    /** How many are handled before other tasks of the executor get their turn. */
    private static final int TURN = 100;

    private final Executor executor;
    private final Executor fallback;
    private final Function<byte[], T> reading;
    private final MessageHandler<? super T> handler;

    private final ReentrantLock lock = new ReentrantLock();

    /** Whether the log has said that the executor refuses tasks. */
    private volatile boolean warned;

    // Guarded by the lock.

    private final Interest interest = new Interest();
    private final Backlog backlog;
    private boolean open;
    private boolean scheduled;

    private boolean closed;

    /** Whether it is closed because the client is. */
    private boolean clientClosed;

    /**
     * Makes one that wants nothing yet.
     *
     * @param handlers where the handler runs if the options do not say, or if what they say is of no use
     * @param reading makes a message of its bytes; may throw
     */
    public Delivery(
            SubscriptionOptions options,
            Executor handlers,
            Function<byte[], T> reading,
            MessageHandler<? super T> handler) {
        this.executor = options.executor() == null ? handlers : options.executor();
        this.fallback = handlers;
        this.backlog = new Backlog(options);
        this.reading = reading;
        this.handler = handler;
    }

    /**
     * What it wants from now on in addition, before it is asked for. It must be {@linkplain #keep kept} or
     * {@linkplain #release released} afterwards.
     *
     * @return the server's consent to what of that it has not given yet
     * @throws IllegalStateException if it is closed
     * @throws CarmineConnectionException if the client is closed
     */
    public Confirmation want(Collection<Topic> topics) {
        lock.lock();
        try {
            if (clientClosed) {
                throw clientClosed();
            }
            if (closed) {
                throw new IllegalStateException("the subscription is closed: make another one");
            }
            return interest.add(topics);
        } finally {
            lock.unlock();
        }
    }

    /** The call that has wanted it has returned: it stays wanted. */
    public void keep(Confirmation confirmation) {
        lock.lock();
        try {
            interest.keep(confirmation);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The call that has wanted it has failed.
     *
     * @return what nobody else wants, and is to be forgotten
     */
    public List<Topic> release(Confirmation confirmation) {
        lock.lock();
        try {
            return interest.release(confirmation);
        } finally {
            lock.unlock();
        }
    }

    /** Wants some topics no more; {@link #flush} follows. */
    public void forget(Collection<Topic> topics) {
        lock.lock();
        try {
            tellIfRestored(interest.remove(topics));
        } finally {
            lock.unlock();
        }
    }

    /** What it wants. */
    public List<Topic> wanted() {
        lock.lock();
        try {
            return interest.wanted();
        } finally {
            lock.unlock();
        }
    }

    /** How many messages were dropped so far. */
    public long dropped() {
        lock.lock();
        try {
            return backlog.dropped();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the handler run. */
    public void open() {
        lock.lock();
        try {
            open = true;
        } finally {
            lock.unlock();
        }
        flush();
    }

    /** Drops what waits, and hands nothing more to the handler; one message may be under way. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            backlog.clear();
        } finally {
            lock.unlock();
        }
    }

    /** The server is asked for a topic. */
    void asked(Topic topic) {
        lock.lock();
        try {
            interest.asked(topic);
        } finally {
            lock.unlock();
        }
    }

    /** The server has confirmed a topic; everything published to it from now on comes. */
    void confirmed(Topic topic) {
        lock.lock();
        try {
            tellIfRestored(interest.confirmed(topic));
        } finally {
            lock.unlock();
        }
    }

    /** The server has refused a topic, from which nothing more comes. */
    void refused(Topic topic, CarmineServerException refusal) {
        lock.lock();
        try {
            if (interest.refused(topic, refusal)) {
                backlog.addRefused(new Gap.Refused(topic.name(), refusal));
            }
            tellIfRestored(interest.restored());
        } finally {
            lock.unlock();
        }
    }

    /** A confirmed topic has been lost; it will be confirmed again, or refused. */
    void interrupted(Topic topic, Throwable cause) {
        lock.lock();
        try {
            interest.interrupted(topic, cause);
        } finally {
            lock.unlock();
        }
    }

    private void tellIfRestored(@Nullable Throwable cause) {
        if (cause != null && !closed) {
            backlog.addDisconnected(cause);
        }
    }

    /** Who waits for the server's consent waits in vain. */
    void refuseAll(CarmineException cause) {
        lock.lock();
        try {
            interest.refuseAll(cause);
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing more is handed to the handler, because of {@link #close} or since the client is closed. */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** The client is closed. */
    void ended() {
        lock.lock();
        try {
            interest.refuseAll(clientClosed());
            interest.clear();
            backlog.clear();
            closed = true;
            clientClosed = true;
        } finally {
            lock.unlock();
        }
    }

    static CarmineConnectionException clientClosed() {
        return new CarmineConnectionException("nothing can be listened to: the client is closed", Fate.NOT_SENT, null);
    }

    /** A message has come; {@link #flush} follows. */
    void add(Message message) {
        lock.lock();
        try {
            if (!closed) {
                backlog.add(message);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Has the handler run if something waits for it. Called without any lock. */
    public void flush() {
        lock.lock();
        try {
            if (scheduled || !open || closed || backlog.isEmpty()) {
                return;
            }
            scheduled = true;
        } finally {
            lock.unlock();
        }
        submit();
    }

    private void submit() {
        Turn turn = new Turn(Thread.currentThread());
        try {
            executor.execute(turn);
            turn.handedOver = true;
        } catch (Throwable e) {
            Level level = executor == fallback || warned ? Level.DEBUG : Level.WARNING;
            warned = true;
            LOG.log(level, "the executor of a subscription refuses tasks: threads of the client take them", e);
            submitToFallback(turn);
        }
    }

    private void submitToFallback(Turn turn) {
        try {
            fallback.execute(turn::drainOnce);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.DEBUG, "nothing is handled any more", e);
            lock.lock();
            try {
                scheduled = false; // the client is closed
            } finally {
                lock.unlock();
            }
        }
    }

    /** A task for the executor, which may run on any thread but the submitter's: that one has connections to serve. */
    private final class Turn implements Runnable {
        private final Thread submitter;

        /** Of meaning to the submitter alone. */
        private boolean handedOver;

        /** Some executors take a task and throw all the same. */
        private final AtomicBoolean begun = new AtomicBoolean();

        Turn(Thread submitter) {
            this.submitter = submitter;
        }

        @Override
        public void run() {
            if (Thread.currentThread() == submitter && !handedOver) {
                submitToFallback(this);
            } else {
                drainOnce();
            }
        }

        void drainOnce() {
            if (begun.compareAndSet(false, true)) {
                drain();
            }
        }
    }

    private void drain() {
        boolean interrupted = false;
        try {
            for (int i = 0; i < TURN; i++) {
                Object item = next();
                if (item == null) {
                    break;
                }
                handle(item);
                // The flag that a handler leaves is not for the next one.
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (isMoreThere()) {
                submit();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Object next() {
        lock.lock();
        try {
            return closed ? null : backlog.poll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isMoreThere() {
        lock.lock();
        try {
            scheduled = !closed && !backlog.isEmpty();
            return scheduled;
        } finally {
            lock.unlock();
        }
    }

    private void handle(Object item) {
        try {
            if (item instanceof Message message) {
                handle(message);
            } else {
                handler.onGap((Gap) item);
            }
        } catch (Throwable e) { // also a checked one, which other languages throw
            LOG.log(Level.WARNING, "the handler of a subscription has thrown; the next message follows", e);
        }
    }

    private void handle(Message message) {
        T value;
        try {
            value = reading.apply(message.bytes());
        } catch (RuntimeException e) {
            handler.onGap(new Gap.Unreadable(message.channel(), e));
            return;
        }
        if (message.topic().kind() == Topic.Kind.PATTERN) {
            handler.onMessage(message.topic().name(), message.channel(), value);
        } else {
            handler.onMessage(message.channel(), value);
        }
    }
}
