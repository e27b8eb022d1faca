package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void neverShowUserOrPassword() throws Exception {
        Credentials credentials = new Credentials("ann", "secret");
        CredentialsProvider fixed = CredentialsProvider.fixed(credentials);

        assertThat(fixed.credentials()).isSameAs(credentials);
        assertThat(credentials + " " + fixed + " " + new RotatingCredentials(credentials))
                .doesNotContain("ann", "secret");
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without a checker of nullness can do
    void needAPassword() {
        assertThatThrownBy(() -> new Credentials("ann", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("password");
        assertThat(new Credentials(null, "secret").user()).isNull();
    }

    @Test
    void areNeverPushedByAProviderThatDoesNotSaySo() throws Exception {
        CredentialsProvider provider = () -> new Credentials(null, "secret");

        provider.subscribe(pushed -> {
                    throw new AssertionError("nobody pushes");
                })
                .close();
    }
}
