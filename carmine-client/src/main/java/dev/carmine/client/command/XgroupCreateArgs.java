package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * How {@code XGROUP CREATE} makes a group: {@code XgroupCreateArgs.mkstream().entriesread(17)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/xgroup-create/">XGROUP CREATE</a>
 */
public final class XgroupCreateArgs {
    private final Words mkstream;
    private final Words entriesread;

    private XgroupCreateArgs(Words mkstream, Words entriesread) {
        this.mkstream = mkstream;
        this.entriesread = entriesread;
    }

    /**
     * Needs a stream that exists.
     *
     * @return arguments that make no stream
     */
    public static XgroupCreateArgs ofExistingStream() {
        return new XgroupCreateArgs(Words.none(), Words.none());
    }

    /**
     * Makes an empty stream if there is none ({@code MKSTREAM}).
     *
     * @return arguments that do so
     */
    public static XgroupCreateArgs mkstream() {
        return new XgroupCreateArgs(Words.of("MKSTREAM"), Words.none());
    }

    /**
     * Says how many entries of the stream count as delivered ({@code ENTRIESREAD}), so that the server can tell how far
     * the group is behind. Since Redis 7.0.
     *
     * @param entries their number; -1 if it is not known
     * @return arguments with that number
     * @throws IllegalArgumentException if the number is less than -1
     */
    public XgroupCreateArgs entriesread(long entries) {
        if (entries < -1) {
            throw new IllegalArgumentException(
                    "The entries read must be -1 for unknown, 0 or more, but are " + entries);
        }
        return new XgroupCreateArgs(mkstream, Words.of("ENTRIESREAD", entries));
    }

    /** What follows the id. */
    List<Object> words() {
        return mkstream.and(entriesread).toList();
    }
}
