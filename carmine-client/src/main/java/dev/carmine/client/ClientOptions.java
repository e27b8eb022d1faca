package dev.carmine.client;

import dev.carmine.client.internal.RedisUri;
import dev.carmine.client.metrics.ClientObserver;
import dev.carmine.client.serialization.JacksonSerializer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How a client connects and behaves. Immutable; made by {@link #builder()}.
 *
 * <p>Every wait has a bound: connecting is bounded by {@link Builder#connectTimeout}, everything a call may wait for
 * (room, connection, reply) by {@link Builder#commandTimeout}.
 */
public final class ClientOptions {
    private final RedisUri uri;
    private final @Nullable CredentialsProvider credentials;
    private final @Nullable TlsOptions tls;
    private final @Nullable String clientName;
    private final Protocol protocol;
    private final Duration connectTimeout;
    private final Duration commandTimeout;
    private final Duration idleCheck;
    private final boolean lazy;
    private final ReconnectOptions reconnect;
    private final PoolOptions pool;
    private final Limits limits;
    private final @Nullable Executor callbackExecutor;
    private final HostResolver hostResolver;
    private final ConnectionListener listener;
    private final @Nullable ClientObserver observer;
    private final @Nullable Serializer serializer;

    private ClientOptions(Builder builder) {
        this.uri = builder.uri;
        this.credentials = builder.credentials;
        this.tls = builder.tls;
        this.clientName = builder.clientName;
        this.protocol = builder.protocol;
        this.connectTimeout = builder.connectTimeout;
        this.commandTimeout = builder.commandTimeout;
        this.idleCheck = builder.idleCheck;
        this.lazy = builder.lazy;
        this.reconnect = builder.reconnect;
        this.pool = builder.pool;
        this.limits = builder.limits;
        this.callbackExecutor = builder.callbackExecutor;
        this.hostResolver = builder.hostResolver;
        this.listener = builder.listener;
        this.observer = builder.observer;
        this.serializer = builder.serializer;
    }

    /**
     * Begins with the defaults: {@code redis://localhost:6379}, no password.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The defaults with a URI.
     *
     * @param uri see {@link Builder#uri}
     * @return the options
     */
    public static ClientOptions of(String uri) {
        return builder().uri(uri).build();
    }

    /**
     * Begins with these options.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.uri = uri;
        builder.credentials = credentials;
        builder.tls = tls;
        builder.clientName = clientName;
        builder.protocol = protocol;
        builder.connectTimeout = connectTimeout;
        builder.commandTimeout = commandTimeout;
        builder.idleCheck = idleCheck;
        builder.lazy = lazy;
        builder.reconnect = reconnect;
        builder.pool = pool;
        builder.limits = limits;
        builder.callbackExecutor = callbackExecutor;
        builder.hostResolver = hostResolver;
        builder.listener = listener;
        builder.observer = observer;
        builder.serializer = serializer;
        return builder;
    }

    /**
     * Where the server listens.
     *
     * @return host and port, or a unix socket
     */
    public Endpoint endpoint() {
        return uri.endpoint();
    }

    /**
     * As whom to connect: the {@linkplain Builder#credentials provider}, or a fixed one of the URI's user and password.
     *
     * @return the provider, or null if there are no credentials
     */
    public @Nullable CredentialsProvider credentials() {
        Credentials given = uri.credentials();
        return given == null ? credentials : CredentialsProvider.fixed(given);
    }

    /**
     * The database.
     *
     * @return its index
     */
    public int database() {
        return uri.database();
    }

    /**
     * See {@link Builder#tls}.
     *
     * @return how to speak TLS, or null if the client does not
     */
    public @Nullable TlsOptions tls() {
        return tls == null && uri.secured() ? TlsOptions.defaults() : tls;
    }

    /**
     * See {@link Builder#clientName}.
     *
     * @return the name, or null
     */
    public @Nullable String clientName() {
        return clientName;
    }

    /**
     * See {@link Builder#protocol}.
     *
     * @return the version
     */
    public Protocol protocol() {
        return protocol;
    }

    /**
     * See {@link Builder#connectTimeout}.
     *
     * @return the bound
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * See {@link Builder#commandTimeout}.
     *
     * @return the bound
     */
    public Duration commandTimeout() {
        return commandTimeout;
    }

    /**
     * See {@link Builder#idleCheck}.
     *
     * @return the silence
     */
    public Duration idleCheck() {
        return idleCheck;
    }

    /**
     * See {@link Builder#connectLazily}.
     *
     * @return whether connecting is left to the background
     */
    public boolean isLazy() {
        return lazy;
    }

    /**
     * See {@link Builder#reconnect}.
     *
     * @return the options
     */
    public ReconnectOptions reconnect() {
        return reconnect;
    }

    /**
     * See {@link Builder#pool}.
     *
     * @return the options
     */
    public PoolOptions pool() {
        return pool;
    }

    /**
     * See {@link Builder#limits}.
     *
     * @return the limits
     */
    public Limits limits() {
        return limits;
    }

    /**
     * See {@link Builder#callbackExecutor}.
     *
     * @return the executor, or null if the client makes its own
     */
    public @Nullable Executor callbackExecutor() {
        return callbackExecutor;
    }

    /**
     * See {@link Builder#hostResolver}.
     *
     * @return the resolver
     */
    public HostResolver hostResolver() {
        return hostResolver;
    }

    /**
     * See {@link Builder#listener}.
     *
     * @return the listener
     */
    public ConnectionListener listener() {
        return listener;
    }

    /**
     * See {@link Builder#observer}.
     *
     * @return the observer, or null
     */
    public @Nullable ClientObserver observer() {
        return observer;
    }

    /**
     * See {@link Builder#serializer}.
     *
     * @return the serializer
     */
    public Serializer serializer() {
        return serializer == null ? JacksonSerializer.smile() : serializer;
    }

    /** Never shows user or password. */
    @Override
    public String toString() {
        return "ClientOptions[" + uri + (tls == null ? "" : ", " + tls) + "]";
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private static final Duration SHORTEST = Duration.ofMillis(1);

        private RedisUri uri = RedisUri.parse("redis://localhost:6379");
        private @Nullable CredentialsProvider credentials;
        private @Nullable TlsOptions tls;
        private @Nullable String clientName;
        private Protocol protocol = Protocol.AUTO;
        private Duration connectTimeout = Duration.ofSeconds(2);
        private Duration commandTimeout = Duration.ofSeconds(5);
        private Duration idleCheck = Duration.ofSeconds(30);
        private boolean lazy;
        private ReconnectOptions reconnect = ReconnectOptions.defaults();
        private PoolOptions pool = PoolOptions.defaults();
        private Limits limits = Limits.defaults();
        private @Nullable Executor callbackExecutor;
        private HostResolver hostResolver = HostResolver.system();
        private ConnectionListener listener = event -> {};
        private @Nullable ClientObserver observer;
        private @Nullable Serializer serializer;

        private Builder() {}

        /**
         * Where the server is, and as whom to connect: {@code redis://[user:password@]host[:port][/database]}, the same
         * with {@code rediss://} for TLS, or {@code redis+unix://[user:password@]/path} for a unix socket;
         * {@code valkey://} and {@code valkeys://} mean the same as the first two. User, password, path and the values of
         * parameters may be percent-encoded; {@code :password@} is the password of the default user.
         *
         * <p>Parameters may follow: {@code database}, and {@code clientName}, {@code connectTimeout} and
         * {@code commandTimeout}, which mean the same as the methods of these names. As in
         * {@code redis+unix:///run/redis.sock?database=3&commandTimeout=500ms}; the units are {@code ms}, {@code s} and
         * {@code m}. Of a parameter and a method the later call counts.
         *
         * @param uri the URI; {@code redis://localhost:6379} by default
         * @return this
         * @throws IllegalArgumentException if it is malformed, or names several hosts; the message says what is wrong, without
         *     the password
         */
        public Builder uri(String uri) {
            RedisUri parsed = RedisUri.parse(Objects.requireNonNull(uri, "uri"));
            if (parsed.clientName() != null) {
                clientName(parsed.clientName());
            }
            if (parsed.connectTimeout() != null) {
                connectTimeout(parsed.connectTimeout());
            }
            if (parsed.commandTimeout() != null) {
                commandTimeout(parsed.commandTimeout());
            }
            this.uri = parsed;
            return this;
        }

        /**
         * As whom to connect, for credentials that change or must not stand in a URI. None by default, or those of the
         * URI; there cannot be both.
         *
         * @param provider asked at each attempt to connect
         * @return this
         */
        public Builder credentials(CredentialsProvider provider) {
            this.credentials = Objects.requireNonNull(provider, "provider");
            return this;
        }

        /**
         * Speaks TLS. By default the client does so if the URI begins with {@code rediss://}, with
         * {@link TlsOptions#defaults()}; these options take the place of the defaults, and mean TLS for
         * {@code redis://} too.
         *
         * @param options how
         * @return this
         */
        public Builder tls(TlsOptions options) {
            this.tls = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * What CLIENT LIST shows. None by default; set it so that operators know whose connections they see.
         *
         * @param name a name without blanks and line breaks
         * @return this
         * @throws IllegalArgumentException if the server would refuse the name
         * @see <a href="https://redis.io/docs/latest/commands/client-setname/">CLIENT SETNAME</a>
         */
        public Builder clientName(String name) {
            Objects.requireNonNull(name, "name");
            if (name.isEmpty() || !name.chars().allMatch(c -> c >= '!' && c <= '~')) {
                throw new IllegalArgumentException(
                        "clientName must consist of visible ASCII characters without blanks");
            }
            this.clientName = name;
            return this;
        }

        /**
         * The version of RESP. {@link Protocol#AUTO} by default.
         *
         * @param protocol the version
         * @return this
         */
        public Builder protocol(Protocol protocol) {
            this.protocol = Objects.requireNonNull(protocol, "protocol");
            return this;
        }

        /**
         * Bounds one attempt to connect: looking up the host, connecting, authenticating. 2 seconds by default; raise
         * it for servers far away.
         *
         * @param timeout at least one millisecond
         * @return this
         */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = Durations.requireAtLeast("connectTimeout", timeout, SHORTEST);
            return this;
        }

        /**
         * Bounds each call, with all it may wait for. 5 seconds by default. A blocking command may take its own time in
         * addition. A server that owes replies and is silent for longer than this and than the call with the longest
         * timeout in flight is given up.
         *
         * @param timeout at least one millisecond
         * @return this
         * @see Carmine#withTimeout
         */
        public Builder commandTimeout(Duration timeout) {
            this.commandTimeout = Durations.requireAtLeast("commandTimeout", timeout, SHORTEST);
            return this;
        }

        /**
         * After so long a silence on an idle connection the server is asked with PING whether it still lives, so that a
         * connection that a firewall has dropped is replaced before it is needed. 30 seconds by default; lower it where
         * firewalls forget sooner.
         *
         * @param silence at least one millisecond
         * @return this
         */
        public Builder idleCheck(Duration silence) {
            this.idleCheck = Durations.requireAtLeast("idleCheck", silence, SHORTEST);
            return this;
        }

        /**
         * Returns from {@link Carmine#connect(ClientOptions)} at once and connects in the background. By default that
         * method waits for the first attempt and fails with it, so that a wrong address or password is seen at once;
         * choose this for programs that must start while the server is down.
         *
         * @return this
         */
        public Builder connectLazily() {
            this.lazy = true;
            return this;
        }

        /**
         * How to reconnect.
         *
         * @param options {@link ReconnectOptions#defaults()} by default
         * @return this
         */
        public Builder reconnect(ReconnectOptions options) {
            this.reconnect = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * The dedicated connections.
         *
         * @param options {@link PoolOptions#defaults()} by default
         * @return this
         */
        public Builder pool(PoolOptions options) {
            this.pool = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * What the client may hold in memory.
         *
         * @param limits {@link Limits#defaults()} by default
         * @return this
         */
        public Builder limits(Limits limits) {
            this.limits = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /**
         * Where futures are completed and listeners called. By default the client has an executor of its own: virtual
         * threads where the JVM has them, else as many threads as there are processors. An executor given here is never
         * shut down by the client; it must run every task it accepts.
         *
         * @param executor the executor
         * @return this
         */
        public Builder callbackExecutor(Executor executor) {
            this.callbackExecutor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /**
         * Looks up the host at each attempt to connect.
         *
         * @param resolver {@link HostResolver#system()} by default
         * @return this
         */
        public Builder hostResolver(HostResolver resolver) {
            this.hostResolver = Objects.requireNonNull(resolver, "resolver");
            return this;
        }

        /**
         * Hears what happens to the connection.
         *
         * @param listener nobody by default
         * @return this
         */
        public Builder listener(ConnectionListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Sees every command.
         *
         * @param observer none by default
         * @return this
         */
        public Builder observer(ClientObserver observer) {
            this.observer = Objects.requireNonNull(observer, "observer");
            return this;
        }

        /**
         * How objects are stored: all values that are not text, numbers or bytes. All programs that share data must
         * agree on it.
         *
         * @param serializer {@link JacksonSerializer#smile()} by default
         * @return this
         */
        public Builder serializer(Serializer serializer) {
            this.serializer = Objects.requireNonNull(serializer, "serializer");
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         * @throws IllegalArgumentException if there are TLS options for a unix socket, or credentials both in the URI
         *     and by a provider
         */
        public ClientOptions build() {
            if (credentials != null && uri.credentials() != null) {
                throw new IllegalArgumentException(
                        "there are credentials both in the URI and by a provider: leave user and password out of the URI");
            }
            if (tls != null && uri.endpoint() instanceof Endpoint.Unix) {
                throw new IllegalArgumentException("a unix socket stays on this machine and has no TLS: leave out tls");
            }
            return new ClientOptions(this);
        }
    }
}
