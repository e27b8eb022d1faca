package dev.carmine.client.internal.command;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The commands that change the state of the connection they run on, or that mean something on a connection of one's own
 * alone. On a connection that others use they would change the meaning of what those send, so they are refused there,
 * with advice on what to do instead.
 */
final class ConnectionState {
    private static final Map<String, String> ADVICE = new TreeMap<>();

    static {
        refuse("changes the database: name the database in the URI, or use redis.session(...)", "SELECT");
        refuse("changes the user: give user and password in the URI or in ClientOptions", "AUTH");
        refuse("changes the protocol: choose it in ClientOptions", "HELLO");
        refuse("takes back what was set: a connection of redis.session(...) is reset when it ends", "RESET");
        refuse("ends the connection: close the client instead", "QUIT");
        refuse("is part of a transaction: use redis.multi(...)", "MULTI", "EXEC", "DISCARD");
        refuse("is part of a transaction: use redis.transaction(...)", "WATCH", "UNWATCH");
        String subscription = "turns the connection into a subscriber: use redis.subscribe(...)";
        refuse(subscription, "SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE", "SUNSUBSCRIBE");
        refuse("turns the connection into a stream of all commands: use redis.monitor(...)", "MONITOR");
        refuse(
                "turns the connection into a replica's: there is no use for it in a client",
                "SYNC",
                "PSYNC",
                "REPLCONF");
        refuse("takes away replies that others wait for: leave it out", "CLIENT REPLY");
        String tracking = "changes how keys are tracked for everyone on the connection: use redis.session(...)";
        refuse(tracking, "CLIENT TRACKING", "CLIENT CACHING");
        refuse("names the connection: set the client's name in ClientOptions", "CLIENT SETNAME", "CLIENT SETINFO");
        String marks = "changes how the server treats everyone on the connection: use redis.session(...)";
        refuse(marks, "CLIENT NO-EVICT", "CLIENT NO-TOUCH", "CLIENT CAPA", "CLIENT IMPORT-SOURCE", "SCRIPT DEBUG");
        String cluster = "changes how a node of a cluster answers everyone on the connection: use redis.session(...)";
        refuse(cluster, "ASKING", "READONLY", "READWRITE");
        String fields = "needs fields that were prepared on its own connection: use redis.session(...)";
        refuse(fields, "HIMPORT PREPARE", "HIMPORT SET", "HIMPORT DISCARD", "HIMPORT DISCARDALL");
        refuse("speaks of the writes of its own connection: use redis.session(...)", "WAIT", "WAITAOF");
    }

    /** Without arguments it only asks what the server and the connection are. */
    private static final String HARMLESS_ALONE = "HELLO";

    private ConnectionState() {}

    private static void refuse(String advice, String... names) {
        for (String name : names) {
            ADVICE.put(name, name + " " + advice);
        }
    }

    /** Why a command must not run on a connection that others use, or null if it may; the name is in capitals. */
    static @Nullable String adviceFor(String name) {
        return ADVICE.get(name);
    }

    /** Whether a command is harmless after all if it has no arguments. */
    static boolean isHarmlessAlone(String name) {
        return name.equals(HARMLESS_ALONE);
    }

    /** All names that there is advice for. */
    static Set<String> names() {
        return ADVICE.keySet();
    }
}
