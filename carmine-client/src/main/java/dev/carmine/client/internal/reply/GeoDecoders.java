package dev.carmine.client.internal.reply;

import dev.carmine.client.command.GeoPosition;
import dev.carmine.client.command.GeoResult;
import dev.carmine.client.internal.Unchecked;
import dev.carmine.protocol.RespReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decoders of replies with positions. */
public final class GeoDecoders {
    /** Texts, each of which may be null. */
    public static final ReplyDecoder<List<@Nullable String>> OPTIONAL_HASHES =
            new BuiltInDecoder<>(in -> Values.list(in, RespReader::readText));

    /** Positions, each of which may be null. */
    public static final ReplyDecoder<List<@Nullable GeoPosition>> OPTIONAL_POSITIONS =
            new BuiltInDecoder<>(in -> Values.list(in, some -> Values.orNull(some, GeoDecoders::position)));

    /** A member with its distance, its hash and its position, in the order in which the server gives them. */
    private static final Shape<GeoResult<Object>> GEO_RESULT = new Shape<>(
            (in, value) -> {
                Values.expectArray(in, 4);
                return new GeoResult<>(value.apply(in), in.readDouble(), in.readLong(), position(in));
            },
            (read, function) ->
                    new GeoResult<>(function.apply(read.member()), read.distance(), read.hash(), read.position()));

    /** Members with their distances, their hashes and their positions. */
    public static final ReplyDecoder<List<GeoResult<String>>> GEO_RESULTS = new StoredDecoder<>(
            in -> Unchecked.cast(GEO_RESULT.list().reading().read(in, Values::text)), GEO_RESULT.list());

    private GeoDecoders() {}

    private static GeoPosition position(RespReader in) {
        Values.expectArray(in, 2);
        double longitude = in.readDouble();
        return new GeoPosition(longitude, in.readDouble());
    }
}
