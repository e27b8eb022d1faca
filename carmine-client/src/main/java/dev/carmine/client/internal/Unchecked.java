package dev.carmine.client.internal;

import org.jspecify.annotations.Nullable;

/** The one place where a value that its own decoder has read becomes of the decoder's type again. */
public final class Unchecked {
    private Unchecked() {}

    /**
     * Casts without a check; null stays null, which the type allows wherever the decoder can give it.
     *
     * @param value what the decoder has read
     * @param <T> the decoder's type
     * @return the value
     */
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    public static <T extends @Nullable Object> T cast(@Nullable Object value) {
        return (T) value;
    }
}
