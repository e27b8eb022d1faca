package dev.carmine.benchmarks.client;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.TransactionResult;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lettuce with one connection that all callers share, as its manual advises for everything but transactions and
 * blocking commands, and with Netty's native transport. Futures are completed on the thread of the event loop, which
 * is the default and cheaper than handing them on. Pipelines have a connection of their own on which automatic
 * flushing is off: the commands are collected and flushed together. So have transactions, one for each thread.
 */
final class LettuceAdapter implements BenchmarkClient {
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final StatefulRedisConnection<String, String> pipelines;

    /** A transaction needs a connection of its own. */
    private final ThreadLocal<StatefulRedisConnection<String, String>> transactions =
            ThreadLocal.withInitial(this::connectForTransactions);

    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private @Nullable Receipts receipts;

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
    public @Nullable String runScript(String script, String key) {
        String digest = digests.computeIfAbsent(script, connection.sync()::scriptLoad);
        return connection.sync().evalsha(digest, ScriptOutputType.VALUE, key);
    }

    @Override
    public @Nullable String transaction(String key, String value) {
        StatefulRedisConnection<String, String> own = transactions.get();
        RedisAsyncCommands<String, String> commands = own.async();
        var unusedReply = commands.multi();
        var unusedOk = commands.set(key, value);
        RedisFuture<String> read = commands.get(key);
        RedisFuture<TransactionResult> executed = commands.exec();
        own.flushCommands();
        TransactionResult unusedResult = executed.toCompletableFuture().join();
        return read.toCompletableFuture().join();
    }

    @Override
    public void publishAndReceive(String channel, String message, int times) {
        if (receipts == null) {
            Receipts counting = new Receipts();
            StatefulRedisPubSubConnection<String, String> listening = client.connectPubSub();
            listening.addListener(new RedisPubSubAdapter<String, String>() {
                @Override
                public void message(String from, String text) {
                    counting.add();
                }
            });
            listening.sync().subscribe(channel);
            receipts = counting;
        }
        List<RedisFuture<Long>> futures = new ArrayList<>(times);
        for (int i = 0; i < times; i++) {
            futures.add(pipelines.async().publish(channel, message));
        }
        pipelines.flushCommands();
        futures.forEach(future -> future.toCompletableFuture().join());
        receipts.await(times);
    }

    private StatefulRedisConnection<String, String> connectForTransactions() {
        StatefulRedisConnection<String, String> own = client.connect();
        own.setAutoFlushCommands(false);
        return own;
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
