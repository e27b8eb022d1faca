package dev.carmine.client.command;

/** What a node of a cluster forgets. */
public enum ClusterResetMode {
    /** The other nodes and the slots. */
    SOFT,
    /** Its own id and the epochs too, as if it were new. */
    HARD
}
