package dev.carmine.benchmarks.client;

import io.netty.channel.epoll.Epoll;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.BatchOptions;
import org.redisson.api.RBatch;
import org.redisson.api.RBucket;
import org.redisson.api.RMap;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.Codec;
import org.redisson.client.codec.StringCodec;
import org.redisson.codec.Kryo5Codec;
import org.redisson.config.Config;
import org.redisson.config.TransportMode;

/**
 * Redisson with its codec for text and with Netty's native transport where there is one. Everything else is the default,
 * the pool of 64 connections included: a larger one made the scenarios with more callers slower. Pipelines are batches
 * of buckets; {@code MGET} is its call for many buckets. Objects go through its default codec.
 */
final class RedissonAdapter implements BenchmarkClient {
    /** What a configuration that names no codec gets. */
    private static final Codec OBJECTS = new Kryo5Codec();

    private final RedissonClient redisson;
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private @Nullable Receipts receipts;

    RedissonAdapter(Address address) {
        Config config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        config.setTransportMode(Epoll.isAvailable() ? TransportMode.EPOLL : TransportMode.NIO);
        config.useSingleServer().setAddress(address.uri());
        redisson = Redisson.create(config);
    }

    @Override
    public @Nullable String get(String key) {
        return redisson.<String>getBucket(key).get();
    }

    @Override
    public void set(String key, String value) {
        redisson.getBucket(key).set(value);
    }

    @Override
    public CompletionStage<@Nullable String> getAsync(String key) {
        RBucket<@Nullable String> bucket = redisson.getBucket(key);
        return bucket.getAsync();
    }

    @Override
    @SuppressWarnings("unchecked") // a batch of GETs with the codec for text returns text
    public Collection<? extends @Nullable String> pipelinedGet(String[] keys) {
        RBatch batch = redisson.createBatch();
        for (String key : keys) {
            var unused = batch.getBucket(key).getAsync();
        }
        return (List<@Nullable String>) batch.execute().getResponses();
    }

    @Override
    public Collection<? extends @Nullable String> mget(String[] keys) {
        return redisson.getBuckets().<String>get(keys).values();
    }

    @Override
    public Map<String, String> hgetall(String key) {
        RMap<String, String> map = redisson.getMap(key);
        return map.readAllMap();
    }

    @Override
    public @Nullable Order setAndGet(String key, Order order) {
        RBucket<Order> bucket = redisson.getBucket(key, OBJECTS);
        bucket.set(order);
        return bucket.get();
    }

    @Override
    public @Nullable String runScript(String script, String key) {
        RScript scripts = redisson.getScript(StringCodec.INSTANCE);
        String digest = digests.computeIfAbsent(script, scripts::scriptLoad);
        return scripts.evalSha(RScript.Mode.READ_WRITE, digest, RScript.ReturnType.VALUE, List.of(key));
    }

    @Override
    public @Nullable String transaction(String key, String value) {
        RBatch batch = redisson.createBatch(
                BatchOptions.defaults().executionMode(BatchOptions.ExecutionMode.REDIS_WRITE_ATOMIC));
        var unusedOk = batch.getBucket(key).setAsync(value);
        var unusedValue = batch.getBucket(key).getAsync();
        return (String) batch.execute().getResponses().get(1);
    }

    @Override
    public void publishAndReceive(String channel, String message, int times) {
        if (receipts == null) {
            Receipts counting = new Receipts();
            redisson.getTopic(channel).addListener(String.class, (from, text) -> counting.add());
            receipts = counting;
        }
        RBatch batch = redisson.createBatch();
        for (int i = 0; i < times; i++) {
            var unused = batch.getTopic(channel).publishAsync(message);
        }
        var unusedReplies = batch.execute();
        receipts.await(times);
    }

    @Override
    public void close() {
        redisson.shutdown();
    }
}
