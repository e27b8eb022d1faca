package dev.carmine.client.command;

import dev.carmine.client.internal.command.Vectors;
import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * What {@code VSIM} compares the elements with, and how: {@code
 * VsimArgs.element("apple").count(3).filter(".year > 1990")}. Each option may be given once. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/vsim/">VSIM</a>
 */
public final class VsimArgs {
    private final Words words;

    private VsimArgs(Words words) {
        this.words = words;
    }

    /**
     * Compares with the vector of an element ({@code ELE}), which is found as well.
     *
     * @param element an element of the set; the server refuses the command if it is missing
     * @return arguments without options
     */
    public static VsimArgs element(Object element) {
        return new VsimArgs(Words.of("ELE", element));
    }

    /**
     * Compares with a vector ({@code FP32}).
     *
     * @param numbers as many as the vectors of the set have, or had before they were reduced
     * @return arguments without options
     * @throws IllegalArgumentException if there is none, or one is infinite or NaN
     */
    public static VsimArgs vector(float... numbers) {
        return new VsimArgs(Words.of("FP32", Vectors.fp32(numbers)));
    }

    /**
     * Gives so many at most ({@code COUNT}); the server's default is 10.
     *
     * @param most how many, positive
     * @return arguments with that limit
     * @throws IllegalArgumentException if the number is not positive
     */
    public VsimArgs count(int most) {
        return with("COUNT", Amounts.positive("count", most));
    }

    /**
     * Leaves out what is less similar ({@code EPSILON}).
     *
     * @param distance how far from 1 a score may be: with 0.2 all are at least 0.8
     * @return arguments with that bound
     * @throws IllegalArgumentException if the distance is not from 0 to 1
     */
    public VsimArgs epsilon(double distance) {
        if (!(distance >= 0 && distance <= 1)) {
            throw new IllegalArgumentException("The distance must be from 0 to 1, but is " + distance);
        }
        return with("EPSILON", distance);
    }

    /**
     * Says how many candidates are looked at ({@code EF}): more of them find more, and take longer.
     *
     * @param candidates how many, positive
     * @return arguments with that effort
     * @throws IllegalArgumentException if the number is not positive
     */
    public VsimArgs explorationFactor(int candidates) {
        return with("EF", Amounts.positive("exploration factor", candidates));
    }

    /**
     * Gives elements alone whose attributes fulfil an expression ({@code FILTER}).
     *
     * @param expression such as {@code .year > 1990 and .genre == "action"}
     * @return arguments with that filter
     */
    public VsimArgs filter(String expression) {
        return with("FILTER", expression);
    }

    /**
     * Says how many candidates the filter is tried on at most ({@code FILTER-EF}).
     *
     * @param candidates how many; 0 for as many as it takes
     * @return arguments with that effort
     * @throws IllegalArgumentException if the number is negative
     */
    public VsimArgs filterEffort(int candidates) {
        if (candidates < 0) {
            throw new IllegalArgumentException("The filter's effort must not be negative, but is " + candidates);
        }
        return with("FILTER-EF", candidates);
    }

    /**
     * Compares with each element instead of following the graph ({@code TRUTH}): exact, and slow.
     *
     * @return arguments that do so
     */
    public VsimArgs exact() {
        return with("TRUTH");
    }

    /**
     * Searches in the server's main thread ({@code NOTHREAD}).
     *
     * @return arguments that do so
     */
    public VsimArgs inMainThread() {
        return with("NOTHREAD");
    }

    private VsimArgs with(Object... more) {
        return new VsimArgs(words.and(more));
    }

    /** What follows the key. */
    List<Object> words() {
        return words.toList();
    }
}
