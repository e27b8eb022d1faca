package dev.carmine.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservedTest {

    @Test
    void readsWhatItWrote() {
        Observed observed = new Observed(1_000, 51_234_567, Map.of(Figure.PING_P50, 102.5));

        assertThat(observed.toLine()).isEqualTo("1000 51234567 ping-p50=102.500");
        assertThat(Observed.parse(observed.toLine())).isEqualTo(observed);
    }

    @Test
    void refusesOtherOutput() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observed.parse("warning"))
                .withMessageContaining("warning");
    }
}
