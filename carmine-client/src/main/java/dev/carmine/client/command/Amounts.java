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

    /** At least one item with a number above zero, in turn. */
    static List<Object> itemsAndIncrements(Map<?, Long> increments) {
        requireSome("item", increments.size());
        List<Object> words = new ArrayList<>();
        increments.forEach((item, increment) -> {
            words.add(item);
            words.add(positive("increment", increment));
        });
        return words;
    }

    private static void requireSome(String what, int count) {
        if (count == 0) {
            throw new IllegalArgumentException("There must be at least one " + what);
        }
    }
}
