package dev.carmine.benchmarks.client;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The clients under comparison. */
public enum Contender {
    /** This project's client. */
    CARMINE("Carmine") {
        @Override
        public BenchmarkClient connect(Address address, int callers) {
            return new CarmineAdapter(address);
        }
    },

    /** Blocking client with a pool of connections. */
    JEDIS("Jedis") {
        @Override
        public BenchmarkClient connect(Address address, int callers) {
            return new JedisAdapter(address, callers);
        }

        @Override
        public boolean hasAsync() {
            return false;
        }

        @Override
        public boolean hasObjects() {
            return false;
        }
    },

    /** Client on Netty whose callers share one connection. */
    LETTUCE("Lettuce") {
        @Override
        public BenchmarkClient connect(Address address, int callers) {
            return new LettuceAdapter(address);
        }

        @Override
        public boolean hasObjects() {
            return false;
        }
    },

    /** Toolkit of distributed objects on Netty with a pool of connections. */
    REDISSON("Redisson") {
        @Override
        public BenchmarkClient connect(Address address, int callers) {
            return new RedissonAdapter(address);
        }
    };

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    /**
     * The client with this name, in any case.
     *
     * @throws IllegalArgumentException if there is none; the message lists them all
     */
    public static Contender named(String name) {
        for (Contender contender : values()) {
            if (contender.title.equalsIgnoreCase(name)) {
                return contender;
            }
        }
        String all = Arrays.stream(values()).map(Contender::title).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("There is no client '" + name + "'. Choose from: " + all + ".");
    }

    /**
     * Connects this client to the server.
     *
     * @param callers how many threads will call it at the same time; pools are made large enough for them
     */
    public abstract BenchmarkClient connect(Address address, int callers);

    /** Whether the client has calls that do not wait. */
    public boolean hasAsync() {
        return true;
    }

    /** Whether the client stores objects without help. */
    public boolean hasObjects() {
        return true;
    }

    /** Whether Carmine is compared with this client. */
    public boolean isPeer() {
        return this != CARMINE;
    }

    /** The name as its makers write it. */
    public String title() {
        return title;
    }
}
