package dev.carmine.client.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Numbers as the words of commands. What no server takes is refused at once. */
final class Amounts {
    private Amounts() {}

    /** A number above zero. */
    static long positive(String what, long number) {
        if (number < 1) {
            throw new IllegalArgumentException("The " + what + " must be positive, but is " + number);
        }
        return number;
    }

    /** A number above zero that is not too great. */
    static long upTo(long greatest, String what, long number) {
        if (number < 1 || number > greatest) {
            throw new IllegalArgumentException("The " + what + " must be from 1 to " + greatest + ", but is " + number);
        }
        return number;
    }

    /** A number above zero and below one. */
    static double fraction(String what, double number) {
        if (!(number > 0 && number < 1)) {
            throw new IllegalArgumentException("The " + what + " must be between 0 and 1, but is " + number);
        }
        return number;
    }

    /** At least one number, none of which is NaN. */
    static List<Double> numbers(String what, double... numbers) {
        requireSome(what, numbers.length);
        return Arrays.stream(numbers).boxed().toList();
    }

    /** At least one integer. */
    static List<Long> numbers(String what, long... numbers) {
        requireSome(what, numbers.length);
        return Arrays.stream(numbers).boxed().toList();
    }

    /** At least one item with a whole number above zero, in turn. */
    static List<Object> itemsAndIncrements(Map<String, ? extends Number> increments) {
        requireSome("item", increments.size());
        List<Object> words = new ArrayList<>();
        increments.forEach((item, increment) -> {
            words.add(item);
            words.add(positive("increment", whole("increment", increment)));
        });
        return words;
    }

    private static long whole(String what, Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        throw new IllegalArgumentException("The " + what + " must be a whole number of 64 bits, but is " + number);
    }

    private static void requireSome(String what, int count) {
        if (count == 0) {
            throw new IllegalArgumentException("There must be at least one " + what);
        }
    }
}
