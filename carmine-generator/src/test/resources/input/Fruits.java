package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Blocking;
import dev.carmine.client.internal.command.Blocks;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands on fruits. */
public final class Fruits {
    private Fruits() {}

    /** Weighs several. */
    @Redis("WEIGH") @ReadOnly public static Command<Long> weigh(String key, Object... others) { return WEIGH.command(); }

    /** Weighs one. */
    @Redis("WEIGH") @ReadOnly public static Command<Double> weigh(String key) { return WEIGH.command(); }

    /** Counts the sugar, or gives null. */
    @Redis("FRUIT SUGAR") public static Command<@Nullable Double> fruitSugar(@Nullable String unit) { return FRUIT_SUGAR.command(); }

    /** Tells whether it is ripe. */
    @Redis("RIPE") public static Command<Boolean> ripe(Map<String, ?> ages) { return RIPE.command(); }

    /**
     * Picks one.
     *
     * <p>Waits until there is one.
     */
    @Redis("PICK") @Blocks(Blocking.SECONDS_LAST) public static Command<@Nullable String> pick(byte[] key, double seconds) { return PICK.command(); }

    /** Presses all. */
    @Redis("FRUIT.PRESS-ALL") public static <T extends Comparable<? super T>, U> Command<Map<T, List<@Nullable U>>> pressAll(List<? extends T> fruits) { return FRUIT_PRESS_ALL.command(); }

    /** Returns the pairs as bytes. */
    @Redis("PAIRS") public static Command<List<Map.Entry<String, byte @Nullable []>>> pairs() { return PAIRS.command(); }

    static int notAFactory() {
        return 0;
    }
}
