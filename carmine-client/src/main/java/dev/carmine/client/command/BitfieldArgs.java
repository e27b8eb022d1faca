package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * What {@code BITFIELD} does to fields, in this order: {@code BitfieldArgs.get(a).overflow(BitOverflow.SAT).andIncrby(b,
 * 1)}. Each reading, setting and adding gives one number of the reply. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/bitfield/">BITFIELD</a>
 */
public final class BitfieldArgs {
    private static final BitfieldArgs NONE = new BitfieldArgs(Words.none());

    private final Words words;

    private BitfieldArgs(Words words) {
        this.words = words;
    }

    /**
     * Begins with reading a field ({@code GET}).
     *
     * @param field what to read
     * @return the arguments
     */
    public static BitfieldArgs get(BitField field) {
        return NONE.andGet(field);
    }

    /**
     * Begins with setting a field, which gives what it was before ({@code SET}).
     *
     * @param field what to set
     * @param value the new number
     * @return the arguments
     */
    public static BitfieldArgs set(BitField field, long value) {
        return NONE.andSet(field, value);
    }

    /**
     * Begins with adding to a field, which gives what it is then ({@code INCRBY}).
     *
     * @param field what to add to
     * @param increment the number to add
     * @return the arguments
     */
    public static BitfieldArgs incrby(BitField field, long increment) {
        return NONE.andIncrby(field, increment);
    }

    /**
     * Begins with how the settings and additions that follow treat numbers that do not fit ({@code OVERFLOW}).
     *
     * @param overflow how
     * @return what to go on from
     */
    public static BitfieldArgs onOverflow(BitOverflow overflow) {
        return NONE.overflow(overflow);
    }

    /**
     * Reads a field too ({@code GET}).
     *
     * @param field what to read
     * @return the longer arguments
     */
    public BitfieldArgs andGet(BitField field) {
        return new BitfieldArgs(words.and("GET", field.type(), field.offset()));
    }

    /**
     * Sets a field too, which gives what it was before ({@code SET}).
     *
     * @param field what to set
     * @param value the new number
     * @return the longer arguments
     */
    public BitfieldArgs andSet(BitField field, long value) {
        return new BitfieldArgs(words.and("SET", field.type(), field.offset(), value));
    }

    /**
     * Adds to a field too, which gives what it is then ({@code INCRBY}).
     *
     * @param field what to add to
     * @param increment the number to add
     * @return the longer arguments
     */
    public BitfieldArgs andIncrby(BitField field, long increment) {
        return new BitfieldArgs(words.and("INCRBY", field.type(), field.offset(), increment));
    }

    /**
     * Says how the settings and additions that follow treat numbers that do not fit ({@code OVERFLOW}).
     *
     * @param overflow how
     * @return the longer arguments
     */
    public BitfieldArgs overflow(BitOverflow overflow) {
        return new BitfieldArgs(words.and("OVERFLOW", overflow.name()));
    }

    /** What follows the key. */
    List<Object> words() {
        return words.toList();
    }
}
