package dev.carmine.protocol;
/** X. */
public final class RespValue {
    private RespValue() {}
}
