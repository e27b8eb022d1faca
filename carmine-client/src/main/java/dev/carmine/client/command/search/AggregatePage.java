package dev.carmine.client.command.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of the rows of an aggregation, and how to get at the next ones.
 *
 * @param rows each with its values by name: text, null, or a list of such
 * @param cursor what {@code FT.CURSOR READ} takes for the next rows; 0 when there are no more
 */
public record AggregatePage(List<Map<String, @Nullable Object>> rows, long cursor) {

    /**
     * Whether these are the last rows.
     *
     * @return true if there is no cursor to go on with
     */
    public boolean isFinished() {
        return cursor == 0;
    }
}
