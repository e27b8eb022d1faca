package dev.carmine.benchmarks.scenario;

import dev.carmine.benchmarks.client.Order;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import redis.clients.jedis.RedisClient;

/** What is stored on the server before a comparison, and the keys that the calls ask for, made once. */
public final class Dataset {
    /** Bytes of every value except {@link #LARGE_VALUE}. */
    static final int VALUE_LENGTH = 64;

    /** Bytes of the one large value. */
    static final int LARGE_VALUE_LENGTH = 1 << 20;

    /** Keys of a pipeline or of an {@code MGET}. */
    static final int GROUP_SIZE = 100;

    /** Fields of the hash. */
    static final int HASH_SIZE = 1_000;

    static final String VALUE = "v".repeat(VALUE_LENGTH);
    static final String HASH = "hash";
    static final String LARGE_VALUE = "large";
    static final String OBJECT = "object";
    static final String CHANNEL = "channel";
    static final String SCRIPT = "return redis.call('GET', KEYS[1])";
    static final Order ORDER = Order.example();

    private static final String[] KEYS =
            IntStream.range(0, 1_000).mapToObj("key:%04d"::formatted).toArray(String[]::new);
    private static final String[][] KEY_GROUPS = IntStream.range(0, KEYS.length / GROUP_SIZE)
            .mapToObj(group -> Arrays.copyOfRange(KEYS, group * GROUP_SIZE, (group + 1) * GROUP_SIZE))
            .toArray(String[][]::new);

    private Dataset() {}

    /** The key for one call: a caller that counts up goes through all the keys in turn. */
    static String key(int turn) {
        return KEYS[turn % KEYS.length];
    }

    /** The keys for one call that asks for a hundred of them. */
    static String[] keyGroup(int turn) {
        return KEY_GROUPS[turn % KEY_GROUPS.length];
    }

    /** Stores everything on an empty server. */
    public static void load(String host, int port) {
        try (RedisClient redis = RedisClient.create(host, port)) {
            for (String key : KEYS) {
                redis.set(key, VALUE);
            }
            Map<String, String> hash = new LinkedHashMap<>();
            for (int i = 0; i < HASH_SIZE; i++) {
                hash.put("field:%04d".formatted(i), VALUE);
            }
            redis.hset(HASH, hash);
            redis.set(LARGE_VALUE, "x".repeat(LARGE_VALUE_LENGTH));
        }
    }
}
