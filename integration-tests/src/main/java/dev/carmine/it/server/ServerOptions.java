package dev.carmine.it.server;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a server of one's own is to be started. Immutable. By default it accepts everyone and persists nothing. */
public final class ServerOptions {
    private final List<String> configLines;
    private final List<String> aclUsers;
    private final @Nullable String password;
    private final boolean resp2Only;
    private final boolean appendOnly;
    private final boolean tls;
    private final boolean clientCertificates;
    private final @Nullable RedisServer master;

    private ServerOptions(Builder builder) {
        this.configLines = List.copyOf(builder.configLines);
        this.aclUsers = List.copyOf(builder.aclUsers);
        this.password = builder.password;
        this.resp2Only = builder.resp2Only;
        this.appendOnly = builder.appendOnly;
        this.tls = builder.tls;
        this.clientCertificates = builder.clientCertificates;
        this.master = builder.master;
    }

    /**
     * A server that accepts everyone and persists nothing.
     *
     * @return the options
     */
    public static ServerOptions defaults() {
        return builder().build();
    }

    /**
     * Begins with the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    List<String> configLines() {
        return configLines;
    }

    List<String> aclUsers() {
        return aclUsers;
    }

    @Nullable String password() {
        return password;
    }

    boolean resp2Only() {
        return resp2Only;
    }

    boolean appendOnly() {
        return appendOnly;
    }

    boolean tls() {
        return tls;
    }

    boolean clientCertificates() {
        return clientCertificates;
    }

    @Nullable RedisServer master() {
        return master;
    }

    /** Builds options; not thread-safe. */
    public static final class Builder {
        private final List<String> configLines = new ArrayList<>();
        private final List<String> aclUsers = new ArrayList<>();
        private @Nullable String password;
        private boolean resp2Only;
        private boolean appendOnly;
        private boolean tls;
        private boolean clientCertificates;
        private @Nullable RedisServer master;

        private Builder() {}

        /**
         * Adds lines to the configuration file, after those of the harness. Relative paths, of a unix socket for
         * instance, are below {@link RedisServer#folder()}.
         *
         * @param lines as in {@code maxmemory 10mb}
         * @return this builder
         */
        public Builder config(String... lines) {
            configLines.addAll(List.of(lines));
            return this;
        }

        /**
         * Adds an ACL user. The harness then adds one of its own, by the name {@code carmine-it}, so that it can do its
         * work whatever becomes of the default user.
         *
         * @param rule name and rules, as in {@code bob on >secret ~* +@all}
         * @return this builder
         */
        public Builder user(String rule) {
            aclUsers.add(rule);
            return this;
        }

        /**
         * Sets the password of the default user. It becomes part of {@link RedisServer#uri()}.
         *
         * @param password letters and digits
         * @return this builder
         */
        public Builder password(String password) {
            this.password = password;
            return this;
        }

        /**
         * Takes the command HELLO away, so that the server answers it like one that never heard of RESP3: {@code -ERR
         * unknown command}. (Access control cannot do this: servers let everyone run HELLO whatever the rules say. A
         * refusal with NOPERM, as some managed services have it, is for the fake server.)
         *
         * @return this builder
         */
        public Builder resp2Only() {
            this.resp2Only = true;
            return this;
        }

        /**
         * Writes every change to disk before it is answered, so that nothing acknowledged is lost when the server is
         * killed.
         *
         * @return this builder
         */
        public Builder appendOnly() {
            this.appendOnly = true;
            return this;
        }

        /**
         * Listens for TLS too, on a {@linkplain RedisServer#tlsPort() port of its own}, with a certificate of the
         * {@linkplain dev.carmine.it.tls.TestAuthority#trusted() authority of tests} for {@code localhost} and
         * 127.0.0.1.
         *
         * @return this builder
         */
        public Builder tls() {
            this.tls = true;
            return this;
        }

        /**
         * Does the same, and requires certificates of that authority from clients.
         *
         * @return this builder
         */
        public Builder mutualTls() {
            this.clientCertificates = true;
            return tls();
        }

        /**
         * Makes the server a replica. Starting it waits for the first synchronisation.
         *
         * @param master a running server
         * @return this builder
         */
        public Builder replicaOf(RedisServer master) {
            this.master = master;
            return this;
        }

        /**
         * The options so far.
         *
         * @return immutable options
         */
        public ServerOptions build() {
            return new ServerOptions(this);
        }
    }
}
