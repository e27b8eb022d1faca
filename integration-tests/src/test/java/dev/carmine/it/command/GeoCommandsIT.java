package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.carmine.client.command.GeoCenter;
import dev.carmine.client.command.GeoPosition;
import dev.carmine.client.command.GeoResult;
import dev.carmine.client.command.GeoUnit;
import dev.carmine.client.command.GeoaddArgs;
import dev.carmine.client.command.GeosearchArgs;
import dev.carmine.client.command.SyncGeo;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

@EachFace
class GeoCommandsIT extends CommandContract {
    private static final GeoPosition PALERMO = new GeoPosition(13.361389, 38.115556);
    private static final GeoPosition CATANIA = new GeoPosition(15.087269, 37.502669);
    private static final Offset<Double> A_LITTLE = within(0.00001);

    GeoCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncGeo.class, face, resp, server);
    }

    @Test
    void membersAreAddedAndMoved() {
        assertThat(redis.geoadd("g", PALERMO.longitude(), PALERMO.latitude(), "Palermo"))
                .isEqualTo(1);
        assertThat(redis.geoadd("g", Map.of("Palermo", PALERMO, "Catania", CATANIA)))
                .isEqualTo(1);
        assertThat(redis.geoadd("g", GeoaddArgs.ifAbsent(), Map.of("Palermo", CATANIA)))
                .isZero();
        assertThat(redis.geoadd("g", GeoaddArgs.ifPresent().countChanged(), Map.of("Palermo", CATANIA)))
                .isEqualTo(1);
    }

    @Test
    void positionsAreRead() {
        redis.geoadd("g", Map.of("Palermo", PALERMO, "Catania", CATANIA));
        List<GeoPosition> positions = redis.geopos("g", "Palermo", "none");
        assertThat(positions).hasSize(2);
        assertNear(positions.get(0), PALERMO);
        assertThat(positions.get(1)).isNull();
        assertThat(redis.geopos("g:none", "none")).containsExactly((GeoPosition) null);
        assertThat(redis.geohash("g", "Palermo", "none")).containsExactly("sqc8b49rny0", null);
        assertThat(redis.geodist("g", "Palermo", "Catania", GeoUnit.KILOMETERS)).isEqualTo(166.2742);
        assertThat(redis.geodist("g", "Palermo", "Catania", GeoUnit.METERS)).isEqualTo(166274.1516);
        assertThat(redis.geodist("g", "Palermo", "none", GeoUnit.MILES)).isNull();
    }

    @Test
    void anAreaIsSearched() {
        redis.geoadd("g", Map.of("Palermo", PALERMO, "Catania", CATANIA));
        GeosearchArgs around = GeosearchArgs.byRadius(GeoCenter.position(15, 37), 200, GeoUnit.KILOMETERS);
        assertThat(redis.geosearch("g", around.ascending())).containsExactly("Catania", "Palermo");
        assertThat(redis.geosearch("g", around.descending())).containsExactly("Palermo", "Catania");
        assertThat(redis.geosearch("g", around.count(1))).containsExactly("Catania");
        assertThat(redis.geosearch("g", around.countAny(1))).hasSize(1);
        assertThat(redis.geosearch("g", GeosearchArgs.byBox(GeoCenter.member("Palermo"), 100, 100, GeoUnit.MILES)))
                .containsExactly("Palermo");
        assertThat(redis.geosearch("g:none", around)).isEmpty();
    }

    @Test
    void aSearchTellsDistancesAndPositions() {
        redis.geoadd("g", Map.of("Palermo", PALERMO, "Catania", CATANIA));
        GeosearchArgs around = GeosearchArgs.byRadius(GeoCenter.member("Palermo"), 200, GeoUnit.KILOMETERS);
        List<GeoResult<String>> found = redis.geosearchWithPositions("g", around.ascending());
        assertThat(found).extracting(GeoResult::member).containsExactly("Palermo", "Catania");
        assertThat(found).extracting(GeoResult::distance).containsExactly(0.0, 166.2742);
        assertThat(found).extracting(GeoResult::hash).containsExactly(3479099956230698L, 3479447370796909L);
        assertNear(found.get(1).position(), CATANIA);
    }

    @Test
    void whatIsFoundIsStored() {
        redis.geoadd("{g}", Map.of("Palermo", PALERMO, "Catania", CATANIA));
        GeosearchArgs around = GeosearchArgs.byRadius(GeoCenter.member("Palermo"), 200, GeoUnit.KILOMETERS);
        assertThat(redis.geosearchstore("{g}:found", "{g}", around)).isEqualTo(2);
        assertThat(redis.geohash("{g}:found", "Palermo")).containsExactly("sqc8b49rny0");
        assertThat(redis.geosearchstoreDistances("{g}:found", "{g}", around)).isEqualTo(2);
        assertThat(redis.zscore("{g}:found", "Catania")).isCloseTo(166.2742, within(0.001));
    }

    private static void assertNear(GeoPosition actual, GeoPosition expected) {
        assertThat(actual.longitude()).isCloseTo(expected.longitude(), A_LITTLE);
        assertThat(actual.latitude()).isCloseTo(expected.latitude(), A_LITTLE);
    }
}
