package dev.carmine.client.command;

/** How a replica takes over from a master of a cluster that it cannot agree with. */
public enum ClusterFailoverMode {
    /** Without the master, but elected by the majority of the other masters. */
    FORCE,
    /** Without the master and without an election: for a cluster that has lost its majority. */
    TAKEOVER
}
