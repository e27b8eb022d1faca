package dev.carmine.client.internal.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decoders of replies about bitmaps. */
public final class BitmapDecoders {
    /** A list of integers, each of which may be null. */
    public static final ReplyDecoder<List<@Nullable Long>> OPTIONAL_LONGS =
            new BuiltInDecoder<>(in -> Values.list(in, element -> Values.orNull(element, Values::integer)));

    private BitmapDecoders() {}
}
