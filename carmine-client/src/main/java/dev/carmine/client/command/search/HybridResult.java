package dev.carmine.client.command.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code FT.HYBRID} has found.
 *
 * @param total how many documents fit, which may be more than were asked for; Valkey counts the rows
 * @param rows those that were asked for, each with its values by name: text, null, or a list of such. Where nothing was
 *     loaded, these are {@code __key} and {@code __score}
 * @param warnings why some may be missing, in the server's words; empty if none is
 * @param time how long the server took, or null if it does not tell
 * @see <a href="https://redis.io/docs/latest/commands/ft.hybrid/">FT.HYBRID</a>
 */
public record HybridResult(
        long total,
        List<Map<String, @Nullable Object>> rows,
        List<String> warnings,
        @Nullable Duration time) {}
