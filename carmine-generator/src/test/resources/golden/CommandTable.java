package dev.carmine.client.internal.command;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What is known of every command that has a factory, as the annotations of the factories say. */
@SuppressWarnings("exports")
@Generated("dev.carmine.generator.CommandProcessor")
public final class CommandTable {

    /** FRUIT SUGAR. */
    public static final CommandSpec FRUIT_SUGAR = new CommandSpec("FRUIT SUGAR", false, Blocking.NEVER);

    /** FRUIT.PRESS-ALL. */
    public static final CommandSpec FRUIT_PRESS_ALL = new CommandSpec("FRUIT.PRESS-ALL", false, Blocking.NEVER);

    /** PAIRS. */
    public static final CommandSpec PAIRS = new CommandSpec("PAIRS", false, Blocking.NEVER);

    /** PEEL. */
    public static final CommandSpec PEEL = new CommandSpec("PEEL", false, Blocking.NEVER);

    /** PICK. */
    public static final CommandSpec PICK = new CommandSpec("PICK", false, Blocking.SECONDS_LAST);

    /** RIPE. */
    public static final CommandSpec RIPE = new CommandSpec("RIPE", false, Blocking.NEVER);

    /** WEIGH. */
    public static final CommandSpec WEIGH = new CommandSpec("WEIGH", true, Blocking.NEVER);

    private static final List<CommandSpec> ALL = List.of(
            FRUIT_SUGAR,
            FRUIT_PRESS_ALL,
            PAIRS,
            PEEL,
            PICK,
            RIPE,
            WEIGH);

    private static final Map<String, CommandSpec> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(CommandSpec::name, Function.identity()));

    private CommandTable() {}

    /**
     * All of them in the order of their names.
     *
     * @return an immutable list
     */
    public static List<CommandSpec> all() {
        return ALL;
    }

    /** The command of a name in capitals, or null if it has no factory. */
    static @Nullable CommandSpec find(String name) {
        return BY_NAME.get(name);
    }
}
