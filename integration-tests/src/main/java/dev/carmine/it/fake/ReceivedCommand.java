package dev.carmine.it.fake;

import java.util.List;
import java.util.Locale;

/**
 * A command that a {@link FakeServer} has read.
 *
 * @param connection the number of the connection it came from, 1 for the first
 * @param words its name and arguments
 */
public record ReceivedCommand(int connection, List<String> words) {
    /**
     * The command's name.
     *
     * @return in upper case
     */
    public String name() {
        return words.isEmpty() ? "" : words.get(0).toUpperCase(Locale.ROOT);
    }
}
