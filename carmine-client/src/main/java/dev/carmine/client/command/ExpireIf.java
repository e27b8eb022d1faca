package dev.carmine.client.command;

/**
 * On what condition {@code EXPIRE} and its siblings set a time to live. A key without one counts as living for ever.
 * Since Redis 7.0.
 *
 * @see <a href="https://redis.io/docs/latest/commands/expire/">EXPIRE</a>
 */
public enum ExpireIf {
    /** The key does not expire yet ({@code NX}). */
    NO_EXPIRY("NX"),
    /** The key expires already ({@code XX}). */
    HAS_EXPIRY("XX"),
    /** The new time is later than the present one ({@code GT}). */
    LATER("GT"),
    /** The new time is earlier than the present one ({@code LT}). */
    EARLIER("LT");

    private final String word;

    ExpireIf(String word) {
        this.word = word;
    }

    /** The word of the command. */
    String word() {
        return word;
    }
}
