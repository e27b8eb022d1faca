package dev.carmine.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class QuartilesTest {

    @Test
    void takesTheMiddlesOfAnOddNumberOfMeasurements() {
        assertThat(Quartiles.of(50, 10, 30, 20, 40)).isEqualTo(new Quartiles(20, 30, 40));
    }

    @Test
    void interpolatesBetweenTwoMeasurements() {
        assertThat(Quartiles.of(10, 20)).isEqualTo(new Quartiles(12.5, 15, 17.5));
    }

    @Test
    void isTheMeasurementItselfWhereThereIsOne() {
        assertThat(Quartiles.of(7)).isEqualTo(new Quartiles(7, 7, 7));
    }

    @Test
    void leavesTheMeasurementsInTheirOrder() {
        double[] measurements = {3, 1, 2};

        Quartiles.of(measurements);

        assertThat(measurements).containsExactly(3, 1, 2);
    }

    @Test
    void refusesNoMeasurements() {
        assertThatIllegalArgumentException().isThrownBy(Quartiles::of).withMessageContaining("no measurements");
    }
}
