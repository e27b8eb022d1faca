package dev.carmine.it.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;

class EachProtocolTest {
    private static final Set<Resp> RUN = EnumSet.noneOf(Resp.class);

    @EachProtocol
    void runsOnEachProtocol(Resp resp) {
        assertThat(RUN.add(resp)).isTrue();
        assertThat(resp.name()).endsWith(Integer.toString(resp.version()));
    }

    @AfterAll
    static void ranOnBoth() {
        assertThat(RUN).containsExactlyInAnyOrder(Resp.values());
    }
}
