package dev.carmine.client;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Replacing a value by one that is calculated from it, without overwriting what others write meanwhile. Part of every
 * face that waits: of a client, its views for other types, and sessions.
 *
 * <pre>{@code
 * long visits = redis.as(Long.class).swap("visits", 10, old -> Swap.set(old == null ? 1 : old + 1));
 *
 * String plan = redis.as(User.class).hswap("users", "ann", 10, user -> user == null
 *         ? Swap.abort().returning("unknown")
 *         : Swap.set(user.upgraded()).returning(user.plan()));
 * }</pre>
 *
 * <p>The value is read, the function called with it, and what it answers is done by
 * {@link dev.carmine.client.command.CompareAndSet} if the bytes stored are still those that were read. If somebody was
 * faster, all of that is done again, after a random pause that grows from one to a hundred milliseconds; each reply is
 * waited for at most for the command timeout. So the function may be called up to {@code maxAttempts} times, and should
 * have no other effects. What it throws ends the swap, with nothing changed. A value that was changed and changed back
 * while the function ran counts as unchanged.
 *
 * <p>The asynchronous and pipelined faces have nothing like it: the function needs the reply before anything else can be
 * sent, so somebody would have to wait there, or call it on a thread of the client.
 *
 * @param <V> what stored values are read as
 */
public interface Swaps<V> {

    /**
     * Runs a command and waits for its reply.
     *
     * @param command any command
     * @param <T> what its reply becomes
     * @return what the reply has become
     * @throws CarmineException if there is no reply, or it is an error
     */
    <T extends @Nullable Object> T call(Command<T> command);

    /**
     * What stored values are read as.
     *
     * @return the type
     */
    TypeRef<V> valueType();

    /**
     * Replaces the value of a key by what a function makes of it, or deletes it. The key's time to live stays as it is.
     *
     * @param key a string, or a key that does not exist
     * @param maxAttempts how often to attempt it, at least once
     * @param change given the present value, or null if there is none; says what is to become of it
     * @param <R> what the function's answer returns
     * @return the value that was set, or null, unless the answer {@linkplain Swap#returning returns} something else
     * @throws CarmineConflictException if others have changed the value in each attempt; this swap has changed nothing
     * @throws CarmineSerializationException if something else is stored than values of this face, or the new value cannot
     *     be written
     * @throws CarmineServerException if the key holds no string
     * @throws CarmineUnansweredException if there is no reply; if its fate is unknown, the new value may have been set
     * @throws IllegalArgumentException if {@code maxAttempts} is not positive
     */
    default <R extends @Nullable Object> R swap(
            String key, int maxAttempts, Function<? super @Nullable V, ? extends Swap<? extends R>> change) {
        return new SwapLoop<>(this, new SwapPlace.Key(key), maxAttempts).run(change);
    }

    /**
     * Replaces the value of a hash field by what a function makes of it, or deletes it. The key's time to live stays as
     * it is; one of the field ends, as with {@code HSET}.
     *
     * @param key a hash, or a key that does not exist
     * @param field the field
     * @param maxAttempts how often to attempt it, at least once
     * @param change given the present value, or null if there is none; says what is to become of it
     * @param <R> what the function's answer returns
     * @return what {@link #swap} returns
     * @throws CarmineException as {@link #swap} does
     * @throws IllegalArgumentException if {@code maxAttempts} is not positive
     */
    default <R extends @Nullable Object> R hswap(
            String key,
            String field,
            int maxAttempts,
            Function<? super @Nullable V, ? extends Swap<? extends R>> change) {
        return new SwapLoop<>(this, new SwapPlace.Field(key, field), maxAttempts).run(change);
    }
}
