package dev.carmine.client.command;

/**
 * A member of a sorted set with its score.
 *
 * @param member the member
 * @param score its score; may be infinite
 */
public record ScoredMember(String member, double score) {}
