package dev.carmine.client.command;

import dev.carmine.client.internal.command.CommandBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sample for {@code TS.MADD}, with the series it belongs to.
 *
 * @param key the key of the series
 * @param time the time, rounded up to milliseconds; null for the server's time
 * @param value the number; since Redis 8.6 it may be NaN
 */
public record TsEntry(String key, @Nullable Instant time, double value) {

    /**
     * A sample at the server's time.
     *
     * @param key the key of the series
     * @param value the number; since Redis 8.6 it may be NaN
     * @return the entry
     */
    public static TsEntry now(String key, double value) {
        return new TsEntry(key, null, value);
    }

    /** Appends the words of an entry. */
    static void write(CommandBuilder command, TsEntry entry) {
        command.key(entry.key);
        if (entry.time == null) {
            command.arg("*");
        } else {
            command.arg(Times.millis(entry.time));
        }
        command.numberOrNan(entry.value);
    }
}
