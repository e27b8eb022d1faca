package dev.carmine.it.server;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the URI of a running server.
 *
 * @param host where it listens
 * @param port where it listens
 * @param credentials how to log in, null if that is not needed
 */
record ServerUri(String host, int port, @Nullable Credentials credentials) {
    private static final int DEFAULT_PORT = 6379;

    static ServerUri of(URI uri) {
        String path = uri.getPath();
        if (!"redis".equals(uri.getScheme())
                || uri.getHost() == null
                || !(path == null || path.isEmpty() || path.equals("/") || path.equals("/0"))) {
            throw new IllegalArgumentException(RedisServers.PROPERTY
                    + " must look like redis://[[user]:password@]host[:port]: scheme redis, and no database but 0");
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new ServerUri(uri.getHost(), port, credentials(uri.getUserInfo()));
    }

    private static @Nullable Credentials credentials(@Nullable String userInfo) {
        if (userInfo == null) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        String user = userInfo.substring(0, Math.max(0, colon));
        return new Credentials(user.isEmpty() ? null : user, userInfo.substring(colon + 1));
    }
}
