package dev.carmine.generator;
/** X. */
public final class Gen {
    private Gen() {}
}
