package dev.carmine.client.command;

/**
 * On what condition {@code EXPIRE} and its siblings set a time to live, for a key since Redis 7.0 or for a field of a hash
 * since Redis 7.4. What has none counts as living for ever.
 *
 * @see <a href="https://redis.io/docs/latest/commands/expire/">EXPIRE</a>
 */
public enum ExpireIf {
    /** It does not expire yet ({@code NX}). */
    NO_EXPIRY("NX"),
    /** It expires already ({@code XX}). */
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
