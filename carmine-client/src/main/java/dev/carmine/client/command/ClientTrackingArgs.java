package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Which changed keys a connection is told of, and how: {@code ClientTrackingArgs.broadcast("user:").noLoop()}.
 * Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/client-tracking/">CLIENT TRACKING</a>
 */
public final class ClientTrackingArgs {
    private final Words words;

    private ClientTrackingArgs(Words words) {
        this.words = words;
    }

    /**
     * Of the keys that it has read.
     *
     * @return arguments for that
     */
    public static ClientTrackingArgs whatWasRead() {
        return new ClientTrackingArgs(Words.of("ON"));
    }

    /**
     * Of the keys read by a command that follows {@code CLIENT CACHING YES} ({@code OPTIN}).
     *
     * @return arguments for that
     */
    public static ClientTrackingArgs optIn() {
        return whatWasRead().with("OPTIN");
    }

    /**
     * Of the keys that it has read, save by a command that follows {@code CLIENT CACHING NO} ({@code OPTOUT}).
     *
     * @return arguments for that
     */
    public static ClientTrackingArgs optOut() {
        return whatWasRead().with("OPTOUT");
    }

    /**
     * Of all keys that begin with one of some prefixes, whoever has read them ({@code BCAST}).
     *
     * @param prefixes of which none may begin with another; without any, of all keys
     * @return arguments for that
     */
    public static ClientTrackingArgs broadcast(String... prefixes) {
        ClientTrackingArgs args = whatWasRead().with("BCAST");
        for (String prefix : prefixes) {
            args = args.with("PREFIX", prefix);
        }
        return args;
    }

    /**
     * Tells another connection in the place of this one ({@code REDIRECT}).
     *
     * @param id that connection's, as {@code CLIENT ID} gives it
     * @return arguments that say so
     */
    public ClientTrackingArgs redirectTo(long id) {
        return with("REDIRECT", id);
    }

    /**
     * Leaves out what the connection has changed itself ({@code NOLOOP}).
     *
     * @return arguments that say so
     */
    public ClientTrackingArgs noLoop() {
        return with("NOLOOP");
    }

    private ClientTrackingArgs with(Object... more) {
        return new ClientTrackingArgs(words.and(more));
    }

    /** What follows the name. */
    List<Object> words() {
        return words.toList();
    }
}
