package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
import java.util.List;

/**
 * How {@code FT.HYBRID} combines what the text and the vector find, and what becomes of it: {@code
 * HybridArgs.linear(0.7, 0.3).steps(AggregateArgs.all().load("@title").limit(0, 5))}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ft.hybrid/">FT.HYBRID</a>
 */
public final class HybridArgs {
    /** What is said of the query of text. */
    private final Words text;

    private final String method;
    private final Words combining;
    private final AggregateArgs steps;
    private final Words timeout;

    private HybridArgs(Words text, String method, Words combining, AggregateArgs steps, Words timeout) {
        this.text = text;
        this.method = method;
        this.combining = combining;
        this.steps = steps;
        this.timeout = timeout;
    }

    /**
     * Ranks by the ranks that documents have in both ({@code COMBINE RRF}), as the server does by default.
     *
     * @return arguments that combine so
     */
    public static HybridArgs ranks() {
        return of("RRF", Words.none());
    }

    /**
     * Ranks by the ranks that documents have in both ({@code COMBINE RRF}).
     *
     * @param constant how little the first ranks stand out; the server's default is 60
     * @return arguments that combine so
     */
    public static HybridArgs ranks(double constant) {
        return of("RRF", Words.of("CONSTANT", constant));
    }

    /**
     * Ranks by the weighted sum of both scores ({@code COMBINE LINEAR}).
     *
     * @param text the weight of the score of the text
     * @param vector the weight of the score of the vector
     * @return arguments that combine so
     */
    public static HybridArgs linear(double text, double vector) {
        return of("LINEAR", Words.of("ALPHA", text, "BETA", vector));
    }

    private static HybridArgs of(String method, Words combining) {
        return new HybridArgs(Words.none(), method, combining, AggregateArgs.all(), Words.none());
    }

    /**
     * Combines so many of the best documents of both ({@code WINDOW}); the server's default is 20.
     *
     * @param documents how many, positive
     * @return arguments with that too
     * @throws IllegalArgumentException if the number is not positive
     */
    public HybridArgs window(long documents) {
        return combining("WINDOW", QueryWords.positive("window", documents));
    }

    /**
     * Names the combined score for the steps ({@code YIELD_SCORE_AS}); without it, it is {@code __score}.
     *
     * @param name the name
     * @return arguments with that too
     */
    public HybridArgs scoreAs(String name) {
        return combining("YIELD_SCORE_AS", name);
    }

    /**
     * Says how scores of the text are computed ({@code SCORER}).
     *
     * @param scorer its name, such as {@code BM25STD}
     * @return arguments with that too
     */
    public HybridArgs textScorer(String scorer) {
        return new HybridArgs(text.and("SCORER", scorer), method, combining, steps, timeout);
    }

    /**
     * Names the score of the text for the steps ({@code YIELD_SCORE_AS}).
     *
     * @param name the name
     * @return arguments with that too
     */
    public HybridArgs textScoreAs(String name) {
        return new HybridArgs(text.and("YIELD_SCORE_AS", name), method, combining, steps, timeout);
    }

    /**
     * Makes rows of the documents: steps and parameters as {@code FT.AGGREGATE} has them.
     *
     * @param following the steps; without options such as a dialect, and no parameter of the name {@code vector}, which
     *     is that of the vector itself
     * @return arguments with these steps instead of any others
     * @throws IllegalArgumentException if there are options, or such a parameter
     */
    public HybridArgs steps(AggregateArgs following) {
        following.steps("FT.HYBRID");
        List<Object> params = following.params().toList();
        for (int i = 0; i < params.size(); i += 2) {
            if (params.get(i).equals(HybridVector.PARAMETER)) {
                throw new IllegalArgumentException(
                        "The parameter vector of FT.HYBRID is the vector itself: choose another name");
            }
        }
        return new HybridArgs(text, method, combining, following, timeout);
    }

    /**
     * Ends the query after some time ({@code TIMEOUT}), rounded up to milliseconds.
     *
     * @param time the time, positive
     * @return arguments with that instead of any other time
     * @throws IllegalArgumentException if the time is not positive
     */
    public HybridArgs timeout(Duration time) {
        return new HybridArgs(text, method, combining, steps, QueryWords.timeout(time));
    }

    private HybridArgs combining(String word, Object value) {
        return new HybridArgs(text, method, combining.and(word, value), steps, timeout);
    }

    /** How to combine goes with how many words it is, and is left out where it is the server's default. */
    private Words combine() {
        return combining.isEmpty()
                ? combining
                : Words.of("COMBINE", method, combining.toList().size()).and(combining);
    }

    /** What follows the query of text. */
    List<Object> words(HybridVector vector) {
        return text.and(vector.words())
                .and(combine())
                .and(steps.steps("FT.HYBRID"))
                .and(AggregateArgs.params(vector.parameter().and(steps.params())))
                .and(timeout)
                .toList();
    }
}
