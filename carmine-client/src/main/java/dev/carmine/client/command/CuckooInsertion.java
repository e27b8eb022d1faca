package dev.carmine.client.command;

/** What has become of an item that {@code CF.INSERTNX} was to add. */
public enum CuckooInsertion {
    /** It was added. */
    ADDED,
    /** It seems to be there already. */
    PRESENT,
    /** The filter is full. */
    FULL
}
