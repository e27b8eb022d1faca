package dev.carmine.client.command;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server knows of a connection to it. What it did not say is null; names are those of {@code CLIENT LIST}.
 *
 * @param id the number of the connection, never used again
 * @param addr the client's host and port, or the path of the unix socket
 * @param laddr the server's host and port; null before Redis 6.2
 * @param name the connection's name, or null if it has none
 * @param age for how long it has been open, in whole seconds
 * @param idle for how long no command has come, in whole seconds
 * @param flags letters, such as {@code N} for none, {@code b} for one that waits in a blocking command, {@code P} for
 *     one that listens to channels
 * @param db the database in use
 * @param cmd the latest command, such as {@code client|list}, or null if there was none
 * @param user the user that has logged in; null if it was not told
 * @param resp the protocol, 2 or 3; null before Redis 7.0
 * @param libName the client's library, or null if it did not say
 * @param libVer that library's version, or null if it did not say
 * @param others everything else, as text, in the order of the reply
 */
public record ClientConnection(
        long id,
        String addr,
        @Nullable String laddr,
        @Nullable String name,
        Duration age,
        Duration idle,
        String flags,
        int db,
        @Nullable String cmd,
        @Nullable String user,
        @Nullable Integer resp,
        @Nullable String libName,
        @Nullable String libVer,
        Map<String, String> others) {}
