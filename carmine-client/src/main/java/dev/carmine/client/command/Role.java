package dev.carmine.client.command;

import java.util.List;

/**
 * What part a server plays in replication.
 *
 * @see <a href="https://redis.io/docs/latest/commands/role/">ROLE</a>
 */
public sealed interface Role {

    /**
     * It takes writes, and others may follow it.
     *
     * @param offset how far its stream of changes has come, in bytes
     * @param replicas the servers that follow it now
     */
    record Master(long offset, List<Follower> replicas) implements Role {}

    /**
     * A replica, as its master sees it.
     *
     * @param host where it can be reached
     * @param port where it can be reached
     * @param offset how far it has acknowledged the master's stream of changes, in bytes
     */
    record Follower(String host, int port, long offset) {}

    /**
     * It follows another server.
     *
     * @param masterHost the host of the server that it follows
     * @param masterPort the port of that server
     * @param state the state of their connection: {@code connect}, {@code connecting}, {@code handshake}, {@code sync}
     *     or {@code connected}
     * @param offset how far it has come in the master's stream of changes, in bytes; -1 if it has not begun
     */
    record Replica(String masterHost, int masterPort, String state, long offset) implements Role {}

    /**
     * It watches over other servers and has no data.
     *
     * @param masters the names of the masters that it watches
     */
    record Sentinel(List<String> masters) implements Role {}
}
