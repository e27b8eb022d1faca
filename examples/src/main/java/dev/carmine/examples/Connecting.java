package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Credentials;
import dev.carmine.client.RotatingCredentials;
import dev.carmine.client.TlsOptions;
import java.nio.file.Path;

/** The snippets of {@code docs/connecting.md}: ways to connect. */
final class Connecting {
    private Connecting() {}

    static Carmine byUri() {
        Carmine redis =
                Carmine.connect("rediss://orders:secret@redis.example.com/2?clientName=orders&commandTimeout=2s");
        return redis;
    }

    static Carmine withCertificates() {
        TlsOptions tls = TlsOptions.builder()
                .trust(Path.of("ca.pem")) // or trustStore(file, password)
                .key(Path.of("client.pem"), Path.of("client.key")) // mutual TLS; or keyStore(file, password)
                .build();
        ClientOptions options =
                ClientOptions.builder().uri("rediss://redis.internal").tls(tls).build();
        Carmine redis = Carmine.connect(options);
        return redis;
    }

    static Carmine withRotatedCredentials(String firstPassword, String nextPassword) {
        RotatingCredentials credentials = new RotatingCredentials(new Credentials("orders", firstPassword));
        ClientOptions options = ClientOptions.builder()
                .uri("rediss://redis.internal")
                .credentials(credentials)
                .build();
        Carmine redis = Carmine.connect(options);

        // later, whenever the password changes
        credentials.update(new Credentials("orders", nextPassword));
        return redis;
    }
}
