package dev.carmine.client.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library of functions, as {@code FUNCTION LIST} tells of it.
 *
 * @param name its name
 * @param engine what runs it, {@code LUA}
 * @param functions its functions
 * @param code its source; null unless it was asked for
 */
public record FunctionLibrary(
        String name,
        String engine,
        List<Function> functions,
        @Nullable String code) {

    /**
     * A function of a library.
     *
     * @param name what {@code FCALL} calls it by
     * @param description what its author says of it, or null
     * @param flags what it may do, such as {@code no-writes}
     */
    public record Function(String name, @Nullable String description, List<String> flags) {}
}
