package dev.carmine.client.internal.reply;

import dev.carmine.client.command.LcsMatch;
import dev.carmine.client.command.LcsMatches;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decoders of replies about strings. */
public final class StringDecoders {
    /** What two strings have in common. */
    public static final ReplyDecoder<LcsMatches> LCS_MATCHES = new BuiltInDecoder<>(in -> {
        Fields fields = Fields.read(in);
        return new LcsMatches(fields.list("matches", StringDecoders::match), fields.integer("len"));
    });

    private StringDecoders() {}

    /** Two ranges, each of which has a start and an end. */
    private static LcsMatch match(@Nullable Object read) {
        List<Long> positions = Fields.listOf(read, range -> Fields.listOf(range, Fields::integerOf)).stream()
                .flatMap(List::stream)
                .toList();
        return new LcsMatch(positions.get(0), positions.get(1), positions.get(2), positions.get(3));
    }
}
