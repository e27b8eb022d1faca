package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ResultDecoders.*;
import static dev.carmine.client.internal.reply.ServerDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.time.Instant;
import java.util.Map;

/** Commands that ask or steer the server; those about its connections are in {@link Connections}. */
public final class Server {
    private Server() {}

    // spotless:off
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

    /** Returns facts and statistics about the server in its usual sections. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/info/">INFO</a>. */
    @Redis("INFO") public static Command<Info> info() { return INFO.command(INFO_SECTIONS); }

    /** Returns some sections of the facts and statistics about the server, such as {@code memory} or {@code all}; servers before 7.0 take one section. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/info/">INFO</a>. */
    @Redis("INFO") public static Command<Info> info(String... sections) { return INFO.words().args(sections).command(INFO_SECTIONS); }

    /** Returns when the data were last saved to disk. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/lastsave/">LASTSAVE</a>. */
    @Redis("LASTSAVE") public static Command<Instant> lastsave() { return LASTSAVE.command(EPOCH_SECONDS); }

    /** Returns a drawing, which depends on the server's version, with that version. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/lolwut/">LOLWUT</a>. */
    @Redis("LOLWUT") @ReadOnly public static Command<String> lolwut() { return LOLWUT.command(TEXT); }

    /** Returns the drawing of a version, such as 5 or 6. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/lolwut/">LOLWUT</a>. */
    @Redis("LOLWUT") @ReadOnly public static Command<String> lolwut(int version) { return LOLWUT.words().arg("VERSION").arg(version).command(TEXT); }

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
