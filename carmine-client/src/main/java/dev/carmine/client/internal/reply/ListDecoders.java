package dev.carmine.client.internal.reply;

import dev.carmine.client.command.KeyedElements;
import dev.carmine.client.internal.Unchecked;
import org.jspecify.annotations.Nullable;

/** The decoders of replies about lists. */
public final class ListDecoders {
    /** A key and some elements. */
    private static final Shape<KeyedElements<Object>> KEYED = new Shape<>(
            (in, value) -> {
                Values.expectArray(in, 2);
                return new KeyedElements<>(Values.text(in), Values.list(in, value));
            },
            (read, function) -> {
                read.elements().replaceAll(new Counting<>("element", function::apply));
                return read;
            });

    private static final Shape<@Nullable KeyedElements<Object>> NULLABLE_KEYED = KEYED.nullable();

    /** A key and some elements, or null. */
    public static final ReplyDecoder<@Nullable KeyedElements<String>> NULLABLE_KEYED_ELEMENTS =
            new StoredDecoder<>(in -> Unchecked.cast(NULLABLE_KEYED.reading().read(in, Values::text)), NULLABLE_KEYED);

    private ListDecoders() {}
}
