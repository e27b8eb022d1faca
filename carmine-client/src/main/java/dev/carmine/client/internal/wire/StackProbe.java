package dev.carmine.client.internal.wire;

/**
 * Makes a caller whose stack is nearly used up fail before it touches a link. A {@link StackOverflowError} in the midst
 * of a call could leave the link's lead, or a lock inside the JDK's channels, held for ever.
 */
final class StackProbe {
    /** Frames that take more space together than the deepest way from here into the operating system. */
    private static final int FRAMES = 128;

    private StackProbe() {}

    /**
     * Goes down the stack and comes back; about a tenth of a microsecond.
     *
     * @throws StackOverflowError if there is not enough of it left
     */
    static void requireSpace() {
        if (descend(FRAMES) != FRAMES) {
            throw new AssertionError("miscounted");
        }
    }

    private static int descend(int frames) {
        return frames == 0 ? 0 : descend(frames - 1) + 1;
    }
}
