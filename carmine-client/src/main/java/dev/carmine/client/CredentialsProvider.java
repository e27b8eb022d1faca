package dev.carmine.client;

import dev.carmine.client.internal.FixedCredentials;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Knows as whom to connect. A client asks it at each attempt to connect, so that credentials may change while the
 * program runs; a provider that learns of a change by itself can also push it to the clients that have subscribed.
 * Implementations must be thread-safe.
 *
 * <p>No message, event or log of the client shows a password that a provider gives, nor the message of what it throws,
 * which might hold a secret too: the class and the stack trace of that are all that appears. Log the rest in the provider
 * if it is needed.
 *
 * @see #fixed
 * @see RotatingCredentials
 */
@FunctionalInterface
public interface CredentialsProvider {
    /**
     * Gives the credentials to connect with. May block: it is called on a thread of its own, and the attempt fails when
     * the {@linkplain ClientOptions.Builder#connectTimeout connect timeout} is over. A call that hangs is waited for by
     * the next attempts, and interrupted when the client is closed.
     *
     * @return the credentials; not null
     * @throws Exception if there are none; the attempt fails, and is repeated like one that fails for another reason
     */
    Credentials credentials() throws Exception;

    /**
     * Asks to be told of new credentials. Clients do so when they are made, and end it when they are closed. A client
     * that is told sends AUTH at once on its shared connection, never inside a transaction, and on each dedicated one
     * before its next borrower's first command. While it is not connected it sends nothing, and uses them at the next
     * attempt. If the server refuses them, the client's {@link ConnectionListener} is told, and the connection stays
     * what it was.
     *
     * @param client takes credentials, from any thread; returns at once and throws nothing. If two threads tell it at
     *     the same time, either may be the later one for it
     * @return ends the subscription when it is closed; by default nobody is ever told, and closing does nothing
     */
    default AutoCloseable subscribe(Consumer<? super Credentials> client) {
        return () -> {};
    }

    /**
     * Always gives the same; costs no thread.
     *
     * @param credentials the credentials
     * @return a provider
     */
    static CredentialsProvider fixed(Credentials credentials) {
        return new FixedCredentials(Objects.requireNonNull(credentials, "credentials"));
    }
}
