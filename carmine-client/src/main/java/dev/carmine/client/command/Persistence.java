package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Redis;

/**
 * Commands that save the data to disk, and that end the server.
 *
 * <p>A server that obeys {@code SHUTDOWN} never answers. The call then ends with a {@code CarmineConnectionException}
 * when the server closes the connection, and that is its success; it is not sent again. If the server saves for longer
 * than a call may take, or waits so long for its replicas, it ends with a {@code CarmineTimeoutException} before. An
 * answer is always an error: the data could not be saved, or the shutdown was aborted while it waited for replicas.
 */
public final class Persistence {
    private Persistence() {}

    // spotless:off
    /** Begins to rewrite the append-only file in the background, or plans it if a snapshot is being saved, and returns which of both. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/bgrewriteaof/">BGREWRITEAOF</a>. */
    @Redis("BGREWRITEAOF") public static Command<String> bgrewriteaof() { return BGREWRITEAOF.command(TEXT); }

    /** Begins to save a snapshot in the background, and returns a notice of it; fails if the server is saving or rewriting already. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/bgsave/">BGSAVE</a>. */
    @Redis("BGSAVE") public static Command<String> bgsave() { return BGSAVE.command(TEXT); }

    /** Stops saving a snapshot in the background, or takes back the plan to do so, and returns which of both; fails if there is neither. O(1), since Valkey 8.1.0: <a href="https://valkey.io/commands/bgsave/">BGSAVE</a>. */
    @Redis("BGSAVE") public static Command<String> bgsaveCancel() { return BGSAVE.words().arg("CANCEL").command(TEXT); }

    /** Begins to save a snapshot in the background, or plans it if the append-only file is being rewritten, and returns which of both. O(1), since 3.2.2: <a href="https://redis.io/docs/latest/commands/bgsave/">BGSAVE</a>. */
    @Redis("BGSAVE") public static Command<String> bgsaveSchedule() { return BGSAVE.words().arg("SCHEDULE").command(TEXT); }

    /** Saves a snapshot while all clients wait, and returns {@code OK}. O(N) in the keys of all databases, since 1.0.0: <a href="https://redis.io/docs/latest/commands/save/">SAVE</a>. */
    @Redis("SAVE") public static Command<String> save() { return SAVE.command(TEXT); }

    /** Ends the server, which saves the data before if it is set up to save them at times; success is a {@code CarmineConnectionException}. O(N) when saving, since 1.0.0: <a href="https://redis.io/docs/latest/commands/shutdown/">SHUTDOWN</a>. */
    @Redis("SHUTDOWN") public static Command<String> shutdown() { return SHUTDOWN.command(TEXT); }

    /** Ends the server as the arguments say; success is a {@code CarmineConnectionException}. O(N) when saving, since 1.0.0: <a href="https://redis.io/docs/latest/commands/shutdown/">SHUTDOWN</a>. */
    @Redis("SHUTDOWN") public static Command<String> shutdown(ShutdownArgs args) { return SHUTDOWN.words().args(args.words()).command(TEXT); }

    /** Lets a server go on that waits for its replicas before it ends, and returns {@code OK}; fails if it does not. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/shutdown/">SHUTDOWN</a>. */
    @Redis("SHUTDOWN") public static Command<String> shutdownAbort() { return SHUTDOWN.words().arg("ABORT").command(TEXT); }
    // spotless:on
}
