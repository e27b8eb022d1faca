package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerArgumentsTest {

    @Test
    void failoverKeepsItsLastLimit() {
        FailoverArgs any = FailoverArgs.toAny().within(Duration.ofNanos(1));
        assertThat(any.words()).isEqualTo(List.of("TIMEOUT", 1L));
        assertThat(any.within(Duration.ofSeconds(3)).words()).isEqualTo(List.of("TIMEOUT", 3000L));
    }

    @Test
    void failoverForcesOnlyAReplicaThatWasChosen() {
        assertThatThrownBy(() -> FailoverArgs.toAny().forcedAfter(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FAILOVER can only force a replica that was chosen: begin with to(...)");
        assertThatThrownBy(() -> FailoverArgs.toAny().within(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The time of FAILOVER must be positive, but is PT0S");
    }

    @Test
    void modulesMayNeedNothing() {
        assertThat(ModuleLoadexArgs.none().words()).isEmpty();
    }

    @Test
    void shutdownSavesAsItIsSetUpUnlessItIsTold() {
        assertThat(ShutdownArgs.saveIfConfigured().words()).isEmpty();
        assertThat(ShutdownArgs.save().force().words()).isEqualTo(List.of("SAVE", "FORCE"));
    }
}
