package dev.carmine.client.internal.reply;

import dev.carmine.client.command.IncrexResult;
import dev.carmine.client.command.LcsMatch;
import dev.carmine.client.command.LcsMatches;
import dev.carmine.protocol.RespReader;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decoders of replies about strings. */
public final class StringDecoders {
    /** What two strings have in common. */
    public static final ReplyDecoder<LcsMatches> LCS_MATCHES = new BuiltInDecoder<>(in -> {
        Fields fields = Fields.read(in);
        return new LcsMatches(fields.list("matches", StringDecoders::match), fields.integer("len"));
    });

    /** What a whole number is now, and what was added. */
    public static final ReplyDecoder<IncrexResult<Long>> INCREX_RESULT = increxResult(Values::integer);

    /** What a floating-point number is now, and what was added. */
    public static final ReplyDecoder<IncrexResult<Double>> INCREX_FLOAT_RESULT = increxResult(Values::number);

    private StringDecoders() {}

    private static <N extends Number> ReplyDecoder<IncrexResult<N>> increxResult(Function<RespReader, N> number) {
        return new BuiltInDecoder<>(in -> {
            Values.expectArray(in, 2);
            return new IncrexResult<>(number.apply(in), number.apply(in));
        });
    }

    /** Two ranges, each of which has a start and an end. */
    private static LcsMatch match(@Nullable Object read) {
        List<Long> positions = Fields.listOf(read, range -> Fields.listOf(range, Fields::integerOf)).stream()
                .flatMap(List::stream)
                .toList();
        return new LcsMatch(positions.get(0), positions.get(1), positions.get(2), positions.get(3));
    }
}
