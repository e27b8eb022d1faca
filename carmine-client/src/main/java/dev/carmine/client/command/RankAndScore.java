package dev.carmine.client.command;

/**
 * Where a member stands in a sorted set.
 *
 * @param rank its position, from 0
 * @param score its score; may be infinite
 */
public record RankAndScore(long rank, double score) {}
