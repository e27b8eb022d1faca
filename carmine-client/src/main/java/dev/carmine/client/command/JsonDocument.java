package dev.carmine.client.command;

import dev.carmine.client.internal.command.CommandBuilder;

/**
 * What {@code JSON.MSET} sets, and where.
 *
 * @param key the key of the document
 * @param path where in the document, such as {@code $} for the whole of it; a new document begins at {@code $}
 * @param json the value as JSON
 */
public record JsonDocument(String key, String path, String json) {

    /**
     * A whole document.
     *
     * @param key its key
     * @param json its JSON
     * @return the document at the path {@code $}
     */
    public static JsonDocument of(String key, String json) {
        return new JsonDocument(key, Json.ROOT, json);
    }

    /** Appends its three words to a command. */
    static void write(CommandBuilder words, JsonDocument document) {
        words.key(document.key).arg(document.path).arg(document.json);
    }
}
