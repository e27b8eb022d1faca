package dev.carmine.client;

import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.reply.SeenValue;
import dev.carmine.client.internal.reply.SwapDecoders;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Attempts a swap until nobody has changed the value between its reading and its writing. */
final class SwapLoop<V> {
    private final Swaps<V> face;
    private final SwapPlace place;
    private final Command<@Nullable SeenValue<V>> get;
    private final Attempts attempts;

    SwapLoop(Swaps<V> face, SwapPlace place, int maxAttempts) {
        this.face = face;
        this.place = place;
        this.get = EncodedCommand.of(place.get()).readBy(SwapDecoders.seen(face.valueType()));
        this.attempts = new Attempts("a swap", maxAttempts);
    }

    <R extends @Nullable Object> R run(Function<? super @Nullable V, ? extends Swap<? extends R>> change) {
        while (attempts.next()) {
            SeenValue<V> seen = face.call(get);
            Swap<? extends R> swap = change.apply(seen == null ? null : seen.value());
            if (swap == null) {
                throw new NullPointerException(
                        "the function of a swap has returned null: return Swap.delete(), or Swap.abort()");
            }
            if (isDone(swap, seen == null ? null : seen.bytes())) {
                return swap.result();
            }
        }
        throw attempts.conflict(
                "nothing was swapped: others have changed the value", "allow more attempts, or change it by a script");
    }

    /** Whether the answer was carried out; if not, the value is not what was read any more. */
    private boolean isDone(Swap<?> swap, byte @Nullable [] seen) {
        return switch (swap.action()) {
            case SET -> face.call(place.set(seen, swap.value()));
            case DELETE -> seen == null || face.call(place.delete(seen));
            case LEAVE -> true;
        };
    }
}
