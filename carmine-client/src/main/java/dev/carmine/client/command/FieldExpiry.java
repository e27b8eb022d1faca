package dev.carmine.client.command;

/**
 * What became of a field that was to expire.
 *
 * @see <a href="https://redis.io/docs/latest/commands/hexpire/">HEXPIRE</a>
 */
public enum FieldExpiry {
    /** There is no such field, or no such hash ({@code -2}). */
    NO_FIELD,
    /** The condition was not met ({@code 0}). */
    CONDITION_NOT_MET,
    /** The field expires at the time that was given ({@code 1}). */
    SET,
    /** That time was over already, so the field was deleted ({@code 2}). */
    DELETED
}
