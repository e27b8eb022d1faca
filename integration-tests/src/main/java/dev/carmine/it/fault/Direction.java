package dev.carmine.it.fault;

/** Which way bytes travel through a {@link FaultProxy}. */
public enum Direction {
    /** From the client to the server: commands. */
    TO_SERVER,
    /** From the server to the client: replies and pushes. */
    TO_CLIENT
}
