package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.GeoDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import dev.carmine.client.internal.command.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands on positions on the earth. They are kept in sorted sets, so {@code ZREM} removes a member and {@code ZCARD}
 * counts them. The older {@code GEORADIUS} commands are left out: {@code GEOSEARCH} does all they do.
 */
public final class Geo {
    private Geo() {}

    // spotless:off
    /** Gives a member a position, and returns 1 if it is new, 0 if it was there. O(log N), since 3.2.0: <a href="https://redis.io/docs/latest/commands/geoadd/">GEOADD</a>. */
    @Redis("GEOADD") public static Command<Long> geoadd(String key, double longitude, double latitude, Object member) { return GEOADD.key(key).arg(longitude).arg(latitude).value(member).command(LONG); }

    /** Gives members positions, and returns how many of them are new. O(log N) a member, since 3.2.0: <a href="https://redis.io/docs/latest/commands/geoadd/">GEOADD</a>. */
    @Redis("GEOADD") public static Command<Long> geoadd(String key, Map<?, GeoPosition> positions) { return GEOADD.key(key).values(members(positions)).command(LONG); }

    /** Gives members positions as the arguments say, and returns how many of them are new, or have changed if the arguments count those. O(log N) a member, since 6.2.0: <a href="https://redis.io/docs/latest/commands/geoadd/">GEOADD</a>. */
    @Redis("GEOADD") public static Command<Long> geoadd(String key, GeoaddArgs args, Map<?, GeoPosition> positions) { return GEOADD.key(key).args(args.words()).values(members(positions)).command(LONG); }

    /** Returns the distance of two members in a unit, or null if one is missing. O(1), since 3.2.0: <a href="https://redis.io/docs/latest/commands/geodist/">GEODIST</a>. */
    @Redis("GEODIST") @ReadOnly public static Command<@Nullable Double> geodist(String key, Object member1, Object member2, GeoUnit unit) { return GEODIST.key(key).value(member1).value(member2).arg(unit.word()).command(NULLABLE_DOUBLE); }

    /** Returns the positions of the members in their order as Geohash texts of eleven characters; null for each that is missing. O(1) a member, since 3.2.0: <a href="https://redis.io/docs/latest/commands/geohash/">GEOHASH</a>. */
    @Redis("GEOHASH") @ReadOnly public static Command<List<@Nullable String>> geohash(String key, Object... members) { return GEOHASH.key(key).values(members).command(OPTIONAL_HASHES); }

    /** Returns the positions of the members in their order; null for each that is missing. O(1) a member, since 3.2.0: <a href="https://redis.io/docs/latest/commands/geopos/">GEOPOS</a>. */
    @Redis("GEOPOS") @ReadOnly public static Command<List<@Nullable GeoPosition>> geopos(String key, Object... members) { return GEOPOS.key(key).values(members).command(OPTIONAL_POSITIONS); }

    /** Returns the members in an area; empty if {@code key} is missing. O(N+log M) with N members around the area and M in it, since 6.2.0: <a href="https://redis.io/docs/latest/commands/geosearch/">GEOSEARCH</a>. */
    @Redis("GEOSEARCH") @ReadOnly public static Command<List<@Stored String>> geosearch(String key, GeosearchArgs args) { return GEOSEARCH.key(key).args(args.words()).command(VALUES); }

    /** Returns the members in an area with their distances, hashes and positions; empty if {@code key} is missing. O(N+log M) with N members around the area and M in it, since 6.2.0: <a href="https://redis.io/docs/latest/commands/geosearch/">GEOSEARCH</a>. */
    @Redis("GEOSEARCH") @ReadOnly public static Command<List<GeoResult<@Stored String>>> geosearchWithPositions(String key, GeosearchArgs args) { return GEOSEARCH.key(key).args(args.words()).args("WITHCOORD", "WITHDIST", "WITHHASH").command(GEO_RESULTS); }

    /** Stores the members in an area with their positions under {@code destination}, and returns how many there are. O(N+log M) with N members around the area and M in it, since 6.2.0: <a href="https://redis.io/docs/latest/commands/geosearchstore/">GEOSEARCHSTORE</a>. */
    @Redis("GEOSEARCHSTORE") public static Command<Long> geosearchstore(String destination, String source, GeosearchArgs args) { return GEOSEARCHSTORE.key(destination).key(source).args(args.words()).command(LONG); }

    /** Stores the members in an area under {@code destination} with their distances from the centre for scores, and returns how many there are. O(N+log M) with N members around the area and M in it, since 6.2.0: <a href="https://redis.io/docs/latest/commands/geosearchstore/">GEOSEARCHSTORE</a>. */
    @Redis("GEOSEARCHSTORE") public static Command<Long> geosearchstoreDistances(String destination, String source, GeosearchArgs args) { return GEOSEARCHSTORE.key(destination).key(source).args(args.words()).arg("STOREDIST").command(LONG); }
    // spotless:on

    /** Longitude, latitude and member in turn. */
    private static Object[] members(Map<?, GeoPosition> positions) {
        List<Object> words = new ArrayList<>(3 * positions.size());
        positions.forEach((member, position) -> {
            words.add(position.longitude());
            words.add(position.latitude());
            words.add(member);
        });
        return words.toArray();
    }
}
