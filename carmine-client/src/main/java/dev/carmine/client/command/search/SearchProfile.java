package dev.carmine.client.command.search;

import org.jspecify.annotations.Nullable;

/**
 * What {@code FT.PROFILE} has found, and how.
 *
 * @param result what the query itself gives
 * @param profile where the time went, in the form of the server's version and of the protocol: lists, maps, text and
 *     numbers, as {@code GenericCommand} describes them; for people rather than programs
 * @param <T> the result of the query
 * @see <a href="https://redis.io/docs/latest/commands/ft.profile/">FT.PROFILE</a>
 */
public record SearchProfile<T>(T result, @Nullable Object profile) {}
