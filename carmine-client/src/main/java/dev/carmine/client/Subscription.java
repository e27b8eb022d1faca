package dev.carmine.client;

import dev.carmine.client.internal.pubsub.Confirmation;
import dev.carmine.client.internal.pubsub.Delivery;
import dev.carmine.client.internal.pubsub.Subscriptions;
import dev.carmine.client.internal.pubsub.Topic;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Channels, or patterns, whose messages go to one {@link MessageHandler}. What it listens to can be changed while it runs.
 * All subscriptions of a client share one connection, which is made again when it is lost; the handler then hears of a
 * {@linkplain Gap gap}. Messages wait for the handler in a queue of limited length. Thread-safe.
 *
 * <p>Redis delivers a message at most once, and only to who listens at that moment.
 *
 * @see <a href="https://redis.io/docs/latest/develop/pubsub/">Publish/subscribe</a>
 */
public final class Subscription implements AutoCloseable {
    private final Subscriptions subscriptions;
    private final Topic.Kind kind;
    private final Delivery<?> delivery;

    /** In nanoseconds. */
    private final long timeout;

    /** Held while what is wanted here and what is wanted of the server change together. */
    private final ReentrantLock lock = new ReentrantLock();

    private Subscription(Subscriptions subscriptions, Topic.Kind kind, Delivery<?> delivery, long timeout) {
        this.subscriptions = subscriptions;
        this.kind = kind;
        this.delivery = delivery;
        this.timeout = timeout;
    }

    /** Begins one, and waits until the server has confirmed it; only then the handler runs. */
    static Subscription start(
            Subscriptions subscriptions,
            Topic.Kind kind,
            Collection<String> channels,
            Delivery<?> delivery,
            long timeout) {
        Subscription subscription = new Subscription(subscriptions, kind, delivery, timeout);
        try {
            subscription.add(channels);
        } catch (RuntimeException e) {
            subscription.close();
            throw e;
        }
        delivery.open();
        return subscription;
    }

    /**
     * Listens to more channels or patterns, and waits until the server has confirmed that: what is published to them
     * afterwards comes.
     *
     * @param more the channels, or patterns if this is a subscription to patterns
     * @throws CarmineServerException if the server refuses one; then none of these was added
     * @throws CarmineUnansweredException if it was not confirmed in time; then none of these was added
     * @throws IllegalStateException if the subscription is closed
     */
    public void add(String... more) {
        add(Arrays.asList(more));
    }

    private void add(Collection<String> more) {
        List<Topic> topics = topics(more);
        Confirmation confirmation = ask(topics);
        try {
            confirmation.await(kind.beginning() + " on " + subscriptions.node(), timeout, subscriptions::lastFailure);
            delivery.keep(confirmation);
        } catch (RuntimeException e) {
            giveUp(confirmation);
            throw e;
        }
    }

    private Confirmation ask(List<Topic> topics) {
        Confirmation confirmation;
        lock.lock();
        try {
            confirmation = delivery.want(topics);
            try {
                subscriptions.add(confirmation.added(), delivery);
            } catch (Throwable e) {
                delivery.forget(delivery.release(confirmation));
                throw e;
            }
        } finally {
            lock.unlock();
        }
        delivery.flush();
        return confirmation;
    }

    /** What others have asked for as well stays. */
    private void giveUp(Confirmation confirmation) {
        lock.lock();
        try {
            forget(delivery.release(confirmation));
        } finally {
            lock.unlock();
        }
        delivery.flush();
    }

    private List<Topic> topics(Collection<String> names) {
        return names.stream()
                .map(name -> Topic.named(kind, Objects.requireNonNull(name, "channel")))
                .toList();
    }

    /**
     * Listens to these channels or patterns no more. Messages that have come are still handled.
     *
     * @param less the channels or patterns; those that it does not listen to are passed over
     */
    public void remove(String... less) {
        drop(topics(Arrays.asList(less)));
    }

    private void drop(Collection<Topic> removed) {
        lock.lock();
        try {
            forget(removed);
        } finally {
            lock.unlock();
        }
        delivery.flush();
    }

    private void forget(Collection<Topic> topics) {
        subscriptions.remove(topics, delivery);
        delivery.forget(topics);
    }

    /**
     * What it listens to.
     *
     * @return a copy
     */
    public Set<String> channels() {
        return delivery.wanted().stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * How many messages were dropped because the handler was too slow.
     *
     * @return the number since the subscription began
     */
    public long dropped() {
        return delivery.dropped();
    }

    /** Ends the subscription. What waits for the handler is dropped; a message that it has already goes on. */
    @Override
    public void close() {
        delivery.close();
        drop(delivery.wanted());
    }

    @Override
    public String toString() {
        return "Subscription" + channels();
    }
}
