package dev.carmine.client;
/** X. */
public final class Carmine {
    private Carmine() {}
}
