package dev.carmine.client.internal.command;

import dev.carmine.client.internal.value.StoredValues;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects among the words of a command, until the client that runs it serializes them. Filled while the command is put
 * together, and not changed after.
 */
final class PendingValues {
    /** What stands in the place of an object. */
    static final byte[] PLACE = {};

    /** Positions among the words, ascending, and what belongs there. */
    private final List<Integer> positions = new ArrayList<>();

    private final List<Object> values = new ArrayList<>();

    /** Takes an object that is the next word. */
    void add(int position, Object value) {
        positions.add(position);
        values.add(value);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The command with the objects in their places. */
    byte[] writtenInto(byte[] command, StoredValues stored) {
        List<byte[]> words = new ArrayList<>(values.size());
        for (Object value : values) {
            words.add(stored.write(value));
        }
        return EncodedWords.filled(command, positions, words);
    }
}
