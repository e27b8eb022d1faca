package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.command.RawVector;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.client.command.VectorMatch;
import dev.carmine.client.command.VectorSetInfo;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.protocol.RespReader;
import dev.carmine.protocol.RespType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decoders of replies that only vector sets have. */
public final class VectorDecoders {
    /** The numbers of a vector, or null. */
    public static final ReplyDecoder<float @Nullable []> NULLABLE_VECTOR = new BuiltInDecoder<>(VectorDecoders::vector);

    /** A vector as it is kept, or null. */
    public static final ReplyDecoder<@Nullable RawVector> NULLABLE_RAW_VECTOR =
            new BuiltInDecoder<>(in -> Values.orNull(in, VectorDecoders::rawVector));

    /** What is known of a vector set, or null. */
    public static final ReplyDecoder<@Nullable VectorSetInfo> VECTOR_SET_INFO =
            new BuiltInDecoder<>(in -> Values.orNull(in, VectorDecoders::info));

    /** A list of elements for each layer, or null. */
    public static final ReplyDecoder<@Nullable List<List<String>>> NULLABLE_LAYERS =
            stored(Shape.VALUE.list().list().nullable());

    /** A list of elements with their scores for each layer, or null. */
    public static final ReplyDecoder<@Nullable List<List<ScoredMember<String>>>> NULLABLE_SCORED_LAYERS =
            stored(Shape.SCORED_MEMBER.pairs().list().nullable());

    /** Elements with scores and attributes: flat in RESP2, a map to pairs in RESP3. */
    public static final ReplyDecoder<List<VectorMatch<String>>> VECTOR_MATCHES =
            stored(new Shape<>(VectorDecoders::matches, (read, function) -> {
                read.replaceAll(new Counting<>(
                        "element",
                        match ->
                                new VectorMatch<>(function.apply(match.element()), match.score(), match.attributes())));
                return read;
            }));

    private VectorDecoders() {}

    private static float @Nullable [] vector(RespReader in) {
        List<Double> numbers = Values.orNull(in, some -> Values.list(some, Values::number));
        if (numbers == null) {
            return null;
        }
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).floatValue();
        }
        return vector;
    }

    private static List<VectorMatch<Object>> matches(RespReader in, Function<RespReader, Object> value) {
        boolean nested = in.type() == RespType.MAP;
        int size = nested ? in.readMapSize() : in.readArraySize();
        if (size < 0 || (!nested && size % 3 != 0)) {
            throw new CarmineProtocolException(
                    "expected elements with scores and attributes but the reply has " + size + " words", -1, null);
        }
        int count = nested ? size : size / 3;
        List<VectorMatch<Object>> matches = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Object element = value.apply(in);
            if (nested) {
                Values.expectArray(in, 2);
            }
            matches.add(new VectorMatch<>(element, in.readDouble(), in.readText()));
        }
        return matches;
    }

    /** Only what is quantized to eight bits has a range. */
    private static RawVector rawVector(RespReader in) {
        boolean ranged = in.readArraySize() > 3;
        return new RawVector(Values.text(in), Values.bytes(in), Values.number(in), ranged ? Values.number(in) : null);
    }

    private static VectorSetInfo info(RespReader in) {
        Fields fields = Fields.read(in);
        return new VectorSetInfo(
                fields.text("quant-type"),
                fields.integer("vector-dim"),
                fields.integer("projection-input-dim"),
                fields.integer("size"),
                fields.integer("hnsw-m"),
                fields.integer("max-level"));
    }

    /** Of a shape with text for its values. */
    private static <T extends @Nullable Object> ReplyDecoder<T> stored(Shape<?> shape) {
        return new StoredDecoder<>(in -> Unchecked.cast(shape.reading().read(in, Values::text)), shape);
    }
}
