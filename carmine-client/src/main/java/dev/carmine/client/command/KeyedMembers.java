package dev.carmine.client.command;

import java.util.List;

/**
 * Members that were taken from one of several sorted sets.
 *
 * @param key the key of that sorted set
 * @param members the members with their scores, at least one, in the order in which they were taken
 * @param <V> what members are read as
 */
public record KeyedMembers<V>(String key, List<ScoredMember<V>> members) {}
