package dev.carmine.client.command;

import dev.carmine.client.Command;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** All command factories in one place, for a single static import. */
@SuppressWarnings("exports")
@Generated("dev.carmine.generator.CommandProcessor")
public final class Commands {

    private Commands() {}

    /** Peels one. */
    public static Command<String> peel(String key) {
        return Apples.peel(key);
    }

    /** Counts the sugar, or gives null. */
    public static Command<@Nullable Double> fruitSugar(@Nullable String unit) {
        return Fruits.fruitSugar(unit);
    }

    /** Returns the pairs as bytes. */
    public static Command<List<Map.Entry<String, byte @Nullable []>>> pairs() {
        return Fruits.pairs();
    }

    /**
     * Picks one.
     *
     * <p>Waits until there is one.
     */
    public static Command<@Nullable String> pick(byte[] key, double seconds) {
        return Fruits.pick(key, seconds);
    }

    /** Presses all. */
    public static <T extends Comparable<? super T>, U> Command<Map<T, List<@Nullable U>>> pressAll(List<? extends T> fruits) {
        return Fruits.pressAll(fruits);
    }

    /** Tells whether it is ripe. */
    public static Command<Boolean> ripe(Map<String, ?> ages) {
        return Fruits.ripe(ages);
    }

    /** Weighs one. */
    public static Command<Double> weigh(String key) {
        return Fruits.weigh(key);
    }

    /** Weighs several. */
    public static Command<Long> weigh(String key, Object... others) {
        return Fruits.weigh(key, others);
    }
}
