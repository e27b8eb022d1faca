package dev.carmine.client.command;

import dev.carmine.client.Command;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The commands of {@link Fruits}, each of which waits for its reply. */
@SuppressWarnings("exports")
@Generated("dev.carmine.generator.CommandProcessor")
public interface SyncFruits {

    /**
     * Runs a command and waits for its reply.
     *
     * @param command any command
     * @param <T> what its reply becomes
     * @return what the reply has become
     * @throws dev.carmine.client.CarmineException if there is no reply, or it is an error
     */
    <T extends @Nullable Object> T call(Command<T> command);

    /** Counts the sugar, or gives null. */
    default @Nullable Double fruitSugar(@Nullable String unit) {
        return call(Fruits.fruitSugar(unit));
    }

    /** Returns the pairs as bytes. */
    default List<Map.Entry<String, byte @Nullable []>> pairs() {
        return call(Fruits.pairs());
    }

    /**
     * Picks one.
     *
     * <p>Waits until there is one.
     */
    default @Nullable String pick(byte[] key, double seconds) {
        return call(Fruits.pick(key, seconds));
    }

    /** Presses all. */
    default <T extends Comparable<? super T>, U> Map<T, List<@Nullable U>> pressAll(List<? extends T> fruits) {
        return call(Fruits.pressAll(fruits));
    }

    /** Tells whether it is ripe. */
    default boolean ripe(Map<String, ?> ages) {
        return call(Fruits.ripe(ages));
    }

    /** Weighs one. */
    default double weigh(String key) {
        return call(Fruits.weigh(key));
    }

    /** Weighs several. */
    default long weigh(String key, Object... others) {
        return call(Fruits.weigh(key, others));
    }
}
