package dev.carmine.client.command;

/**
 * An integer within a bitmap, by its width and its place: {@code BitField.unsigned(8).at(16)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/bitfield/">BITFIELD</a>
 */
public final class BitField {
    private static final int LONGEST_SIGNED = 64;

    /** A reply could not hold one more bit. */
    private static final int LONGEST_UNSIGNED = 63;

    private final String type;
    private final String offset;

    private BitField(String type, String offset) {
        this.type = type;
        this.offset = offset;
    }

    /**
     * A signed integer at the beginning of the bitmap.
     *
     * @param bits its width, from 1 to 64
     * @return the field
     * @throws IllegalArgumentException if it cannot be so wide
     */
    public static BitField signed(int bits) {
        return new BitField("i" + width(bits, LONGEST_SIGNED), "0");
    }

    /**
     * An unsigned integer at the beginning of the bitmap.
     *
     * @param bits its width, from 1 to 63
     * @return the field
     * @throws IllegalArgumentException if it cannot be so wide
     */
    public static BitField unsigned(int bits) {
        return new BitField("u" + width(bits, LONGEST_UNSIGNED), "0");
    }

    /**
     * The same integer at another bit.
     *
     * @param bit how many bits stand before it
     * @return the field
     * @throws IllegalArgumentException if the number is negative
     */
    public BitField at(long bit) {
        return new BitField(type, Long.toString(notNegative(bit)));
    }

    /**
     * The same integer as an element of an array of such integers ({@code #index}).
     *
     * @param index how many integers of its width stand before it
     * @return the field
     * @throws IllegalArgumentException if the number is negative
     */
    public BitField atIndex(long index) {
        return new BitField(type, "#" + notNegative(index));
    }

    private static int width(int bits, int longest) {
        if (bits < 1 || bits > longest) {
            throw new IllegalArgumentException("A field of this kind has 1 to " + longest + " bits, not " + bits);
        }
        return bits;
    }

    private static long notNegative(long place) {
        if (place < 0) {
            throw new IllegalArgumentException("The place of a field must not be negative, but is " + place);
        }
        return place;
    }

    /** The word for kind and width. */
    String type() {
        return type;
    }

    /** The word for the place. */
    String offset() {
        return offset;
    }
}
