package dev.carmine.protocol;
/** X. */
public final class CommandWriter {
    private CommandWriter() {}
}
