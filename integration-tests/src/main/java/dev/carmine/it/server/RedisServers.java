package dev.carmine.it.server;

import dev.carmine.it.wire.Transport;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Finds and starts servers.
 *
 * <p>Which program is started says the system property {@value #PROPERTY}: the path of a server, or of a script that
 * ends in {@code exec} of one; or {@code embedded} for the Redis 6.2 that comes as a dependency. Without the property
 * it is the first {@code redis-server} or {@code valkey-server} on the search path, else the embedded one.
 *
 * <p>The property can also be {@code docker:} and the name of an image, as in {@code docker:redis:8.0}: then each server
 * is a container, started through Testcontainers on the Docker engine of this machine. It can be stopped, killed and
 * frozen like any other, but its {@linkplain RedisServer#folder() folder} cannot be seen from outside.
 *
 * <p>And it can be the {@code redis://} URI of a running server, which then is the {@linkplain #shared() shared} one;
 * nothing can be started in that case.
 *
 * <p>Started servers listen on a free port of 127.0.0.1, keep their files in a temporary folder, and end with this JVM,
 * even if it is killed; in the case of containers that is up to Testcontainers and its container named Ryuk. All methods
 * may be called by any thread.
 */
public final class RedisServers {
    /** The system property that says which server to use. */
    public static final String PROPERTY = "carmine.it.redis";

    private static final String IMAGE_PREFIX = "docker:";

    /** How many JVMs share the tests. */
    private static final String FORKS = "carmine.it.forks";

    private static final Lazy<ServerProgram> PROGRAM = new Lazy<>(() -> find(configured()));
    private static final Lazy<RedisServer> SHARED = new Lazy<>(() -> canStart() ? start() : attach());

    private RedisServers() {}

    /**
     * The server that everything in this JVM may share. It is started at the first call and must not be reconfigured,
     * stopped or closed.
     *
     * @return the shared server
     * @throws NoServerException if there is none on this machine
     * @throws IllegalStateException if it does not start, or if a running server was named that holds keys
     */
    public static RedisServer shared() {
        return SHARED.get();
    }

    /**
     * Starts a server with default options.
     *
     * @return a server that the caller must close
     * @throws NoServerException if there is none on this machine
     * @throws IllegalStateException if it does not start, or a running server was named
     */
    public static RedisServer start() {
        return start(ServerOptions.defaults());
    }

    /**
     * Starts a server.
     *
     * @param options how
     * @return a server that the caller must close
     * @throws NoServerException if there is none on this machine
     * @throws IllegalStateException if it does not start, or a running server was named
     */
    public static RedisServer start(ServerOptions options) {
        if (!canStart()) {
            throw new IllegalStateException("nothing can be started while " + PROPERTY + " names a running server;"
                    + " name a program instead of a URI");
        }
        ServerProgram program = PROGRAM.get();
        RedisServer server = RedisServer.start(program, options);
        ServersUsed.record(server, program.description());
        return server;
    }

    /**
     * Whether servers can be started, as opposed to a running one being given.
     *
     * @return false if {@value #PROPERTY} is a URI
     */
    public static boolean canStart() {
        String configured = configured();
        return configured == null || !configured.contains("://");
    }

    /**
     * Whether servers are started in containers.
     *
     * @return true if {@value #PROPERTY} names an image
     */
    public static boolean inContainers() {
        String configured = configured();
        return configured != null && configured.startsWith(IMAGE_PREFIX);
    }

    /**
     * Makes sure that there is a server to use, without starting it.
     *
     * @throws NoServerException if none is installed, and the embedded one does not run on this platform
     */
    public static void require() {
        if (canStart()) {
            PROGRAM.get();
        }
    }

    private static ServerProgram find(@Nullable String configured) {
        return configured != null && configured.startsWith(IMAGE_PREFIX)
                ? ServerImage.find(configured.substring(IMAGE_PREFIX.length()))
                : ServerBinary.find(configured);
    }

    private static @Nullable String configured() {
        String value = System.getProperty(PROPERTY, "");
        return value.isEmpty() ? null : value;
    }

    private static RedisServer attach() {
        if (Transport.ofTests() != Transport.TCP) {
            throw new IllegalStateException("a running server is reached by TCP alone, but " + Transport.PROPERTY
                    + " is " + Transport.ofTests() + "; name a program in " + PROPERTY + " instead of a URI");
        }
        if (Integer.getInteger(FORKS, 1) > 1) {
            throw new IllegalStateException("several JVMs would disturb each other on one running server; add -D"
                    + FORKS + "=1, or name a program in " + PROPERTY + " instead of a URI");
        }
        RedisServer server = RedisServer.attach(URI.create(System.getProperty(PROPERTY)));
        if (!Long.valueOf(0).equals(server.call("DBSIZE"))) {
            throw new IllegalStateException("the server at " + server.host() + ":" + server.port()
                    + " holds keys, and the harness deletes everything; name an empty one in " + PROPERTY);
        }
        ServersUsed.record(server, "running: " + server.host() + ":" + server.port());
        return server;
    }
}
