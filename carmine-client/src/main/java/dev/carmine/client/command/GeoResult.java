package dev.carmine.client.command;

/**
 * What a search has found.
 *
 * @param member the member
 * @param distance how far it is from the centre, in the unit of the search
 * @param hash its score in the sorted set: its position in 52 bits
 * @param position its position
 * @param <V> what members are read as
 */
public record GeoResult<V>(V member, double distance, long hash, GeoPosition position) {}
