package dev.carmine.it.server;

import dev.carmine.it.tls.Identity;
import dev.carmine.it.tls.TestAuthority;
import dev.carmine.it.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one server is configured, wherever it runs, and how the harness logs in to it. */
final class ServerConfig {
    private final ServerOptions options;
    private final Version version;
    private final @Nullable Credentials credentials;
    private final @Nullable Identity identity;

    ServerConfig(ServerOptions options, Version version) {
        this.options = options;
        this.version = version;
        this.credentials = credentials(options);
        boolean tls = options.tls() || Transport.ofTests() == Transport.TLS;
        this.identity = tls ? TestAuthority.trusted().issue("server", "localhost", "127.0.0.1") : null;
    }

    /** How the harness logs in; null if it need not. */
    @Nullable Credentials credentials() {
        return credentials;
    }

    /** Whether the server listens for TLS too: because of its options, or because all tests run over it. */
    boolean hasTls() {
        return identity != null;
    }

    /** The files whose names stand in the {@linkplain #lines lines}. */
    List<Path> files() {
        if (identity == null) {
            return List.of();
        }
        return List.of(
                identity.certificate(), identity.key(), TestAuthority.trusted().certificate());
    }

    /** The lines of the configuration file but for the server's address and folder. */
    List<String> lines(int port, int tlsPort) {
        List<String> lines = new ArrayList<>(List.of(
                "port " + port,
                "daemonize no",
                "save \"\"",
                // A replica should not wait for others to come along.
                "repl-diskless-sync yes",
                "repl-diskless-sync-delay 0"));
        if (version.isAtLeast("7.0")) {
            lines.add("enable-debug-command yes");
        }
        if (options.appendOnly()) {
            lines.addAll(List.of("appendonly yes", "appendfsync always"));
        }
        if (options.resp2Only()) {
            lines.add("rename-command HELLO \"\"");
        }
        if (identity != null) {
            addTls(lines, identity, tlsPort);
        }
        addAccess(lines);
        addMaster(lines);
        lines.addAll(options.configLines());
        return lines;
    }

    private void addTls(List<String> lines, Identity identity, int tlsPort) {
        lines.addAll(List.of(
                "tls-port " + tlsPort,
                "tls-cert-file " + identity.certificate(),
                "tls-key-file " + identity.key(),
                "tls-ca-cert-file " + TestAuthority.trusted().certificate(),
                "tls-auth-clients " + (options.clientCertificates() ? "yes" : "no")));
    }

    private void addAccess(List<String> lines) {
        if (options.password() != null) {
            lines.add("requirepass " + options.password());
        }
        options.aclUsers().forEach(user -> lines.add("user " + user));
        if (credentials != null && credentials.user() != null) {
            lines.add("user " + credentials.user() + " on >" + credentials.password() + " ~* &* +@all");
        }
    }

    private void addMaster(List<String> lines) {
        RedisServer master = options.master();
        if (master == null) {
            return;
        }
        InetSocketAddress address = master.peerAddress();
        lines.add("replicaof " + address.getHostString() + " " + address.getPort());
        Credentials login = master.credentials();
        if (login != null) {
            lines.add("masterauth " + login.password());
            if (login.user() != null) {
                lines.add("masteruser " + login.user());
            }
        }
    }

    private static @Nullable Credentials credentials(ServerOptions options) {
        if (!options.aclUsers().isEmpty()) {
            return new Credentials("carmine-it", UUID.randomUUID().toString());
        }
        return options.password() == null ? null : new Credentials(null, options.password());
    }
}
