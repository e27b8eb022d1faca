package dev.carmine.client.command;

/**
 * A member of a sorted set with its score.
 *
 * @param member the member
 * @param score its score; may be infinite
 * @param <V> what members are read as
 */
public record ScoredMember<V>(V member, double score) {}
