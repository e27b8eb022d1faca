package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void haveTheDefaultsThatAreDocumented() {
        TlsOptions options = TlsOptions.defaults();

        assertThat(options.protocols()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(options.isHostnameVerified()).isTrue();
        assertThat(options).isSameAs(TlsOptions.defaults());
    }

    @Test
    void areTakenWithTheSchemeOrWhenGiven() {
        TlsOptions given = TlsOptions.builder().protocols("TLSv1.3").build();

        assertThat(ClientOptions.of("redis://host").tls()).isNull();
        assertThat(ClientOptions.of("rediss://host").tls()).isSameAs(TlsOptions.defaults());
        assertThat(ClientOptions.builder()
                        .uri("rediss://host")
                        .tls(given)
                        .build()
                        .tls())
                .isSameAs(given);
        assertThat(ClientOptions.builder()
                        .tls(given)
                        .uri("redis://host")
                        .build()
                        .tls())
                .isSameAs(given);
        assertThat(ClientOptions.builder().tls(given).build().toBuilder()
                        .build()
                        .tls())
                .isSameAs(given);
        assertThat(ClientOptions.of("rediss://host").toBuilder()
                        .uri("redis://host")
                        .build()
                        .tls())
                .isNull();
    }

    @Test
    void areRefusedForAUnixSocket() {
        ClientOptions.Builder builder =
                ClientOptions.builder().uri("redis+unix:///run/redis.sock").tls(TlsOptions.defaults());

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unix socket");
    }

    @Test
    void refuseOldProtocols() {
        TlsOptions.Builder builder = TlsOptions.builder();

        assertThatThrownBy(() -> builder.protocols("TLSv1.3", "TLSv1.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TLSv1.1");
        assertThatThrownBy(builder::protocols).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuseStoresWithoutWhatTheyAreFor() throws Exception {
        Path store = emptyStore("sesame");

        assertThatThrownBy(() -> TlsOptions.builder().trustStore(store, "sesame".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(store + " has no trusted certificate");
        assertThatThrownBy(() -> TlsOptions.builder().keyStore(store, "sesame".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(store + " has no private key");
    }

    @Test
    void refuseAStoreWithTheWrongPassword() throws Exception {
        Path store = emptyStore("sesame");

        assertThatThrownBy(() -> TlsOptions.builder().trustStore(store, "hunter2".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot read " + store)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void showWhatIsNotSecret() {
        assertThat(TlsOptions.builder().withoutHostnameVerification().build())
                .hasToString("TlsOptions[[TLSv1.3, TLSv1.2], host names are not verified]");
    }

    private Path emptyStore(String password) throws Exception {
        Path file = Files.createTempFile(folder, "store", ".p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }
}
