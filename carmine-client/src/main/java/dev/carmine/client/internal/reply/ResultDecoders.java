package dev.carmine.client.internal.reply;

import dev.carmine.client.command.KeyedElement;
import dev.carmine.client.command.KeyedMember;
import dev.carmine.client.command.ScanResult;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.protocol.RespReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decoders of replies that become records and other composite results. */
public final class ResultDecoders {
    /** A member and its score, or null; an empty array counts as null. */
    public static final ReplyDecoder<@Nullable ScoredMember> NULLABLE_SCORED_MEMBER =
            new BuiltInDecoder<>(ResultDecoders::onlyScoredMember);

    /** Members with their scores, flat in RESP2 and nested in RESP3. */
    public static final ReplyDecoder<List<ScoredMember>> SCORED_MEMBERS =
            new BuiltInDecoder<>(in -> Values.pairs(in, ResultDecoders::scoredMember));

    /** Fields with their values, flat in RESP2 and nested in RESP3; a list since a field may come twice. */
    public static final ReplyDecoder<List<Map.Entry<String, String>>> ENTRIES =
            new BuiltInDecoder<>(in -> Values.pairs(in, ResultDecoders::entry));

    /** A key and an element, or null. */
    public static final ReplyDecoder<@Nullable KeyedElement> NULLABLE_KEYED_ELEMENT =
            new BuiltInDecoder<>(in -> Values.orNull(in, ResultDecoders::keyedElement));

    /** A key, a member and its score, or null. */
    public static final ReplyDecoder<@Nullable KeyedMember> NULLABLE_KEYED_MEMBER =
            new BuiltInDecoder<>(in -> Values.orNull(in, ResultDecoders::keyedMember));

    /** A step of a scan whose elements are texts. */
    public static final ReplyDecoder<ScanResult<String>> SCANNED_TEXTS = scanned(in -> Values.list(in, Values::text));

    /** A step of a scan whose elements are fields with their values. */
    public static final ReplyDecoder<ScanResult<Map.Entry<String, String>>> SCANNED_ENTRIES =
            scanned(in -> Values.pairs(in, ResultDecoders::entry));

    /** A step of a scan whose elements are members with their scores. */
    public static final ReplyDecoder<ScanResult<ScoredMember>> SCANNED_MEMBERS =
            scanned(in -> Values.pairs(in, ResultDecoders::scoredMember));

    /** Seconds since 1970. */
    public static final ReplyDecoder<Instant> EPOCH_SECONDS =
            new BuiltInDecoder<>(in -> Instant.ofEpochSecond(in.readLong()));

    /** Seconds since 1970 and the microseconds of the present second. */
    public static final ReplyDecoder<Instant> SECONDS_AND_MICROS = new BuiltInDecoder<>(ResultDecoders::instant);

    private ResultDecoders() {}

    private static <T> ReplyDecoder<ScanResult<T>> scanned(Function<RespReader, List<T>> elements) {
        return new BuiltInDecoder<>(in -> {
            Values.expectArray(in, 2);
            String cursor = Values.text(in);
            return new ScanResult<>(cursor, elements.apply(in));
        });
    }

    private static @Nullable ScoredMember onlyScoredMember(RespReader in) {
        List<ScoredMember> members = Values.orNull(in, some -> Values.pairs(some, ResultDecoders::scoredMember));
        return members == null || members.isEmpty() ? null : members.get(0);
    }

    private static ScoredMember scoredMember(RespReader in) {
        String member = Values.text(in);
        return new ScoredMember(member, in.readDouble());
    }

    private static Map.Entry<String, String> entry(RespReader in) {
        String field = Values.text(in);
        return Map.entry(field, Values.text(in));
    }

    private static KeyedElement keyedElement(RespReader in) {
        Values.expectArray(in, 2);
        String key = Values.text(in);
        return new KeyedElement(key, Values.text(in));
    }

    private static KeyedMember keyedMember(RespReader in) {
        Values.expectArray(in, 3);
        String key = Values.text(in);
        String member = Values.text(in);
        return new KeyedMember(key, member, in.readDouble());
    }

    private static Instant instant(RespReader in) {
        Values.expectArray(in, 2);
        long seconds = in.readLong();
        return Instant.ofEpochSecond(seconds, in.readLong() * 1_000);
    }
}
