package dev.carmine.client.command;

/**
 * What {@code INCREX} has done.
 *
 * @param value the number that the key has now
 * @param increment what was added: less than asked for if it stopped at a bound, and 0 if a bound forbade it
 * @param <N> {@code Long} or {@code Double}
 */
public record IncrexResult<N extends Number>(N value, N increment) {}
