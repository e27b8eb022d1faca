package dev.carmine.client.command;

import dev.carmine.client.Command;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The commands of {@link Fruits}, each of which gives a future of its reply. */
@SuppressWarnings("exports")
@Generated("dev.carmine.generator.CommandProcessor")
public interface AsyncFruits {

    /**
     * Runs a command without waiting for its reply.
     *
     * @param command any command
     * @param <T> what its reply becomes
     * @return a future of what the reply becomes; it fails with a
     *     {@link dev.carmine.client.CarmineException} if there is no reply, or it is an error
     */
    <T extends @Nullable Object> CompletableFuture<T> callAsync(Command<T> command);

    /** Counts the sugar, or gives null. */
    default CompletableFuture<@Nullable Double> fruitSugar(@Nullable String unit) {
        return callAsync(Fruits.fruitSugar(unit));
    }

    /** Returns the pairs as bytes. */
    default CompletableFuture<List<Map.Entry<String, byte @Nullable []>>> pairs() {
        return callAsync(Fruits.pairs());
    }

    /**
     * Picks one.
     *
     * <p>Waits until there is one.
     */
    default CompletableFuture<@Nullable String> pick(byte[] key, double seconds) {
        return callAsync(Fruits.pick(key, seconds));
    }

    /** Presses all. */
    default <T extends Comparable<? super T>, U> CompletableFuture<Map<T, List<@Nullable U>>> pressAll(List<? extends T> fruits) {
        return callAsync(Fruits.pressAll(fruits));
    }

    /** Tells whether it is ripe. */
    default CompletableFuture<Boolean> ripe(Map<String, ?> ages) {
        return callAsync(Fruits.ripe(ages));
    }

    /** Weighs one. */
    default CompletableFuture<Double> weigh(String key) {
        return callAsync(Fruits.weigh(key));
    }

    /** Weighs several. */
    default CompletableFuture<Long> weigh(String key, Object... others) {
        return callAsync(Fruits.weigh(key, others));
    }
}
