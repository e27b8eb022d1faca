package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reply of values by their position, as records are made from: a newer server may give more than the record has, and
 * an older one less. The counterpart of {@link Fields}, for replies that tell of the server.
 *
 * <p>What is asked for without {@code optional} must be there and of that kind, or the reply is not one of this command.
 */
final class Elements {
    private final List<?> values;

    private Elements(List<?> values) {
        this.values = values;
    }

    /** Those that were read as a whole or as a part of something else. */
    static Elements of(@Nullable Object read) {
        return new Elements(Fields.listOf(read, element -> element));
    }

    /** How many there are. */
    int size() {
        return values.size();
    }

    String text(int position) {
        return String.valueOf(required(position));
    }

    /** Text, or null for nil and if there are fewer elements. */
    @Nullable String optionalText(int position) {
        return Fields.textOf(optional(position));
    }

    long integer(int position) {
        return Fields.integerOf(required(position));
    }

    /** An integer, or null if there are fewer elements. */
    @Nullable Long optionalInteger(int position) {
        Object value = optional(position);
        return value == null ? null : Fields.integerOf(value);
    }

    /** A list, each element of which is made into something; empty if there are fewer elements. */
    <T> List<T> list(int position, Function<@Nullable Object, T> element) {
        return Fields.listOf(optional(position), element);
    }

    /** A list of texts; empty if there are fewer elements. */
    List<String> texts(int position) {
        return list(position, String::valueOf);
    }

    /** Values by their position within an element. */
    Elements elements(int position) {
        return of(required(position));
    }

    /** Names with values within an element. */
    Fields fields(int position) {
        return Fields.of(required(position));
    }

    private @Nullable Object optional(int position) {
        return position < values.size() ? values.get(position) : null;
    }

    private Object required(int position) {
        Object value = optional(position);
        if (value == null) {
            throw new CarmineProtocolException("the reply has no element " + position, -1, null);
        }
        return value;
    }
}
