package dev.carmine.benchmarks.client;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What the scenarios ask of a client. Every method may be called by many threads at once; keys and values are text, as
 * each client reads and writes it by default.
 */
public interface BenchmarkClient extends AutoCloseable {

    /** {@code GET}, waiting for the reply. */
    @Nullable String get(String key);

    /** {@code SET}, waiting for the reply. */
    void set(String key, String value);

    /**
     * {@code GET} without waiting. The stage is completed on the thread that the client completes its stages on when
     * it is left to its defaults.
     *
     * @throws UnsupportedOperationException if the client has no such calls: see {@link Contender#hasAsync()}
     */
    CompletionStage<@Nullable String> getAsync(String key);

    /** One {@code GET} for each key, sent together without waiting for single replies; returns all replies. */
    Collection<? extends @Nullable String> pipelinedGet(String[] keys);

    /** {@code MGET}; returns the values that exist. */
    Collection<? extends @Nullable String> mget(String[] keys);

    /** {@code HGETALL}. */
    Map<String, String> hgetall(String key);

    /**
     * {@code SET} of an object, and {@code GET} of it, as the client does both by default.
     *
     * @return what is read
     * @throws UnsupportedOperationException if the client stores no objects: see {@link Contender#hasObjects()}
     */
    @Nullable Order setAndGet(String key, Order order);

    /** A script that reads one key, run by its digest. */
    @Nullable String runScript(String script, String key);

    /**
     * {@code SET} and {@code GET} of a key as a transaction, sent without waiting for single replies where the client
     * can do that.
     *
     * @return what is read
     */
    @Nullable String transaction(String key, String value);

    /**
     * Publishes a message so many times without waiting for single replies, and waits until a handler of this client has
     * got each of them. By one thread at a time.
     */
    void publishAndReceive(String channel, String message, int times);

    /** Closes the connections and ends the threads of the client. */
    @Override
    void close();
}
