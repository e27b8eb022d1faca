package dev.carmine.client.command;
/** X. */
public final class Strings {
    private Strings() {}
}
