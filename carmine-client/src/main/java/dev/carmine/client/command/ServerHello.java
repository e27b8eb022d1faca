package dev.carmine.client.command;

import java.util.List;

/**
 * What a server says of itself and of a connection, in reply to {@code HELLO}.
 *
 * @param server its kind, such as {@code redis} or {@code valkey}
 * @param version its version; one that is not Redis may say here which Redis it is like
 * @param proto the protocol of the connection, 2 or 3
 * @param id the number of the connection
 * @param mode {@code standalone}, {@code cluster} or {@code sentinel}
 * @param role {@code master} or {@code replica}
 * @param modules the names of its modules
 */
public record ServerHello(
        String server, String version, int proto, long id, String mode, String role, List<String> modules) {}
