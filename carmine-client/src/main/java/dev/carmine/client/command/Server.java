package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ResultDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands that ask or steer the server and its connections. */
public final class Server {
    private Server() {}

    // spotless:off
    /** Returns the name of the connection that runs it, or null if it has none. O(1), since 2.6.9: <a href="https://redis.io/docs/latest/commands/client-getname/">CLIENT GETNAME</a>. */
    @Redis("CLIENT GETNAME") public static Command<@Nullable String> clientGetname() { return CLIENT_GETNAME.command(NULLABLE_TEXT); }

    /** Returns the id of the connection that runs it. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/client-id/">CLIENT ID</a>. */
    @Redis("CLIENT ID") public static Command<Long> clientId() { return CLIENT_ID.command(LONG); }

    /** Returns a line about the connection that runs it. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/client-info/">CLIENT INFO</a>. */
    @Redis("CLIENT INFO") public static Command<String> clientInfo() { return CLIENT_INFO.command(TEXT); }

    /** Closes connections, and returns how many. O(N) in the connections, since 2.8.12: <a href="https://redis.io/docs/latest/commands/client-kill/">CLIENT KILL</a>. */
    @Redis("CLIENT KILL") public static Command<Long> clientKill(ClientKillArgs args) { return CLIENT_KILL.words().args(args.words()).command(LONG); }

    /** Returns a line about each connection to the server. O(N) in the connections, since 2.4.0: <a href="https://redis.io/docs/latest/commands/client-list/">CLIENT LIST</a>. */
    @Redis("CLIENT LIST") public static Command<String> clientList() { return CLIENT_LIST.command(TEXT); }

    /** Lets all clients wait for some time, rounded up to milliseconds, and returns {@code OK}. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/client-pause/">CLIENT PAUSE</a>. */
    @Redis("CLIENT PAUSE") public static Command<String> clientPause(Duration time) { return CLIENT_PAUSE.words().arg(Times.millis(time)).command(TEXT); }

    /** Lets all clients wait with some commands for some time, rounded up to milliseconds, and returns {@code OK}. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/client-pause/">CLIENT PAUSE</a>. */
    @Redis("CLIENT PAUSE") public static Command<String> clientPause(Duration time, PauseMode mode) { return CLIENT_PAUSE.words().arg(Times.millis(time)).arg(mode.name()).command(TEXT); }

    /** Ends the blocking command that a connection waits for, as if its time were over, and tells whether there was one. O(log N) in the connections, since 5.0.0: <a href="https://redis.io/docs/latest/commands/client-unblock/">CLIENT UNBLOCK</a>. */
    @Redis("CLIENT UNBLOCK") public static Command<Boolean> clientUnblock(long id) { return CLIENT_UNBLOCK.words().arg(id).command(BOOL); }

    /** Ends the waiting that {@code CLIENT PAUSE} has begun, and returns {@code OK}. O(N) in the paused connections, since 6.2.0: <a href="https://redis.io/docs/latest/commands/client-unpause/">CLIENT UNPAUSE</a>. */
    @Redis("CLIENT UNPAUSE") public static Command<String> clientUnpause() { return CLIENT_UNPAUSE.command(TEXT); }

    /** Returns how many commands the server knows. O(1), since 2.8.13: <a href="https://redis.io/docs/latest/commands/command-count/">COMMAND COUNT</a>. */
    @Redis("COMMAND COUNT") public static Command<Long> commandCount() { return COMMAND_COUNT.command(LONG); }

    /** Returns the settings whose names match any of the patterns; servers before 7.0 take one pattern. O(N) in the settings, since 2.0.0: <a href="https://redis.io/docs/latest/commands/config-get/">CONFIG GET</a>. */
    @Redis("CONFIG GET") public static Command<Map<String, String>> configGet(String... patterns) { return CONFIG_GET.words().args(patterns).command(TEXT_MAP); }

    /** Sets the statistics of {@code INFO} to zero, and returns {@code OK}. O(1), since 2.0.0: <a href="https://redis.io/docs/latest/commands/config-resetstat/">CONFIG RESETSTAT</a>. */
    @Redis("CONFIG RESETSTAT") public static Command<String> configResetstat() { return CONFIG_RESETSTAT.command(TEXT); }

    /** Writes the present settings into the server's file, and returns {@code OK}. O(1), since 2.8.0: <a href="https://redis.io/docs/latest/commands/config-rewrite/">CONFIG REWRITE</a>. */
    @Redis("CONFIG REWRITE") public static Command<String> configRewrite() { return CONFIG_REWRITE.command(TEXT); }

