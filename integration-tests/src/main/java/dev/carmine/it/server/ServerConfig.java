package dev.carmine.it.server;

import dev.carmine.it.tls.Identity;
import dev.carmine.it.tls.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The configuration file of one server, and how the harness logs in to it. */
final class ServerConfig {
    private final ServerOptions options;
    private final Version version;
    private final @Nullable Credentials credentials;

    ServerConfig(ServerOptions options, Version version) {
        this.options = options;
        this.version = version;
        this.credentials = credentials(options);
    }

    /** How the harness logs in; null if it need not. */
    @Nullable Credentials credentials() {
        return credentials;
    }

    /** Whether the server listens for TLS too. */
    boolean hasTls() {
        return options.tls();
    }

    /** Writes the file for a port, and another one for TLS if there is to be one. */
    void write(Path file, int port, int tlsPort) {
        List<String> lines = new ArrayList<>(List.of(
                "port " + port,
                "bind 127.0.0.1",
                "dir " + file.getParent(),
                "daemonize no",
                "save \"\"",
                // A replica should not wait for others to come along.
                "repl-diskless-sync yes",
                "repl-diskless-sync-delay 0"));
        if (version.isAtLeast("7.0")) {
            lines.add("enable-debug-command local");
        }
        if (options.appendOnly()) {
            lines.addAll(List.of("appendonly yes", "appendfsync always"));
        }
        if (options.resp2Only()) {
            lines.add("rename-command HELLO \"\"");
        }
        if (options.tls()) {
            addTls(lines, tlsPort);
        }
        addAccess(lines);
        addMaster(lines);
        lines.addAll(options.configLines());
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addTls(List<String> lines, int tlsPort) {
        TestAuthority authority = TestAuthority.trusted();
        Identity server = authority.issue("server", "localhost", "127.0.0.1");
        lines.addAll(List.of(
                "tls-port " + tlsPort,
                "tls-cert-file " + server.certificate(),
                "tls-key-file " + server.key(),
                "tls-ca-cert-file " + authority.certificate(),
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
        lines.add("replicaof " + master.host() + " " + master.port());
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
