package dev.carmine.client.command;

import java.util.Map;

/**
 * An entry of a stream.
 *
 * @param id its id: the milliseconds since 1970 and a number within them, as in {@code 1526919030474-55}
 * @param fields its fields with their values, in their order; empty if the entry was deleted while it was pending. Of a
 *     field that was added twice, the last value
 * @param <V> what values are read as
 */
public record StreamEntry<V>(String id, Map<String, V> fields) {

    /**
     * Whether only the id is left: a consumer's own pending entries may have been deleted from the stream. An entry that
     * is there has one field at least.
     *
     * @return true if the entry was deleted
     */
    public boolean isDeleted() {
        return fields.isEmpty();
    }
}
