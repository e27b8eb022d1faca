package dev.carmine.client.command;

/**
 * A member that was taken from one of several sorted sets.
 *
 * @param key the sorted set it was taken from
 * @param member the member
 * @param score the score it had
 */
public record KeyedMember(String key, String member, double score) {}
