package dev.carmine.protocol;
/** X. */
public final class FrameInput {
    private FrameInput() {}
}
