package dev.carmine.client.internal.reply;

import dev.carmine.client.command.KeyedMembers;
import dev.carmine.client.command.RankAndScore;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.protocol.RespReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decoders of replies that only sorted sets have. */
public final class SortedSetDecoders {
    private static final Shape<List<ScoredMember<Object>>> MEMBERS = Shape.SCORED_MEMBER.pairs();

    /** A key and members with their scores. */
    private static final Shape<KeyedMembers<Object>> KEYED_MEMBERS = new Shape<>(
            (in, value) -> {
                Values.expectArray(in, 2);
                return new KeyedMembers<>(Values.text(in), MEMBERS.reading().read(in, value));
            },
            (read, function) -> new KeyedMembers<>(read.key(), MEMBERS.mapping().map(read.members(), function)));

    /** A key and members with their scores, or null. */
    public static final ReplyDecoder<@Nullable KeyedMembers<String>> NULLABLE_KEYED_MEMBERS = new StoredDecoder<>(
            in -> Unchecked.cast(KEYED_MEMBERS.nullable().reading().read(in, Values::text)), KEYED_MEMBERS.nullable());

    /** A position and a score, or null. */
    public static final ReplyDecoder<@Nullable RankAndScore> NULLABLE_RANK_AND_SCORE =
            new BuiltInDecoder<>(in -> Values.orNull(in, SortedSetDecoders::rankAndScore));

    private SortedSetDecoders() {}

    private static RankAndScore rankAndScore(RespReader in) {
        Values.expectArray(in, 2);
        long rank = in.readLong();
        return new RankAndScore(rank, in.readDouble());
    }
}
