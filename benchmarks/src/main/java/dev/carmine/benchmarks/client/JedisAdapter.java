package dev.carmine.benchmarks.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.util.Pool;

/**
 * Jedis with a pool of as many connections as there are callers, so that no caller waits for a connection, all of
 * them made beforehand. Idle connections are all kept and are not tested, neither when they are borrowed nor in the
 * background; the pool is not shown by JMX. Everything else is the default. A pipeline takes one connection for all its
 * commands.
 */
final class JedisAdapter implements BenchmarkClient {
    private final RedisClient jedis;
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private @Nullable Listener listener;

    JedisAdapter(Address address, int callers) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(callers + 1); // one may listen
        pool.setMaxIdle(callers + 1);
        pool.setMinIdle(callers);
        pool.setTestWhileIdle(false);
        pool.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
        pool.setJmxEnabled(false);
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder();
        if (address.secured()) {
            config.sslOptions(SslOptions.builder().build());
        }
        jedis = RedisClient.builder()
                .hostAndPort(address.host(), address.port())
                .clientConfig(config.build())
                .poolConfig(pool)
                .build();
        fill(jedis.getPool());
    }

    private static void fill(Pool<Connection> pool) {
        try {
            pool.preparePool();
        } catch (Exception e) { // which is what the pool declares
            throw new IllegalStateException("Jedis cannot connect.", e);
        }
    }

    @Override
    public @Nullable String get(String key) {
        return jedis.get(key);
    }

    @Override
    public void set(String key, String value) {
        jedis.set(key, value);
    }

    @Override
    public CompletionStage<@Nullable String> getAsync(String key) {
        throw new UnsupportedOperationException("Jedis has no calls that do not wait.");
    }

    @Override
    public Collection<? extends @Nullable String> pipelinedGet(String[] keys) {
        List<Response<String>> responses = new ArrayList<>(keys.length);
        try (Pipeline pipeline = jedis.pipelined()) {
            for (String key : keys) {
                responses.add(pipeline.get(key));
            }
            pipeline.sync();
        }
        List<@Nullable String> values = new ArrayList<>(keys.length);
        for (Response<String> response : responses) {
            values.add(response.get());
        }
        return values;
    }

    @Override
    public Collection<? extends @Nullable String> mget(String[] keys) {
        return jedis.mget(keys);
    }

    @Override
    public Map<String, String> hgetall(String key) {
        return jedis.hgetAll(key);
    }

    @Override
    public @Nullable Order setAndGet(String key, Order order) {
        throw new UnsupportedOperationException("Jedis stores text and bytes.");
    }

    @Override
    public @Nullable String runScript(String script, String key) {
        String digest = digests.computeIfAbsent(script, jedis::scriptLoad);
        return (String) jedis.evalsha(digest, 1, key);
    }

    @Override
    public @Nullable String transaction(String key, String value) {
        try (AbstractTransaction transaction = jedis.multi()) {
            transaction.set(key, value);
            Response<String> read = transaction.get(key);
            var unused = transaction.exec();
            return read.get();
        }
    }

    @Override
    public void publishAndReceive(String channel, String message, int times) {
        if (listener == null) {
            listener = new Listener();
            listener.start(channel);
        }
        try (Pipeline pipeline = jedis.pipelined()) {
            for (int i = 0; i < times; i++) {
                pipeline.publish(channel, message);
            }
            pipeline.sync();
        }
        listener.receipts.await(times);
    }

    /** Listens on a thread of its own, which Jedis leaves to its users, and with one more connection. */
    private final class Listener extends JedisPubSub {
        private final Receipts receipts = new Receipts();
        private final CountDownLatch subscribed = new CountDownLatch(1);

        void start(String channel) {
            Thread thread = new Thread(() -> jedis.subscribe(this, channel), "jedis-listener");
            thread.setDaemon(true);
            thread.start();
            try {
                if (!subscribed.await(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Jedis has not subscribed.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while Jedis subscribes.", e);
            }
        }

        @Override
        public void onSubscribe(String channel, int count) {
            subscribed.countDown();
        }

        @Override
        public void onMessage(String channel, String message) {
            receipts.add();
        }
    }

    @Override
    public void close() {
        if (listener != null) {
            listener.unsubscribe();
        }
        jedis.close();
    }
}