    /** Changes a setting, and returns {@code OK}. O(1), since 2.0.0: <a href="https://redis.io/docs/latest/commands/config-set/">CONFIG SET</a>. */
    @Redis("CONFIG SET") public static Command<String> configSet(String name, Object value) { return CONFIG_SET.words().arg(name).value(value).command(TEXT); }

    /** Changes settings, all or none, and returns {@code OK}; servers before 7.0 take one. O(N), since 7.0.0: <a href="https://redis.io/docs/latest/commands/config-set/">CONFIG SET</a>. */
    @Redis("CONFIG SET") public static Command<String> configSet(Map<String, ?> settings) { return CONFIG_SET.words().fieldsAndValues(settings).command(TEXT); }

    /** Returns how many keys the database has. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/dbsize/">DBSIZE</a>. */
    @Redis("DBSIZE") @ReadOnly public static Command<Long> dbsize() { return DBSIZE.command(LONG); }

    /** Returns the message. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/echo/">ECHO</a>. */
    @Redis("ECHO") public static Command<String> echo(Object message) { return ECHO.words().value(message).command(TEXT); }

    /** Deletes all keys of all databases, and returns {@code OK}. O(N), since 1.0.0: <a href="https://redis.io/docs/latest/commands/flushall/">FLUSHALL</a>. */
    @Redis("FLUSHALL") public static Command<String> flushall() { return FLUSHALL.command(TEXT); }

    /** Deletes all keys of all databases, at once or in the background, and returns {@code OK}. O(N), since 4.0.0: <a href="https://redis.io/docs/latest/commands/flushall/">FLUSHALL</a>. */
    @Redis("FLUSHALL") public static Command<String> flushall(FlushMode mode) { return FLUSHALL.words().arg(mode.name()).command(TEXT); }

    /** Deletes all keys of the database, and returns {@code OK}. O(N), since 1.0.0: <a href="https://redis.io/docs/latest/commands/flushdb/">FLUSHDB</a>. */
    @Redis("FLUSHDB") public static Command<String> flushdb() { return FLUSHDB.command(TEXT); }

    /** Deletes all keys of the database, at once or in the background, and returns {@code OK}. O(N), since 4.0.0: <a href="https://redis.io/docs/latest/commands/flushdb/">FLUSHDB</a>. */
    @Redis("FLUSHDB") public static Command<String> flushdb(FlushMode mode) { return FLUSHDB.words().arg(mode.name()).command(TEXT); }

    /** Returns facts and statistics about the server as lines {@code name:value} under headings. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/info/">INFO</a>. */
    @Redis("INFO") public static Command<String> info() { return INFO.command(TEXT); }

    /** Returns some sections of the facts and statistics about the server; servers before 7.0 take one section. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/info/">INFO</a>. */
    @Redis("INFO") public static Command<String> info(String... sections) { return INFO.words().args(sections).command(TEXT); }

    /** Returns when the data were last saved to disk. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/lastsave/">LASTSAVE</a>. */
    @Redis("LASTSAVE") public static Command<Instant> lastsave() { return LASTSAVE.command(EPOCH_SECONDS); }

    /** Returns about how many bytes {@code key} takes, or null if it is missing. O(1) for the five elements that are sampled, since 4.0.0: <a href="https://redis.io/docs/latest/commands/memory-usage/">MEMORY USAGE</a>. */
    @Redis("MEMORY USAGE") @ReadOnly public static Command<@Nullable Long> memoryUsage(String key) { return MEMORY_USAGE.command(key, NULLABLE_LONG); }

    /** Returns {@code PONG}. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/ping/">PING</a>. */
    @Redis("PING") public static Command<String> ping() { return PING.command(TEXT); }

    /** Returns the message. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/ping/">PING</a>. */
    @Redis("PING") public static Command<String> ping(Object message) { return PING.words().value(message).command(TEXT); }

    /** Exchanges two databases for everyone connected to them, and returns {@code OK}. O(N) in the clients that watch or block on keys, since 4.0.0: <a href="https://redis.io/docs/latest/commands/swapdb/">SWAPDB</a>. */
    @Redis("SWAPDB") public static Command<String> swapdb(int index1, int index2) { return SWAPDB.words().arg(index1).arg(index2).command(TEXT); }

    /** Returns the server's time, to the microsecond. O(1), since 2.6.0: <a href="https://redis.io/docs/latest/commands/time/">TIME</a>. */
    @Redis("TIME") public static Command<Instant> time() { return TIME.command(SECONDS_AND_MICROS); }
    // spotless:on
}
