package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Vectors;
import dev.carmine.client.internal.command.Words;
import java.time.Duration;

/** Words that several queries have. What no server takes is refused at once. */
final class QueryWords {
    private static final long ALMOST_A_MILLISECOND = 999_999;

    private QueryWords() {}

    /** How long a query may take. */
    static Words timeout(Duration time) {
        return Words.of("TIMEOUT", millis(time));
    }

    /** Milliseconds of a positive time, rounded up. */
    static long millis(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("The timeout must be positive, but is " + time);
        }
        return time.plusNanos(ALMOST_A_MILLISECOND).toMillis();
    }

    /** Which of the results are wanted. */
    static Words limit(long offset, long count) {
        if (offset < 0 || count < 0) {
            throw new IllegalArgumentException(
                    "Offset and count must not be negative, but are " + offset + " and " + count);
        }
        return Words.of("LIMIT", offset, count);
    }

    /** The value of a parameter: no server reads what a serializer makes of an array of numbers. */
    static Object parameter(Object value) {
        if (value instanceof float[] vector) {
            return Vectors.fp32(vector);
        }
        if (value.getClass().isArray() && !(value instanceof byte[])) {
            throw new IllegalArgumentException("A " + value.getClass().getTypeName()
                    + " is no parameter: give a vector as float[], or as bytes of the field's type");
        }
        return value;
    }

    /** A number above zero. */
    static long positive(String what, long number) {
        if (number < 1) {
            throw new IllegalArgumentException("The " + what + " must be positive, but is " + number);
        }
        return number;
    }
}
