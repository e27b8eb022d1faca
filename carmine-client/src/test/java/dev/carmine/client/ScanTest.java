package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.client.command.ScanResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScanTest {
    private static final Map<String, ScanResult<String>> STEPS = Map.of(
            "0", new ScanResult<>("7", List.of("a", "b")),
            "7", new ScanResult<>("9", List.of()),
            "9", new ScanResult<>("0", List.of("b", "c")));

    private final List<String> asked = new ArrayList<>();
    private final Scan<String> scan = Scan.of(this::step);

    private ScanResult<String> step(String cursor) {
        asked.add(cursor);
        return Objects.requireNonNull(STEPS.get(cursor));
    }

    @Test
    void givesEverythingInTheOrderOfTheStepsAndBeginsAnewEachTime() {
        assertThat(scan).containsExactly("a", "b", "b", "c");
        assertThat(scan.stream()).containsExactly("a", "b", "b", "c");
        assertThat(asked).containsExactly("0", "7", "9", "0", "7", "9");
    }

    @Test
    void givesEachElementOnceIfThatIsWanted() {
        assertThat(scan.distinct()).containsExactly("a", "b", "c");
        assertThat(scan.distinct().stream()).containsExactly("a", "b", "c");
    }

    @Test
    void asksForNoMoreThanIsUsed() {
        assertThat(asked).isEmpty();
        assertThat(scan.stream().limit(2)).containsExactly("a", "b");
        assertThat(asked).containsExactly("0");
    }

    @Test
    void endsOnce() {
        Iterator<String> elements =
                Scan.of(cursor -> new ScanResult<String>("0", List.of())).iterator();

        assertThat(elements.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(elements::next);
    }

    @Test
    void repeatsAStepThatHasFailed() {
        List<String> failures = new ArrayList<>(List.of("once"));
        Iterator<String> elements = Scan.of(cursor -> {
                    if (cursor.equals("7") && !failures.isEmpty()) {
                        throw new IllegalStateException(failures.remove(0));
                    }
                    return step(cursor);
                })
                .iterator();
        assertThat(elements.next()).isEqualTo("a");
        assertThat(elements.next()).isEqualTo("b");

        assertThatIllegalStateException().isThrownBy(elements::hasNext).withMessage("once");
        assertThat(elements.next()).isEqualTo("b");
        assertThat(elements.next()).isEqualTo("c");
        assertThat(elements.hasNext()).isFalse();
    }
}
