package dev.carmine.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ServerBinaryTest {

    @Test
    void saysWhatCanBeConfiguredIfThePathIsWrong() {
        assertThatThrownBy(() -> ServerBinary.find("/no/such/server"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("carmine.it.redis=/no/such/server is not an executable file; give the path");
    }

    @Test
    void refusesAProgramThatIsNotAServer() {
        assertThatThrownBy(() -> ServerBinary.find("/bin/echo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/bin/echo --version does not answer like a server");
    }

    @Test
    void readsTheUriOfARunningServer() {
        assertThat(ServerUri.of(URI.create("redis://bob:builder@example.test:7000/0")))
                .isEqualTo(new ServerUri("example.test", 7000, new Credentials("bob", "builder")));
        assertThat(ServerUri.of(URI.create("redis://:sesame@localhost")))
                .isEqualTo(new ServerUri("localhost", 6379, new Credentials(null, "sesame")));
    }

    @Test
    void refusesUrisItCannotServe() {
        assertThatThrownBy(() -> ServerUri.of(URI.create("rediss://:sesame@localhost")))
                .hasMessageContaining("carmine.it.redis must look like redis://")
                .hasMessageNotContaining("sesame");
        assertThatThrownBy(() -> ServerUri.of(URI.create("redis://localhost/3")))
                .hasMessageContaining("no database but 0");
    }
}
