package dev.carmine.client.command;

/**
 * On what condition {@code JSON.SET} sets.
 *
 * @see <a href="https://redis.io/docs/latest/commands/json.set/">JSON.SET</a>
 */
public enum JsonSetIf {
    /** The path leads to nothing yet ({@code NX}). */
    ABSENT("NX"),
    /** The path leads to something already ({@code XX}). */
    PRESENT("XX");

    private final String word;

    JsonSetIf(String word) {
        this.word = word;
    }

    /** The word of the command. */
    String word() {
        return word;
    }
}
