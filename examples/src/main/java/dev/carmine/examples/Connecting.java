package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.ConnectionEvent;
import dev.carmine.client.ConnectionListener;
import dev.carmine.client.Credentials;
import dev.carmine.client.PoolOptions;
import dev.carmine.client.RotatingCredentials;
import dev.carmine.client.TlsOptions;
import dev.carmine.client.metrics.ClientObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

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

    static Carmine withListener(Consumer<String> log) {
        ConnectionListener listener = event -> {
            if (event instanceof ConnectionEvent.Disconnected lost) {
                log.accept("no connection to " + lost.node() + " any more: " + lost.cause());
            } else if (event instanceof ConnectionEvent.LeakSuspected leak) {
                log.accept("a session has lasted for " + leak.held() + "; it was begun by " + leak.borrower());
            }
        };
        ClientOptions options = ClientOptions.builder()
                .listener(listener)
                .pool(PoolOptions.defaults().withLeakDetection(Duration.ofMinutes(1)))
                .build();
        Carmine redis = Carmine.connect(options);
        return redis;
    }

    /** Counts what takes long; for {@code ClientOptions.builder().observer(…)}. */
    static final class SlowCommands implements ClientObserver {
        private final LongAdder slow = new LongAdder();

        @Override
        public void commandStarted(String command) {}

        @Override
        public void commandEnded(String command, Outcome outcome, long nanos) {
            if (nanos > TimeUnit.MILLISECONDS.toNanos(100)) {
                slow.increment();
            }
        }

        long count() {
            return slow.sum();
        }
    }
}
