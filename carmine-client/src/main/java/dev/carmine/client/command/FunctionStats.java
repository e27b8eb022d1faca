package dev.carmine.client.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code FUNCTION STATS} tells.
 *
 * @param running the function that is running, or null
 * @param engines what each engine has, by the engine's name
 */
public record FunctionStats(@Nullable Running running, Map<String, Engine> engines) {

    /**
     * A function that is running.
     *
     * @param name its name
     * @param command the words it was called with
     * @param duration for how long it has been running
     */
    public record Running(String name, List<String> command, Duration duration) {}

    /**
     * How much an engine has.
     *
     * @param libraries how many libraries
     * @param functions how many functions
     */
    public record Engine(long libraries, long functions) {}
}
