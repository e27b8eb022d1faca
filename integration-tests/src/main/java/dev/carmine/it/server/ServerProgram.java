package dev.carmine.it.server;

/** What servers are started from. */
interface ServerProgram {

    /** Where it came from, for people. */
    String description();

    /** Starts a server and waits until it serves. */
    ServerProcess start(ServerOptions options);
}
