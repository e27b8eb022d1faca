package dev.carmine.benchmarks.scenario;

import dev.carmine.benchmarks.client.BenchmarkClient;
import dev.carmine.benchmarks.client.Order;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller does over and over. Every reply is checked by its length, so that no client gains by not reading it.
 */
public enum Call {
    /** {@code GET} of a value of 64 bytes. */
    GET(1) {
        @Override
        public void perform(BenchmarkClient client, int turn) {
            requireLength(client.get(Dataset.key(turn)), Dataset.VALUE_LENGTH);
        }
    },

    /** {@code SET} of a value of 64 bytes. */
    SET(1) {
        @Override
        public void perform(BenchmarkClient client, int turn) {
            client.set(Dataset.key(turn), Dataset.VALUE);
        }
    },

    /** A pipeline of a hundred {@code GET}s, each of which counts as an operation. */
    PIPELINE(Dataset.GROUP_SIZE) {
        @Override
        public void perform(BenchmarkClient client, int turn) {
            requireValues(client.pipelinedGet(Dataset.keyGroup(turn)), Dataset.GROUP_SIZE);
        }
    },

    /** {@code MGET} of a hundred keys, which counts as one operation. */
    MGET(1) {
        @Override
        public void perform(BenchmarkClient client, int turn) {
            requireValues(client.mget(Dataset.keyGroup(turn)), Dataset.GROUP_SIZE);
        }
    },

    /** {@code HGETALL} of a hash with a thousand fields. */
    HGETALL(1) {
        @Override
        public void perform(BenchmarkClient client, int turn) {
            Map<String, String> hash = client.hgetall(Dataset.HASH);
            requireValues(hash.values(), Dataset.HASH_SIZE);
        }
    },

    /** {@code GET} of a value of one mebibyte. */
    GET_LARGE(1) {
        @Override
        public void perform(BenchmarkClient client, int turn) {
            requireLength(client.get(Dataset.LARGE_VALUE), Dataset.LARGE_VALUE_LENGTH);
        }
    },

    /** {@code SET} of an object and {@code GET} of it, each of which counts as an operation. */
    OBJECT(2) {
        @Override
        public void perform(BenchmarkClient client, int turn) {
            Order order = client.setAndGet(Dataset.OBJECT, Dataset.ORDER);
            if (!Dataset.ORDER.equals(order)) {
                throw new IllegalStateException("The order that was read is not the one that was stored.");
            }
        }
    },

    /** {@code EVALSHA} of a script that gets a value of 64 bytes. */
    SCRIPT(1) {
        @Override
        public void perform(BenchmarkClient client, int turn) {
            requireLength(client.runScript(Dataset.SCRIPT, Dataset.key(turn)), Dataset.VALUE_LENGTH);
        }
    },

    /** {@code MULTI}, {@code SET}, {@code GET}, {@code EXEC}, which count as one operation. */
    TRANSACTION(1) {
        @Override
        public void perform(BenchmarkClient client, int turn) {
            requireLength(client.transaction(Dataset.key(turn), Dataset.VALUE), Dataset.VALUE_LENGTH);
        }
    },

    /** A hundred {@code PUBLISH}, each of which counts as an operation once its message has come. */
    PUBLISH(Dataset.GROUP_SIZE) {
        @Override
        public void perform(BenchmarkClient client, int turn) {
            client.publishAndReceive(Dataset.CHANNEL, Dataset.VALUE, Dataset.GROUP_SIZE);
        }
    };

    private final int operations;

    Call(int operations) {
        this.operations = operations;
    }

    /**
     * Makes the call once and waits for its reply.
     *
     * @param turn the caller's count of its calls; chooses the keys
     * @throws IllegalStateException if the reply is not what is stored
     */
    public abstract void perform(BenchmarkClient client, int turn);

    /** How many operations one call counts for. */
    public int operations() {
        return operations;
    }

    /** The key that a {@code GET} which does not wait asks for in this turn. */
    public static String key(int turn) {
        return Dataset.key(turn);
    }

    /**
     * Checks the reply to such a {@code GET}.
     *
     * @throws IllegalStateException if the reply is not what is stored
     */
    public static void requireValue(@Nullable String value) {
        requireLength(value, Dataset.VALUE_LENGTH);
    }

    private static void requireValues(Collection<? extends @Nullable String> values, int size) {
        if (values.size() != size) {
            throw new IllegalStateException("Expected " + size + " values, got " + values.size() + ".");
        }
        for (String value : values) {
            requireLength(value, Dataset.VALUE_LENGTH);
        }
    }

    private static void requireLength(@Nullable String value, int length) {
        if (value == null || value.length() != length) {
            String actual = value == null ? "no value" : "one of length " + value.length();
            throw new IllegalStateException("Expected a value of length " + length + ", got " + actual + ".");
        }
    }
}
