package dev.carmine.benchmarks.queue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the process of a trial tells of its measurement; the rest is seen from outside.
 *
 * @param operations messages that were enqueued, or handled and acknowledged
 * @param nanos how long that took
 * @param figures what only the process itself can know
 */
record Observed(long operations, long nanos, Map<Figure, Double> figures) {

    /**
     * Reads a line such as {@code 1000 51234567 p50=102.5}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Observed parse(String line) {
        String[] words = line.split(" ");
        if (words.length < 2) {
            throw new IllegalArgumentException("Expected operations, nanoseconds and figures, found: " + line);
        }
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        for (int i = 2; i < words.length; i++) {
            String[] figure = words[i].split("=", 2);
            figures.put(Figure.named(figure[0]), Double.parseDouble(figure[1]));
        }
        return new Observed(Long.parseLong(words[0]), Long.parseLong(words[1]), figures);
    }

    /** The line that {@link #parse} reads. */
    String toLine() {
        List<String> words = new ArrayList<>(List.of("" + operations, "" + nanos));
        figures.forEach((figure, value) -> words.add(String.format(Locale.ROOT, "%s=%.3f", figure.id(), value)));
        return String.join(" ", words);
    }
}
