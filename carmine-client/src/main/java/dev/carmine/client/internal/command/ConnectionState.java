package dev.carmine.client.internal.command;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The commands that change the state of the connection they run on, or that mean something on a connection of one's own
 * alone. On a connection that others use they would change the meaning of what those send, so they are refused there,
 * with advice on what to do instead. Some would only break a connection of one's own too, and are refused everywhere.
 */
final class ConnectionState {
    private static final Map<String, String> ADVICE = new TreeMap<>();

    /** Those of them that no connection is lent for: its replies would not be those of its commands any more. */
    private static final Set<String> EVERYWHERE = new HashSet<>();

    static {
        refuse("changes the database: name the database in the URI, or use redis.session(...)", "SELECT");
        refuse("changes the user: give user and password in the URI or in ClientOptions", "AUTH");
        refuse("changes the protocol: choose it in ClientOptions", "HELLO");
        refuse("takes back what was set: a connection of redis.session(...) is reset when it ends", "RESET");
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

        refuseEverywhere("ends the connection: close the client instead; a session ends by itself", "QUIT");
        String multi = "is part of a transaction: use redis.multi(...) or redis.transaction(...)";
        refuseEverywhere(multi, "MULTI", "EXEC", "DISCARD");
        refuseEverywhere("is part of a transaction: use redis.transaction(...)", "WATCH", "UNWATCH");
        String subscriber = "turns the connection into a subscriber: use redis.subscribe(...)";
        refuseEverywhere(subscriber, "SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE");
        refuseEverywhere(
                "is for a subscriber: use redis.subscribe(...)", "UNSUBSCRIBE", "PUNSUBSCRIBE", "SUNSUBSCRIBE");
        refuseEverywhere("turns the connection into a stream of all commands: use redis.monitor(...)", "MONITOR");
        String replica = "turns the connection into a replica's: there is no use for it in a client";
        refuseEverywhere(replica, "SYNC", "PSYNC", "REPLCONF");
        refuseEverywhere("takes away replies that callers wait for: leave it out", "CLIENT REPLY");
    }

    /** Without arguments it only asks what the server and the connection are. */
    private static final String HARMLESS_ALONE = "HELLO";

    private ConnectionState() {}

    private static void refuse(String advice, String... names) {
        for (String name : names) {
            ADVICE.put(name, name + " " + advice);
        }
    }

    private static void refuseEverywhere(String advice, String... names) {
        refuse(advice, names);
        EVERYWHERE.addAll(List.of(names));
    }

    /** Why a command must not run on a connection that others use, or null if it may; the name is in capitals. */
    static @Nullable String adviceFor(String name) {
        return ADVICE.get(name);
    }

    /** Whether a command that there is advice for must not run on a connection of one's own either. */
    static boolean isRefusedEverywhere(String name) {
        return EVERYWHERE.contains(name);
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
