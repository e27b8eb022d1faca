package dev.carmine.client.command;

/**
 * What became of a field that was to live for ever.
 *
 * @see <a href="https://redis.io/docs/latest/commands/hpersist/">HPERSIST</a>
 */
public enum FieldPersist {
    /** There is no such field, or no such hash ({@code -2}). */
    NO_FIELD,
    /** The field did not expire anyway ({@code -1}). */
    NO_EXPIRY,
    /** The field lost its time to live ({@code 1}). */
    PERSISTED
}
