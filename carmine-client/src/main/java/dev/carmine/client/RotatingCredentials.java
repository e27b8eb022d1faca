package dev.carmine.client;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Credentials that are replaced from outside while clients live: by whatever watches a secret store, or renews tokens.
 *
 * <pre>{@code
 * RotatingCredentials credentials = new RotatingCredentials(new Credentials("orders", firstPassword));
 * Carmine redis = Carmine.connect(ClientOptions.builder().credentials(credentials).build());
 * ...
 * credentials.update(new Credentials("orders", nextPassword));
 * }</pre>
 *
 * <p>To rotate without a gap let the server know the new password before {@link #update}, and forget the old one after
 * it. Thread-safe; may be shared by many clients. Costs no thread.
 */
public final class RotatingCredentials implements CredentialsProvider {
    /** Keeps concurrent updates in one order for all clients. Under it clients only take note and wake a thread. */
    private final ReentrantLock updating = new ReentrantLock();

    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private volatile Credentials current;

    /**
     * Begins with credentials.
     *
     * @param first what to connect with until the first update
     */
    public RotatingCredentials(Credentials first) {
        this.current = Objects.requireNonNull(first, "first");
    }

    /**
     * Replaces the credentials and tells all subscribed clients.
     *
     * @param newer what to connect with from now on
     */
    public void update(Credentials newer) {
        Objects.requireNonNull(newer, "newer");
        updating.lock();
        try {
            current = newer;
            subscribers.forEach(subscriber -> subscriber.client.accept(newer));
        } finally {
            updating.unlock();
        }
    }

    @Override
    public Credentials credentials() {
        return current;
    }

    @Override
    public AutoCloseable subscribe(Consumer<? super Credentials> client) {
        Subscriber subscriber = new Subscriber(Objects.requireNonNull(client, "client"));
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** Shows neither user nor password. */
    @Override
    public String toString() {
        return "RotatingCredentials[***]";
    }

    /** One subscription; a consumer may have several, and each is ended by itself. */
    private static final class Subscriber {
        private final Consumer<? super Credentials> client;

        Subscriber(Consumer<? super Credentials> client) {
            this.client = client;
        }
    }
}
