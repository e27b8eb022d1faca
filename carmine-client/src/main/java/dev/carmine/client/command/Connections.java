package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.ConnectionDecoders.*;
import static dev.carmine.client.internal.reply.Decoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Redis;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that ask or steer the connections to the server. Those that change the connection they run on are refused,
 * with advice, wherever it is shared with others: they are for {@code redis.session(...)}.
 */
public final class Connections {
    private Connections() {}

    // spotless:off
    /** Lets the connection be that of the default user, and returns {@code OK}. O(N) in the passwords of the user, since 1.0.0: <a href="https://redis.io/docs/latest/commands/auth/">AUTH</a>. */
    @Redis("AUTH") public static Command<String> auth(String password) { return AUTH.words().arg(password).command(TEXT); }

    /** Lets the connection be that of a user, and returns {@code OK}. O(N) in the passwords of the user, since 6.0.0: <a href="https://redis.io/docs/latest/commands/auth/">AUTH</a>. */
    @Redis("AUTH") public static Command<String> auth(String user, String password) { return AUTH.words().arg(user).arg(password).command(TEXT); }

    /** Says whether the keys of the next command are tracked, where tracking waits for such a word, and returns {@code OK}. O(1), since 6.0.0: <a href="https://redis.io/docs/latest/commands/client-caching/">CLIENT CACHING</a>. */
    @Redis("CLIENT CACHING") public static Command<String> clientCaching(ClientCaching mode) { return CLIENT_CACHING.words().arg(mode.name()).command(TEXT); }

    /** Tells the server what the connection understands beyond the protocol, such as {@code redirect}, and returns {@code OK}. O(1), since Valkey 8.0.0: <a href="https://valkey.io/commands/client-capa/">CLIENT CAPA</a>. */
    @Redis("CLIENT CAPA") public static Command<String> clientCapa(String... capabilities) { return CLIENT_CAPA.words().args(capabilities).command(TEXT); }

    /** Returns the name of the connection that runs it, or null if it has none. O(1), since 2.6.9: <a href="https://redis.io/docs/latest/commands/client-getname/">CLIENT GETNAME</a>. */
    @Redis("CLIENT GETNAME") public static Command<@Nullable String> clientGetname() { return CLIENT_GETNAME.command(NULLABLE_TEXT); }

    /** Returns the id of the connection that is told of changed keys in its place; 0 if it is told itself, -1 if no keys are tracked. O(1), since 6.0.0: <a href="https://redis.io/docs/latest/commands/client-getredir/">CLIENT GETREDIR</a>. */
    @Redis("CLIENT GETREDIR") public static Command<Long> clientGetredir() { return CLIENT_GETREDIR.command(LONG); }

    /** Returns the id of the connection that runs it. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/client-id/">CLIENT ID</a>. */
    @Redis("CLIENT ID") public static Command<Long> clientId() { return CLIENT_ID.command(LONG); }

    /** Says whether the connection brings data from another server, and therefore sees keys that have expired, and returns {@code OK}; fails unless {@code import-mode} is set. O(1), since Valkey 8.1.0: <a href="https://valkey.io/commands/client-import-source/">CLIENT IMPORT-SOURCE</a>. */
    @Redis("CLIENT IMPORT-SOURCE") public static Command<String> clientImportSource(OnOff mode) { return CLIENT_IMPORT_SOURCE.words().arg(mode.name()).command(TEXT); }

    /** Returns what the server knows of the connection that runs it. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/client-info/">CLIENT INFO</a>. */
    @Redis("CLIENT INFO") public static Command<ClientConnection> clientInfo() { return CLIENT_INFO.command(CONNECTION); }

    /** Closes connections, and returns how many. O(N) in the connections, since 2.8.12: <a href="https://redis.io/docs/latest/commands/client-kill/">CLIENT KILL</a>. */
    @Redis("CLIENT KILL") public static Command<Long> clientKill(ClientKillArgs args) { return CLIENT_KILL.words().args(args.words()).command(LONG); }

    /** Returns what the server knows of each connection to it. O(N) in the connections, since 2.4.0: <a href="https://redis.io/docs/latest/commands/client-list/">CLIENT LIST</a>. */
    @Redis("CLIENT LIST") public static Command<List<ClientConnection>> clientList() { return CLIENT_LIST.command(CONNECTIONS); }

    /** Returns what the server knows of some of the connections to it. O(N) in the connections, since 5.0.0: <a href="https://redis.io/docs/latest/commands/client-list/">CLIENT LIST</a>. */
    @Redis("CLIENT LIST") public static Command<List<ClientConnection>> clientList(ClientListArgs args) { return CLIENT_LIST.words().args(args.words()).command(CONNECTIONS); }

    /** Says whether the server spares the connection when clients take too much memory, and returns {@code OK}. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/client-no-evict/">CLIENT NO-EVICT</a>. */
    @Redis("CLIENT NO-EVICT") public static Command<String> clientNoEvict(OnOff mode) { return CLIENT_NO_EVICT.words().arg(mode.name()).command(TEXT); }

