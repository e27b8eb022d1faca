package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which id {@code XADD} gives to an entry, and what it does besides: {@code
 * XaddArgs.generatedId().trim(XtrimArgs.maxlen(1000).approximately())}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/xadd/">XADD</a>
 */
public final class XaddArgs {
    private final String id;
    private final Words condition;

    /** By which the server knows an entry that is sent again. */
    private final Words identity;

    private final @Nullable XtrimArgs trimming;

    private XaddArgs(String id, Words condition, Words identity, @Nullable XtrimArgs trimming) {
        this.id = id;
        this.condition = condition;
        this.identity = identity;
        this.trimming = trimming;
    }

    /**
     * Lets the server make the id from its clock ({@code *}).
     *
     * @return arguments with such an id
     */
    public static XaddArgs generatedId() {
        return id("*");
    }

    /**
     * Gives the entry an id, which must be greater than all before.
     *
     * @param id such as {@code 1526919030474-55}; since Redis 7.0 {@code 1526919030474-*}, too, of which the server makes
     *     the second part
     * @return arguments with that id
     */
    public static XaddArgs id(String id) {
        return new XaddArgs(id, Words.none(), Words.none(), null);
    }

    /**
     * Adds an entry once, however often it is sent ({@code IDMP}): the server gives the id of what it has added already.
     * So the command may be marked as {@code retryable()}. How long the server remembers says {@code XCFGSET}. Since
     * Redis 8.6.
     *
     * @param producer who adds it: a short name that stays the same
     * @param entry what the producer calls the entry: a name for each of them
     * @return arguments with that name, and an id that the server makes
     */
    public static XaddArgs idmp(String producer, String entry) {
        return new XaddArgs("*", Words.none(), Words.of("IDMP", producer, entry), null);
    }

    /**
     * As {@link #idmp}, with a name that the server makes of the fields and their values ({@code IDMPAUTO}): entries of a
     * producer with the same content are one. Since Redis 8.6.
     *
     * @param producer who adds it: a short name that stays the same
     * @return arguments with such a name, and an id that the server makes
     */
    public static XaddArgs idmpauto(String producer) {
        return new XaddArgs("*", Words.none(), Words.of("IDMPAUTO", producer), null);
    }

    /**
     * Adds nothing if the stream does not exist ({@code NOMKSTREAM}). Since Redis 6.2.
     *
     * @return arguments with that condition
     */
    public XaddArgs nomkstream() {
        return new XaddArgs(id, Words.of("NOMKSTREAM"), identity, trimming);
    }

    /**
     * Removes entries from the beginning of the stream after the new one was added.
     *
     * @param trimming which entries
     * @return arguments with that instead of any other trimming
     */
    public XaddArgs trim(XtrimArgs trimming) {
        return new XaddArgs(id, condition, identity, trimming);
    }

    /** What stands between the key and the first field. */
    List<Object> words() {
        return trimming == null
                ? condition.and(identity).and(id).toList()
                : condition
                        .and(trimming.referenceWords())
                        .and(identity)
                        .and(trimming.trimmingWords())
                        .and(id)
                        .toList();
    }
}
