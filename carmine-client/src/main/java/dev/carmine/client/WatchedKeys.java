package dev.carmine.client;

import dev.carmine.client.internal.command.EncodedCommand;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Sees to it that one attempt at a transaction watches a key before it reads it: what was read before may have been
 * changed by the time the key is watched, and nobody would notice. Confined to the attempt's thread.
 */
final class WatchedKeys {
    private final Set<ByteBuffer> watched = new HashSet<>();
    private final Set<ByteBuffer> readUnwatched = new HashSet<>();

    /** Notes what a command reads that runs at once. */
    void read(EncodedCommand<?> command) {
        if (!command.isReadOnly()) {
            return; // it may be what makes the key that is to be watched
        }
        for (byte[] key : command.keys()) {
            ByteBuffer bytes = ByteBuffer.wrap(key);
            if (!watched.contains(bytes)) {
                readUnwatched.add(bytes);
            }
        }
    }

    /**
     * Notes what is watched from now on.
     *
     * @throws IllegalStateException if one of the keys was read before
     */
    void watch(EncodedCommand<?> command) {
        for (byte[] key : command.keys()) {
            ByteBuffer bytes = ByteBuffer.wrap(key);
            if (readUnwatched.contains(bytes)) {
                throw new IllegalStateException(
                        "a key was read before it is watched, and may have been changed in between:"
                                + " call watch(...) first, and read it then");
            }
            watched.add(bytes);
        }
    }
}
