package dev.carmine.client.command;

import java.util.List;

/**
 * How keys are tracked for a connection.
 *
 * @param flags such as {@code off}, {@code on}, {@code bcast}, {@code optin}, {@code optout} and {@code noloop}
 * @param redirect the id of the connection that is told of changed keys in its place; 0 if it is told itself, -1 if no
 *     keys are tracked
 * @param prefixes the beginnings of the keys it is told of; empty unless it asked for some
 */
public record ClientTracking(List<String> flags, long redirect, List<String> prefixes) {}
