package dev.carmine.protocol;
/** X. */
public final class RespReader {
    private RespReader() {}
}
