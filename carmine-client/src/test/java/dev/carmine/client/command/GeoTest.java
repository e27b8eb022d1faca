package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeoTest extends FactoryContract {
    private static final Map<String, GeoPosition> TWO_POSITIONS =
            inOrder("m1", new GeoPosition(1.5, 2), "m2", new GeoPosition(-3, -4));
    private static final GeosearchArgs NEAR = GeosearchArgs.byRadius(GeoCenter.member("m"), 5, GeoUnit.KILOMETERS);

    GeoTest() {
        super(Geo.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Geo.geoadd("k", 1.5, 2, "m"), "GEOADD k 1.5 2 m", "k"),
            row(Geo.geoadd("k", TWO_POSITIONS), "GEOADD k 1.5 2 m1 -3 -4 m2", "k"),
            row(Geo.geoadd("k", GeoaddArgs.ifAbsent(), TWO_POSITIONS), "GEOADD k NX 1.5 2 m1 -3 -4 m2", "k"),
            row(Geo.geodist("k", "m1", "m2", GeoUnit.MILES), "GEODIST k m1 m2 mi", "k"),
            row(Geo.geohash("k", "m1", "m2"), "GEOHASH k m1 m2", "k"),
            row(Geo.geopos("k", "m1", "m2"), "GEOPOS k m1 m2", "k"),
            row(Geo.geosearch("k", NEAR), "GEOSEARCH k FROMMEMBER m BYRADIUS 5 km", "k"),
            row(Geo.geosearchWithPositions("k", NEAR), "GEOSEARCH k FROMMEMBER m BYRADIUS 5 km WITHCOORD WITHDIST WITHHASH", "k"),
            row(Geo.geosearchstore("d", "s", NEAR), "GEOSEARCHSTORE d s FROMMEMBER m BYRADIUS 5 km", "d s"),
            row(Geo.geosearchstoreDistances("d", "s", NEAR), "GEOSEARCHSTORE d s FROMMEMBER m BYRADIUS 5 km STOREDIST", "d s"));
    }
    // spotless:on

    @Test
    void addingTakesConditionAndCount() {
        assertThat(GeoaddArgs.always().words()).isEmpty();
        assertThat(GeoaddArgs.ifPresent().countChanged().words()).isEqualTo(List.of("XX", "CH"));
        assertThatThrownBy(() -> Geo.geoadd("k", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void searchTakesAreaOrderAndCount() {
        GeosearchArgs box = GeosearchArgs.byBox(GeoCenter.position(1, 2.5), 3, 4, GeoUnit.FEET);
        assertThat(box.words()).isEqualTo(List.of("FROMLONLAT", 1.0, 2.5, "BYBOX", 3.0, 4.0, "ft"));
        assertThat(box.count(7).descending().words()).endsWith("ft", "DESC", "COUNT", 7L);
        assertThat(box.ascending().count(7).countAny(8).words()).endsWith("ft", "ASC", "COUNT", 8L, "ANY");
    }

    @Test
    void searchRefusesWhatNoServerTakes() {
        assertThatThrownBy(() -> GeosearchArgs.byRadius(GeoCenter.member("m"), -1, GeoUnit.METERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The radius must not be negative, but is -1.0");
        assertThatThrownBy(() -> GeosearchArgs.byBox(GeoCenter.member("m"), 1, Double.NaN, GeoUnit.METERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The height must not be negative, but is NaN");
        assertThatThrownBy(() -> NEAR.count(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The count must be positive, but is 0");
    }
}
