package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * How {@code VADD} adds an element: {@code VaddArgs.quantization(VectorQuantization.NONE).attributes("{\"year\":1994}")}.
 * Each option may be given once. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/vadd/">VADD</a>
 */
public final class VaddArgs {
    private static final VaddArgs DEFAULTS = new VaddArgs(Words.none(), Words.none());

    private final Words reduce;
    private final Words options;

    private VaddArgs(Words reduce, Words options) {
        this.reduce = reduce;
        this.options = options;
    }

    /**
     * Does what the server does without options.
     *
     * @return arguments without options
     */
    public static VaddArgs defaults() {
        return DEFAULTS;
    }

    /**
     * Says in what the numbers are kept; the same for all elements of a set, {@link VectorQuantization#INT8} if nothing
     * is said.
     *
     * @param quantization in what
     * @return arguments with that quantization
     */
    public static VaddArgs quantization(VectorQuantization quantization) {
        return DEFAULTS.with(quantization.word());
    }

    /**
     * Reduces the vectors to fewer dimensions by a random projection ({@code REDUCE}); the same for all elements.
     *
     * @param dimensions how many numbers to keep, positive
     * @return arguments with that projection
     * @throws IllegalArgumentException if the number is not positive
     */
    public VaddArgs reduce(int dimensions) {
        return new VaddArgs(Words.of("REDUCE", Amounts.positive("dimension", dimensions)), options);
    }

    /**
     * Looks for the neighbours in a thread in the background ({@code CAS}).
     *
     * @return arguments that do so
     */
    public VaddArgs inBackground() {
        return with("CAS");
    }

    /**
     * Says how many candidates are looked at to find the neighbours ({@code EF}); the server's default is 200.
     *
     * @param candidates how many, positive
     * @return arguments with that effort
     * @throws IllegalArgumentException if the number is not positive
     */
    public VaddArgs explorationFactor(int candidates) {
        return with("EF", Amounts.positive("exploration factor", candidates));
    }

    /**
     * Gives the element attributes ({@code SETATTR}).
     *
     * @param json a JSON object
     * @return arguments with these attributes
     */
    public VaddArgs attributes(String json) {
        return with("SETATTR", json);
    }

    /**
     * Says how many links an element has to others ({@code M}); the same for all elements. The server's default is 16.
     *
     * @param links how many, positive
     * @return arguments with that number
     * @throws IllegalArgumentException if the number is not positive
     */
    public VaddArgs links(int links) {
        return with("M", Amounts.positive("number of links", links));
    }

    private VaddArgs with(Object... more) {
        return new VaddArgs(reduce, options.and(more));
    }

    /** What stands between the key and the vector. */
    List<Object> wordsBeforeVector() {
        return reduce.toList();
    }

    /** What follows the element. */
    List<Object> words() {
        return options.toList();
    }
}
