package dev.carmine.client.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where some keys of a command stand, and what it does to them: {@code begin} tells where to begin, {@code find} which
 * words are keys from there.
 *
 * @param flags one of {@code RO} for keys that are read, {@code RW} for keys that are changed depending on what they
 *     hold, {@code OW} for keys that are overwritten and {@code RM} for keys that are deleted; and such as {@code
 *     access}, {@code update}, {@code insert} and {@code delete} for what is done to their values. With {@code not_key}
 *     it is no key, but goes to a node of a cluster as if it were; with {@code incomplete} there may be more keys
 * @param begin where to begin
 * @param find which words are keys
 * @param notes what else is to be known, or null
 * @see <a href="https://redis.io/docs/latest/develop/reference/key-specs/">Command key specifications</a>
 */
public record CommandKeySpec(
        List<String> flags,
        Begin begin,
        Find find,
        @Nullable String notes) {

    /** Where the search for keys begins. */
    public sealed interface Begin {}

    /** Which words are keys. */
    public sealed interface Find {}

    /**
     * At a position.
     *
     * @param index the position, the name of the command being 0
     */
    public record Index(int index) implements Begin {}

    /**
     * Behind a word.
     *
     * @param keyword the word, in any case
     * @param startFrom the position from which on it is searched; if negative, backwards from a position counted from
     *     the end, -1 being the last word
     */
    public record Keyword(String keyword, int startFrom) implements Begin {}

    /**
     * Keys in a row.
     *
     * @param lastKey how far the last key is from the first; if negative, counted from the end, -1 being the last word
     * @param step how far it is from a key to the next
     * @param limit if {@code lastKey} is -1, by how much to divide the number of the remaining words; 0 and 1 stand for
     *     all of them
     */
    public record Range(int lastKey, int step, int limit) implements Find {}

    /**
     * As many keys as a word says.
     *
     * @param index how far the word with the number of keys is from the beginning
     * @param firstKey how far the first key is from the beginning
     * @param step how far it is from a key to the next
     */
    public record KeyNumber(int index, int firstKey, int step) implements Find {}

    /**
     * In a way that the server cannot express: ask {@code COMMAND GETKEYS}.
     *
     * @param type the server's word for it, mostly {@code unknown}
     */
    public record Unknown(String type) implements Begin, Find {}
}
