package dev.carmine.client.internal.wire;

import dev.carmine.client.Credentials;
import dev.carmine.client.CredentialsProvider;
import dev.carmine.client.RotatingCredentials;
import dev.carmine.client.internal.FixedCredentials;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the links of one client authenticate with: what the provider answers, and what it pushes. Each push begins a
 * generation, and an answer belongs to the one in which the question was asked; so links know which of two is newer.
 * Thread-safe.
 */
public final class CredentialsSource implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CredentialsSource.class.getName());

    private final @Nullable CredentialsProvider provider;
    private final AtomicReference<Stamped> lastPushed = new AtomicReference<>(new Stamped(null, 0));
    private volatile Runnable afterPush = () -> {};
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Ends the subscription; set before the source is handed out. */
    private AutoCloseable subscription = () -> {};

    /**
     * Credentials and how new they are.
     *
     * @param credentials null for none
     * @param generation how many pushes had come before
     */
    record Stamped(@Nullable Credentials credentials, long generation) {}

    private CredentialsSource(@Nullable CredentialsProvider provider) {
        this.provider = provider;
    }

    /** Subscribes to a provider; null if there are no credentials. */
    public static CredentialsSource of(@Nullable CredentialsProvider provider) {
        CredentialsSource source = new CredentialsSource(provider);
        if (provider != null) {
            source.subscription =
                    Objects.requireNonNull(provider.subscribe(source::push), "the credentials provider's subscription");
        }
        return source;
    }

    /** What to do after each push, on the thread that pushes; what was pushed before is not made up for. */
    public void afterPush(Runnable action) {
        this.afterPush = action;
    }

    private void push(Credentials credentials) {
        Objects.requireNonNull(credentials, "credentials");
        if (!closed.get()) {
            Stamped unused = lastPushed.updateAndGet(last -> new Stamped(credentials, last.generation() + 1));
            afterPush.run();
        }
    }

    /** Whether {@link #ask} may take its time. */
    boolean mayBlock() {
        return !(provider == null || provider instanceof FixedCredentials || provider instanceof RotatingCredentials);
    }

    /**
     * Asks the provider.
     *
     * @throws CredentialsUnavailable if it gives none
     */
    Stamped ask() throws CredentialsUnavailable {
        long generation = generation();
        if (provider == null) {
            return new Stamped(null, generation);
        }
        Credentials answer;
        try {
            answer = provider.credentials();
        } catch (Throwable e) {
            throw CredentialsUnavailable.thrownBy(e);
        }
        if (answer == null) {
            throw new CredentialsUnavailable("the credentials provider gave null");
        }
        return new Stamped(answer, generation);
    }

    /** The answer to a question, or what was pushed since it was asked. */
    Stamped newest(Stamped answer) {
        Stamped pushed = lastPushed();
        return pushed.generation() > answer.generation() ? pushed : answer;
    }

    /** What was pushed last; without credentials, and of generation 0, if nothing was. */
    Stamped lastPushed() {
        return Objects.requireNonNull(lastPushed.get());
    }

    /** How many pushes there have been. */
    long generation() {
        return lastPushed().generation();
    }

    /** Ends the subscription; what is pushed all the same has no effect. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            subscription.close();
        } catch (Exception e) {
            // Its message might hold a secret.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the subscription to a credentials provider threw {0} when it was closed",
                    e.getClass().getName());
        }
    }
}
