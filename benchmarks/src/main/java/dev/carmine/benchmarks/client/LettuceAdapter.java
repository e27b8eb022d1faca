package dev.carmine.benchmarks.client;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Lettuce with one connection that all callers share, as its manual advises for everything but transactions and
 * blocking commands, and with Netty's native transport. Futures are completed on the thread of the event loop, which
 * is the default and cheaper than handing them on. Pipelines have a connection of their own on which automatic
 * flushing is off: the commands are collected and flushed together.
 */
final class LettuceAdapter implements BenchmarkClient {
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final StatefulRedisConnection<String, String> pipelines;

    LettuceAdapter(Address address) {
        client = RedisClient.create(RedisURI.create(address.uri()));
        connection = client.connect();
        pipelines = client.connect();
        pipelines.setAutoFlushCommands(false);
    }

    @Override
    public @Nullable String get(String key) {
        return connection.sync().get(key);
    }

    @Override
    public void set(String key, String value) {
        connection.sync().set(key, value);
    }

    @Override
    public CompletionStage<@Nullable String> getAsync(String key) {
        return connection.async().get(key);
    }

    @Override
    public Collection<? extends @Nullable String> pipelinedGet(String[] keys) {
        List<RedisFuture<String>> futures = new ArrayList<>(keys.length);
        for (String key : keys) {
            futures.add(pipelines.async().get(key));
        }
        pipelines.flushCommands();
        List<@Nullable String> values = new ArrayList<>(keys.length);
        for (RedisFuture<String> future : futures) {
            values.add(future.toCompletableFuture().join());
        }
        return values;
    }

    @Override
    public Collection<? extends @Nullable String> mget(String[] keys) {
        List<KeyValue<String, String>> pairs = connection.sync().mget(keys);
        List<@Nullable String> values = new ArrayList<>(pairs.size());
        for (KeyValue<String, String> pair : pairs) {
            values.add(pair.getValueOrElse(null));
        }
        return values;
    }

    @Override
    public Map<String, String> hgetall(String key) {
        return connection.sync().hgetall(key);
    }

    @Override
    public @Nullable Order setAndGet(String key, Order order) {
        throw new UnsupportedOperationException("Lettuce stores text and bytes.");
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
