package dev.carmine.it.server;

import dev.carmine.it.wire.RawConnection;
import dev.carmine.it.wire.RawErrorException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a server that is being started whether it serves yet. */
final class ServerProbe {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private ServerProbe() {}

    /** What the server on a port of 127.0.0.1 says about itself; empty if none answers, or it is loading its data. */
    static Optional<ServerInfo> ask(int port, @Nullable Credentials login) {
        try (RawConnection connection = RawConnection.open("127.0.0.1", port).readLimit(LIMIT)) {
            if (login != null) {
                login.authenticate(connection);
            }
            return isLoading(connection) ? Optional.empty() : Optional.of(ServerInfo.of(connection));
        } catch (UncheckedIOException | RawErrorException e) {
            return Optional.empty();
        }
    }

    private static boolean isLoading(RawConnection connection) {
        try {
            connection.call("PING");
            return false;
        } catch (RawErrorException e) {
            return String.valueOf(e.getMessage()).startsWith("LOADING");
        }
    }
}
