package dev.carmine.client.command;

import dev.carmine.client.Command;
import dev.carmine.client.Reply;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The commands of {@link Fruits}, each of which is sent later, together with others. */
@SuppressWarnings("exports")
@Generated("dev.carmine.generator.CommandProcessor")
public interface PipelineFruits {

    /**
     * Adds a command to what is sent together.
     *
     * @param command any command
     * @param <T> what its reply becomes
     * @return the reply, readable after the sending
     */
    <T extends @Nullable Object> Reply<T> add(Command<T> command);

    /** Counts the sugar, or gives null. */
    default Reply<@Nullable Double> fruitSugar(@Nullable String unit) {
        return add(Fruits.fruitSugar(unit));
    }

    /** Returns the pairs as bytes. */
    default Reply<List<Map.Entry<String, byte @Nullable []>>> pairs() {
        return add(Fruits.pairs());
    }

    /**
     * Picks one.
     *
     * <p>Waits until there is one.
     */
    default Reply<@Nullable String> pick(byte[] key, double seconds) {
        return add(Fruits.pick(key, seconds));
    }

    /** Presses all. */
    default <T extends Comparable<? super T>, U> Reply<Map<T, List<@Nullable U>>> pressAll(List<? extends T> fruits) {
        return add(Fruits.pressAll(fruits));
    }

    /** Tells whether it is ripe. */
    default Reply<Boolean> ripe(Map<String, ?> ages) {
        return add(Fruits.ripe(ages));
    }

    /** Weighs one. */
    default Reply<Double> weigh(String key) {
        return add(Fruits.weigh(key));
    }

    /** Weighs several. */
    default Reply<Long> weigh(String key, Object... others) {
        return add(Fruits.weigh(key, others));
    }
}
