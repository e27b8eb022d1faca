package dev.carmine.examples;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A real Redis from inside a jar, on a free port of this machine, without persistence. */
final class EmbeddedServer implements AutoCloseable {
    private final RedisServer server;
    private final int port;

    private EmbeddedServer(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static EmbeddedServer start() throws IOException {
        int port = freePort();
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .onShutdownForceStop(true)
                .build();
        server.start();
        return new EmbeddedServer(server, port);
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