    /** Says whether commands of the connection leave alone when a key was last used, and returns {@code OK}. O(1), since 7.2.0: <a href="https://redis.io/docs/latest/commands/client-no-touch/">CLIENT NO-TOUCH</a>. */
    @Redis("CLIENT NO-TOUCH") public static Command<String> clientNoTouch(OnOff mode) { return CLIENT_NO_TOUCH.words().arg(mode.name()).command(TEXT); }

    /** Lets all clients wait for some time, rounded up to milliseconds, and returns {@code OK}. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/client-pause/">CLIENT PAUSE</a>. */
    @Redis("CLIENT PAUSE") public static Command<String> clientPause(Duration time) { return CLIENT_PAUSE.words().arg(Times.millis(time)).command(TEXT); }

    /** Lets all clients wait with some commands for some time, rounded up to milliseconds, and returns {@code OK}. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/client-pause/">CLIENT PAUSE</a>. */
    @Redis("CLIENT PAUSE") public static Command<String> clientPause(Duration time, PauseMode mode) { return CLIENT_PAUSE.words().arg(Times.millis(time)).arg(mode.name()).command(TEXT); }

    /** Tells the server what library speaks on the connection, and returns {@code OK}. O(1), since 7.2.0: <a href="https://redis.io/docs/latest/commands/client-setinfo/">CLIENT SETINFO</a>. */
    @Redis("CLIENT SETINFO") public static Command<String> clientSetinfo(ClientLibrary attribute, String value) { return CLIENT_SETINFO.words().arg(attribute.word()).arg(value).command(TEXT); }

    /** Names the connection, without blanks, or takes its name away if that is empty, and returns {@code OK}. O(1), since 2.6.9: <a href="https://redis.io/docs/latest/commands/client-setname/">CLIENT SETNAME</a>. */
    @Redis("CLIENT SETNAME") public static Command<String> clientSetname(String name) { return CLIENT_SETNAME.words().arg(name).command(TEXT); }

    /** Lets the server tell when keys change that the connection has read, or all of some prefixes, and returns {@code OK}. O(1), with prefixes O(N) in them, since 6.0.0: <a href="https://redis.io/docs/latest/commands/client-tracking/">CLIENT TRACKING</a>. */
    @Redis("CLIENT TRACKING") public static Command<String> clientTracking(ClientTrackingArgs args) { return CLIENT_TRACKING.words().args(args.words()).command(TEXT); }

    /** Ends the tracking of keys for the connection, and returns {@code OK}. O(1), since 6.0.0: <a href="https://redis.io/docs/latest/commands/client-tracking/">CLIENT TRACKING</a>. */
    @Redis("CLIENT TRACKING") public static Command<String> clientTrackingOff() { return CLIENT_TRACKING.words().arg("OFF").command(TEXT); }

    /** Returns how keys are tracked for the connection that runs it. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/client-trackinginfo/">CLIENT TRACKINGINFO</a>. */
    @Redis("CLIENT TRACKINGINFO") public static Command<ClientTracking> clientTrackinginfo() { return CLIENT_TRACKINGINFO.command(TRACKING); }

    /** Ends the blocking command that a connection waits for, as if its time were over, and tells whether there was one. O(log N) in the connections, since 5.0.0: <a href="https://redis.io/docs/latest/commands/client-unblock/">CLIENT UNBLOCK</a>. */
    @Redis("CLIENT UNBLOCK") public static Command<Boolean> clientUnblock(long id) { return CLIENT_UNBLOCK.words().arg(id).command(BOOL); }

    /** Ends the blocking command that a connection waits for, as if its time were over or with an error, and tells whether there was one. O(log N) in the connections, since 5.0.0: <a href="https://redis.io/docs/latest/commands/client-unblock/">CLIENT UNBLOCK</a>. */
    @Redis("CLIENT UNBLOCK") public static Command<Boolean> clientUnblock(long id, UnblockMode mode) { return CLIENT_UNBLOCK.words().arg(id).arg(mode.name()).command(BOOL); }

    /** Ends the waiting that {@code CLIENT PAUSE} has begun, and returns {@code OK}. O(N) in the paused connections, since 6.2.0: <a href="https://redis.io/docs/latest/commands/client-unpause/">CLIENT UNPAUSE</a>. */
    @Redis("CLIENT UNPAUSE") public static Command<String> clientUnpause() { return CLIENT_UNPAUSE.command(TEXT); }

    /** Returns what the server says of itself and of the connection, whose protocol it leaves as it is. O(1), since 6.0.0: <a href="https://redis.io/docs/latest/commands/hello/">HELLO</a>. */
    @Redis("HELLO") public static Command<ServerHello> hello() { return HELLO.command(SERVER_HELLO); }

    /** Lets the connection be as a new one that nobody has logged in on, of RESP2 and database 0, and returns {@code RESET}. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/reset/">RESET</a>. */
    @Redis("RESET") public static Command<String> reset() { return RESET.command(TEXT); }

    /** Lets the connection use another database, and returns {@code OK}. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/select/">SELECT</a>. */
    @Redis("SELECT") public static Command<String> select(int index) { return SELECT.words().arg(index).command(TEXT); }
    // spotless:on
}
