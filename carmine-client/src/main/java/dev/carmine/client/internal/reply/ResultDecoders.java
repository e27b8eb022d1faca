package dev.carmine.client.internal.reply;

import dev.carmine.client.command.KeyedElement;
import dev.carmine.client.command.KeyedMember;
import dev.carmine.client.command.ScanResult;
import dev.carmine.client.command.ScoredMember;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.protocol.RespReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoders of replies that become records and other composite results. */
public final class ResultDecoders {
    /** A member and its score, or null; an empty array counts as null. */
    public static final ReplyDecoder<@Nullable ScoredMember<String>> NULLABLE_SCORED_MEMBER =
            stored(Shape.SCORED_MEMBER.onlyPair());

    /** Members with their scores, flat in RESP2 and nested in RESP3. */
    public static final ReplyDecoder<List<ScoredMember<String>>> SCORED_MEMBERS = stored(Shape.SCORED_MEMBER.pairs());

    /** Fields with their values, flat in RESP2 and nested in RESP3; a list since a field may come twice. */
    public static final ReplyDecoder<List<Map.Entry<String, String>>> ENTRIES = stored(Shape.ENTRY.pairs());

    /** A key and an element, or null. */
    public static final ReplyDecoder<@Nullable KeyedElement<String>> NULLABLE_KEYED_ELEMENT =
            stored(Shape.KEYED_ELEMENT.nullable());

    /** A key, a member and its score, or null. */
    public static final ReplyDecoder<@Nullable KeyedMember<String>> NULLABLE_KEYED_MEMBER =
            stored(Shape.KEYED_MEMBER.nullable());

    /** A step of a scan whose elements are keys. */
    public static final ReplyDecoder<ScanResult<String>> SCANNED_KEYS = new BuiltInDecoder<>(
            in -> Unchecked.cast(Shape.scanned(Shape.VALUE.list()).reading().read(in, Values::text)));

    /** A step of a scan whose elements are stored values. */
    public static final ReplyDecoder<ScanResult<String>> SCANNED_VALUES = stored(Shape.scanned(Shape.VALUE.list()));

    /** A step of a scan whose elements are fields with their values. */
    public static final ReplyDecoder<ScanResult<Map.Entry<String, String>>> SCANNED_ENTRIES =
            stored(Shape.scanned(Shape.ENTRY.pairs()));

    /** A step of a scan whose elements are members with their scores. */
    public static final ReplyDecoder<ScanResult<ScoredMember<String>>> SCANNED_MEMBERS =
            stored(Shape.scanned(Shape.SCORED_MEMBER.pairs()));

    /** Seconds since 1970. */
    public static final ReplyDecoder<Instant> EPOCH_SECONDS =
            new BuiltInDecoder<>(in -> Instant.ofEpochSecond(in.readLong()));

    /** Seconds since 1970 and the microseconds of the present second. */
    public static final ReplyDecoder<Instant> SECONDS_AND_MICROS = new BuiltInDecoder<>(ResultDecoders::instant);

    private ResultDecoders() {}

    /** Of a shape with text for its values. */
    private static <T extends @Nullable Object> ReplyDecoder<T> stored(Shape<?> shape) {
        return new StoredDecoder<>(in -> Unchecked.cast(shape.reading().read(in, Values::text)), shape);
    }

    private static Instant instant(RespReader in) {
        Values.expectArray(in, 2);
        long seconds = in.readLong();
        return Instant.ofEpochSecond(seconds, in.readLong() * 1_000);
    }
}
