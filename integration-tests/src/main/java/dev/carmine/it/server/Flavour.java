package dev.carmine.it.server;

/** Whose server it is. */
public enum Flavour {
    /** Redis. */
    REDIS,
    /** Valkey, which also tells the version of Redis it is compatible with. */
    VALKEY
}
