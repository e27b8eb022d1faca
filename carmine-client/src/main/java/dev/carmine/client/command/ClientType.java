package dev.carmine.client.command;

/** What connections are for. The constants are words of {@code CLIENT LIST} and {@code CLIENT KILL}. */
public enum ClientType {
    /** Those of clients. */
    NORMAL,
    /** Those to the server that this one is a replica of. */
    MASTER,
    /** Those of replicas. */
    REPLICA,
    /** Those of clients that listen to channels. */
    PUBSUB
}
