package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ServerDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Redis;
import java.util.List;

/** The log of commands that have taken long; which those are is the setting {@code slowlog-log-slower-than}. */
public final class Slowlog {
    private Slowlog() {}

    // spotless:off
    /** Returns the latest entries, ten at most, the newest first. O(N) in the entries returned, since 2.2.12: <a href="https://redis.io/docs/latest/commands/slowlog-get/">SLOWLOG GET</a>. */
    @Redis("SLOWLOG GET") public static Command<List<SlowlogEntry>> slowlogGet() { return SLOWLOG_GET.command(SLOWLOG_ENTRIES); }

    /** Returns up to {@code count} latest entries, the newest first; since 7.0.0 all for -1. O(N) in the entries returned, since 2.2.12: <a href="https://redis.io/docs/latest/commands/slowlog-get/">SLOWLOG GET</a>. */
    @Redis("SLOWLOG GET") public static Command<List<SlowlogEntry>> slowlogGet(long count) { return SLOWLOG_GET.words().arg(count).command(SLOWLOG_ENTRIES); }

    /** Returns how many entries there are. O(1), since 2.2.12: <a href="https://redis.io/docs/latest/commands/slowlog-len/">SLOWLOG LEN</a>. */
    @Redis("SLOWLOG LEN") public static Command<Long> slowlogLen() { return SLOWLOG_LEN.command(LONG); }

    /** Deletes all entries, and returns {@code OK}. O(N), since 2.2.12: <a href="https://redis.io/docs/latest/commands/slowlog-reset/">SLOWLOG RESET</a>. */
    @Redis("SLOWLOG RESET") public static Command<String> slowlogReset() { return SLOWLOG_RESET.command(TEXT); }
    // spotless:on
}
