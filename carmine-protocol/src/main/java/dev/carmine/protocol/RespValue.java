package dev.carmine.protocol;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A value of RESP as a tree, for replies whose shape is not known beforehand. {@link RespReader#readValue()} reads one,
 * {@link RespValueWriter} writes one.
 *
 * <p>Values are immutable, provided that nobody modifies the array of a {@link BulkString}, and equal if they are of the
 * same kind and have equal content. Elements keep the order they have on the wire, and two sets or maps of different
 * order are not equal. {@code toString} is meant for people: it shortens long content.
 */
public sealed interface RespValue {

    /**
     * The kind of this value.
     *
     * @return the kind
     */
    RespType type();

    /**
     * A line of text.
     *
     * @param text the text, without CR and LF
     */
    record SimpleString(String text) implements RespValue {
        @Override
        public RespType type() {
            return RespType.SIMPLE_STRING;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * Bytes of any content.
     *
     * @param bytes the bytes; not copied, and not to be modified
     */
    @SuppressWarnings("ArrayRecordComponent") // equality is by content, see below
    record BulkString(byte[] bytes) implements RespValue {

        /**
         * A bulk string of text.
         *
         * @param text the text, to be encoded in UTF-8
         * @return the value
         */
        public static BulkString of(String text) {
            return new BulkString(text.getBytes(StandardCharsets.UTF_8));
        }

        /**
         * The bytes as text in UTF-8.
         *
         * @return the text; what is malformed is replaced by U+FFFD
         */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public RespType type() {
            return RespType.BULK_STRING;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof BulkString that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * An error of one line.
     *
     * @param message the text, code included, without CR and LF
     */
    record SimpleError(String message) implements RespValue {
        @Override
        public RespType type() {
            return RespType.SIMPLE_ERROR;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * An error of any content.
     *
     * @param message the text, code included
     */
    record BulkError(String message) implements RespValue {
        @Override
        public RespType type() {
            return RespType.BULK_ERROR;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * An integer of 64 bits.
     *
     * @param value the number
     */
    record IntegerNumber(long value) implements RespValue {
        @Override
        public RespType type() {
            return RespType.INTEGER;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * A floating point number. As with {@link Double}, NaN equals NaN, and 0.0 does not equal -0.0.
     *
     * @param value the number
     */
    record DoubleNumber(double value) implements RespValue {
        @Override
        public RespType type() {
            return RespType.DOUBLE;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * True or false.
     *
     * @param value which of them
     */
    record BooleanValue(boolean value) implements RespValue {
        @Override
        public RespType type() {
            return RespType.BOOLEAN;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /** Nothing, whichever of its three forms the server has chosen. */
    record Null() implements RespValue {
        @Override
        public RespType type() {
            return RespType.NULL;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * An integer of any size. It stays text until somebody wants the number, since to convert many digits takes time
     * that grows with their square.
     *
     * @param digits an optional sign and decimal digits
     */
    record BigNumber(String digits) implements RespValue {

        /**
         * The number.
         *
         * @return the number
         */
        public BigInteger value() {
            return new BigInteger(digits);
        }

        @Override
        public RespType type() {
            return RespType.BIG_NUMBER;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * Text that says how it is to be shown.
     *
     * @param format three characters of ASCII, such as {@code txt} or {@code mkd}
     * @param text the text
     */
    record VerbatimString(String format, String text) implements RespValue {
        @Override
        public RespType type() {
            return RespType.VERBATIM_STRING;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * An ordered sequence.
     *
     * @param elements its elements
     */
    record Array(List<RespValue> elements) implements RespValue {

        /**
         * Copies the list, unless it is immutable.
         *
         * @param elements see above
         */
        public Array {
            elements = List.copyOf(elements);
        }

        @Override
        public RespType type() {
            return RespType.ARRAY;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * A set. That nothing occurs twice is the server's promise; it is not checked.
     *
     * @param elements its elements as the server has ordered them
     */
    record SetValue(List<RespValue> elements) implements RespValue {

        /**
         * Copies the list, unless it is immutable.
         *
         * @param elements see above
         */
        public SetValue {
            elements = List.copyOf(elements);
        }

        @Override
        public RespType type() {
            return RespType.SET;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * A map. That no key occurs twice is the server's promise; it is not checked.
     *
     * @param entries its entries as the server has ordered them
     */
    record MapValue(List<Entry> entries) implements RespValue {

        /**
         * Copies the list, unless it is immutable.
         *
         * @param entries see above
         */
        public MapValue {
            entries = List.copyOf(entries);
        }

        @Override
        public RespType type() {
            return RespType.MAP;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * An out-of-band message. It is always a whole frame.
     *
     * @param elements its elements; the first is text that says what the message is
     */
    record Push(List<RespValue> elements) implements RespValue {

        /**
         * Copies the list, unless it is immutable.
         *
         * @param elements see above
         */
        public Push {
            elements = List.copyOf(elements);
        }

        @Override
        public RespType type() {
            return RespType.PUSH;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * A value with additional data before it. Several attributes in a row are read as one.
     *
     * @param attributes the additional data
     * @param value the value, not itself of this kind
     */
    record Attributed(List<Entry> attributes, RespValue value) implements RespValue {

        /**
         * Copies the list, unless it is immutable.
         *
         * @param attributes see above
         * @param value see above
         * @throws IllegalArgumentException if the value has attributes itself
         */
        public Attributed {
            attributes = List.copyOf(attributes);
            if (value instanceof Attributed) {
                throw new IllegalArgumentException("the value has attributes already; put all of them in one list");
            }
        }

        @Override
        public RespType type() {
            return RespType.ATTRIBUTE;
        }

        @Override
        public String toString() {
            return RespValuePrinter.print(this);
        }
    }

    /**
     * An entry of a map or of attributes.
     *
     * @param key the key, of any kind
     * @param value the value, of any kind
     */
    record Entry(RespValue key, RespValue value) {}
}
