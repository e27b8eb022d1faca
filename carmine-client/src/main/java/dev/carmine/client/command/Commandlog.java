package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ServerDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Redis;
import java.util.List;

/** Valkey's logs of commands that were slow, or whose request or reply was large. Redis does not have them. */
public final class Commandlog {
    private Commandlog() {}

    // spotless:off
    /** Returns up to {@code count} latest entries of a kind, the newest first; all for -1. O(N) in the entries returned, since Valkey 8.1.0: <a href="https://valkey.io/commands/commandlog-get/">COMMANDLOG GET</a>. */
    @Redis("COMMANDLOG GET") public static Command<List<CommandlogEntry>> commandlogGet(long count, CommandlogKind kind) { return COMMANDLOG_GET.words().arg(count).arg(kind.word()).command(COMMANDLOG_ENTRIES); }

    /** Returns how many entries of a kind there are. O(1), since Valkey 8.1.0: <a href="https://valkey.io/commands/commandlog-len/">COMMANDLOG LEN</a>. */
    @Redis("COMMANDLOG LEN") public static Command<Long> commandlogLen(CommandlogKind kind) { return COMMANDLOG_LEN.words().arg(kind.word()).command(LONG); }

    /** Deletes all entries of a kind, and returns {@code OK}. O(N), since Valkey 8.1.0: <a href="https://valkey.io/commands/commandlog-reset/">COMMANDLOG RESET</a>. */
    @Redis("COMMANDLOG RESET") public static Command<String> commandlogReset(CommandlogKind kind) { return COMMANDLOG_RESET.words().arg(kind.word()).command(TEXT); }
    // spotless:on
}
