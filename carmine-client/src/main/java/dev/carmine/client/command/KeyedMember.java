package dev.carmine.client.command;

/**
 * A member that was taken from one of several sorted sets.
 *
 * @param key the sorted set it was taken from
 * @param member the member
 * @param score the score it had
 * @param <V> what members are read as
 */
public record KeyedMember<V>(String key, V member, double score) {}
