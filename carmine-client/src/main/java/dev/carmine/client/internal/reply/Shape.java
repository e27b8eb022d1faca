package dev.carmine.client.internal.reply;

import dev.carmine.client.command.KeyedElement;
import dev.carmine.client.command.KeyedMember;
import dev.carmine.client.command.ScanResult;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.protocol.RespReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How stored values stand in a reply: alone, in a list, as the values of a map. First the reply is read with bytes, or
 * text, in the place of the values; then, where the user's code may run, each of them is replaced by what it stands for.
 *
 * @param reading from the reply, given how to read one value
 * @param mapping replaces the values, in place where that can be done
 * @param <T> what the reply becomes; where the values stand, it has {@code Object}
 */
record Shape<T extends @Nullable Object>(Reading<T> reading, Mapping<T> mapping) {
    /** A value, never nil. */
    static final Shape<@Nullable Object> VALUE =
            new Shape<>((in, value) -> value.apply(in), (read, function) -> function.apply(read));

    /** A field with its value. */
    static final Shape<Map.Entry<String, Object>> ENTRY = new Shape<>(
            (in, value) -> Map.entry(Values.text(in), value.apply(in)),
            (read, function) -> Map.entry(read.getKey(), function.apply(read.getValue())));

    /** A member and its score. */
    static final Shape<ScoredMember<Object>> SCORED_MEMBER = new Shape<>(
            (in, value) -> new ScoredMember<>(value.apply(in), in.readDouble()),
            (read, function) -> new ScoredMember<>(function.apply(read.member()), read.score()));

    /** A key and an element. */
    static final Shape<KeyedElement<Object>> KEYED_ELEMENT = new Shape<>(
            (in, value) -> {
                Values.expectArray(in, 2);
                return new KeyedElement<>(Values.text(in), value.apply(in));
            },
            (read, function) -> new KeyedElement<>(read.key(), function.apply(read.element())));

    /** A key, a member and its score. */
    static final Shape<KeyedMember<Object>> KEYED_MEMBER = new Shape<>(
            (in, value) -> {
                Values.expectArray(in, 3);
                return new KeyedMember<>(Values.text(in), value.apply(in), in.readDouble());
            },
            (read, function) -> new KeyedMember<>(read.key(), function.apply(read.member()), read.score()));

    /** A map of fields to values. */
    static final Shape<Map<String, Object>> MAP =
            new Shape<>((in, value) -> Values.map(in, Values::text, value), (read, function) -> {
                Counting<Object> values = new Counting<>("value", function::apply);
                read.replaceAll((field, value) -> values.apply(value));
                return read;
            });

    /** This, or nil. */
    Shape<@Nullable T> nullable() {
        return new Shape<>(
                (in, value) -> Unchecked.cast(Values.orNull(in, some -> reading.read(some, value))),
                this::mapUnlessNil);
    }

    /** A list of these. */
    Shape<List<T>> list() {
        return new Shape<>((in, value) -> Values.list(in, element -> reading.read(element, value)), this::mapAll);
    }

    /** A set of these, in the order of the reply. */
    Shape<Set<T>> set() {
        return new Shape<>((in, value) -> Values.set(in, element -> reading.read(element, value)), (read, function) -> {
            Set<T> mapped = new LinkedHashSet<>(Values.capacity(read.size()));
            read.forEach(new Counting<T>("element", element -> {
                T object = mapping.map(element, function);
                mapped.add(object);
                return object;
            })::apply);
            return mapped;
        });
    }

    /** A list of these, each of which is a pair: flat in RESP2 and nested in RESP3. */
    Shape<List<T>> pairs() {
        return new Shape<>((in, value) -> Values.pairs(in, pair -> reading.read(pair, value)), this::mapAll);
    }

    /** The only pair, or nil; an empty array counts as nil. */
    Shape<@Nullable T> onlyPair() {
        return new Shape<>(
                (in, value) -> {
                    List<T> list = Values.orNull(in, some -> pairs().reading.read(some, value));
                    return Unchecked.cast(list == null || list.isEmpty() ? null : list.get(0));
                },
                this::mapUnlessNil);
    }

    /** A step of a scan, of which this is the list of elements. */
    static <E> Shape<ScanResult<E>> scanned(Shape<List<E>> elements) {
        return new Shape<>(
                (in, value) -> {
                    Values.expectArray(in, 2);
                    return new ScanResult<>(Values.text(in), elements.reading.read(in, value));
                },
                (read, function) -> new ScanResult<>(read.cursor(), elements.mapping.map(read.elements(), function)));
    }

    private T mapUnlessNil(T read, Function<Object, Object> function) {
        return read == null ? read : mapping.map(read, function);
    }

    private List<T> mapAll(List<T> read, Function<Object, Object> function) {
        read.replaceAll(new Counting<>("element", element -> mapping.map(element, function)));
        return read;
    }

    /** From a reply to what it becomes. */
    interface Reading<T extends @Nullable Object> {
        T read(RespReader in, Function<RespReader, Object> value);
    }

    /** From what was read to the same with other values. */
    interface Mapping<T extends @Nullable Object> {
        T map(T read, Function<Object, Object> function);
    }
}
