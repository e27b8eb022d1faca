package dev.carmine.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void comparesByNumber() {
        assertThat(Version.of("7.0.15").isAtLeast("7.0")).isTrue();
        assertThat(Version.of("7.0.15").isAtLeast("7.0.9")).isTrue();
        assertThat(Version.of("6.2.11").isAtLeast("7.0")).isFalse();
        assertThat(Version.of("10").isAtLeast("9.9.9")).isTrue();
    }

    @Test
    void ignoresTheSuffixOfACandidate() {
        assertThat(Version.of("8.2-rc1")).hasToString("8.2.0");
    }

    @Test
    void refusesWhatIsNotAVersion() {
        assertThatThrownBy(() -> Version.of("unstable"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unstable");
    }
}
