package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Fate;
import dev.carmine.client.TlsOptions;
import dev.carmine.client.command.Strings;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.Direction;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.Seed;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import dev.carmine.it.server.ServerOptions;
import dev.carmine.it.tls.Identity;
import dev.carmine.it.tls.TestAuthority;
import dev.carmine.it.wire.Address;
import dev.carmine.it.wire.Transport;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is reached over TLS. */
@RedisTest(tls = true)
class TlsIT {
    private static final TestAuthority AUTHORITY = TestAuthority.trusted();
    private static final char[] PASSWORD = TestAuthority.PASSWORD.toCharArray();
    private static final TlsOptions TRUSTING =
            TlsOptions.builder().trust(AUTHORITY.certificate()).build();

    private static ClientOptions.Builder options(int port, TlsOptions tls) {
        return ClientOptions.builder()
                .uri("rediss://127.0.0.1:" + port)
                .tls(tls)
                .connectTimeout(Clients.PATIENCE)
                .commandTimeout(Clients.PATIENCE);
    }

    private static ClientOptions.Builder options(RedisServer server, Resp resp) {
        return options(server.tlsPort(), TRUSTING).protocol(Clients.protocol(resp));
    }

    @EachProtocol
    void everyKindOfCall(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(options(server, resp).build())) {
            Clients.assertEveryKindOfCallWorks(redis);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void bothVersions(String version, RedisServer server) {
        TlsOptions tls = TlsOptions.builder()
                .trust(AUTHORITY.certificate())
                .protocols(version)
                .build();
        try (Carmine redis = Carmine.connect(options(server.tlsPort(), tls).build())) {
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    @EachProtocol
    void valuesOfEverySize(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(options(server, resp).build())) {
            IntStream.iterate(1, size -> size < 40_000_000, size -> size * 3).forEach(size -> {
                byte[] value = new byte[size];
                Seed.random("valuesOfEverySize").nextBytes(value);
                redis.set("large", value);
                assertThat(redis.call(Strings.get("large").asBytes())).isEqualTo(value);
            });
            redis.del("large");
        }
    }

    /** Both sides' buffers fill: the replies to the first commands come while the last ones are still on their way. */
    @EachProtocol
    void aPipelineLargerThanAllBuffers(Resp resp, RedisServer server) {
        String value = "v".repeat(100_000);
        try (Carmine redis = Carmine.connect(options(server, resp).build())) {
            redis.set("echo", value);
            List<String> replies = redis.pipeline(IntStream.range(0, 500)
                    .mapToObj(i -> Strings.getset("echo", value))
                    .toList());
            assertThat(replies).hasSize(500).allMatch(value::equals);
        }
    }

    @EachProtocol
    void manyCallersShareTheConnection(Resp resp, RedisServer server) {
        try (Carmine redis = Carmine.connect(options(server, resp).build())) {
            Callers.start(ThreadKind.PLATFORM, 16, number -> {
                        for (int i = 0; i < 300; i++) {
                            redis.set("caller:" + number, i);
                            assertThat(redis.get("caller:" + number)).isEqualTo(String.valueOf(i));
                        }
                    })
                    .awaitEnd();
            List<CompletableFuture<Long>> counts = IntStream.range(0, 1_000)
                    .mapToObj(i -> redis.async().incr("total:" + resp))
                    .toList();
            assertThat(counts.stream().map(CompletableFuture::join).distinct()).hasSize(1_000);
        }
    }

    @EachProtocol
    void cutsAtEveryPlaceLoseNothingThatWasAnswered(Resp resp, RedisServer server) {
        String count = "cuts:" + resp;
        try (FaultProxy proxy = FaultProxy.to(Address.ofPort(Transport.TLS, server.host(), server.tlsPort()))) {
            long unknown = 0;
            long answered = 0;
            for (int cutAfter = 1; cutAfter < 400; cutAfter += 7) {
                try (Carmine redis = Carmine.connect(options(server.tlsPort(), TRUSTING)
                        .uri(proxy.address().uri())
                        .protocol(Clients.protocol(resp))
                        .build())) {
                    redis.incr(count + ":before");
                    proxy.connection((int) proxy.connections()).cutAfter(Direction.TO_CLIENT, cutAfter, Cut.RST);
                    for (int i = 0; i < 20; i++) {
                        try {
                            redis.incr(count);
                            answered++;
                        } catch (CarmineConnectionException e) {
                            unknown += e.fate() == Fate.UNKNOWN ? 1 : 0;
                        }
                    }
                }
            }
            String counted = String.valueOf(server.call("GET", count));
            assertThat(Long.parseLong(counted)).isBetween(answered, answered + unknown);
            assertThat(unknown).isPositive();
        }
    }

    @Test
    void sessionsAreResumed(RedisServer server) {
        TlsOptions tls = TlsOptions.builder()
                .trust(AUTHORITY.certificate())
                .protocols("TLSv1.2")
                .build();
        for (int i = 0; i < 3; i++) {
            try (Carmine redis = Carmine.connect(options(server.tlsPort(), tls).build())) {
                assertThat(redis.ping()).isEqualTo("PONG");
            }
        }
        SSLSessionContext sessions = tls.context().getClientSessionContext();
        assertThat(Collections.list(sessions.getIds())).hasSize(1);
    }

    @Test
    void aServerThatWasRestartedIsFoundAgain(RedisServer server) {
        try (Carmine redis = Carmine.connect(options(server, Resp.RESP3).build())) {
            redis.set("key", "value");
            server.restart();
            assertThat(redis.get("key")).isNull();
        }
    }

    @Test
    void trustFromAPkcs12File(RedisServer server) {
        TlsOptions tls =
                TlsOptions.builder().trustStore(AUTHORITY.store(), PASSWORD).build();
        try (Carmine redis = Carmine.connect(options(server.tlsPort(), tls).build())) {
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void aServerThatNobodyVouchesForIsNotTrusted(RedisServer server) {
        TlsOptions stranger = TlsOptions.builder()
                .trust(TestAuthority.named("somebody else").certificate())
                .build();
        assertRefused(server.tlsPort(), stranger, "PKIX path");
        assertRefused(server.tlsPort(), TlsOptions.defaults(), "PKIX path");
    }

    @Test
    void theCertificateMustNameTheHost(RedisServer server) {
        ClientOptions.Builder other =
                ClientOptions.builder().hostResolver(host -> List.of(InetAddress.getLoopbackAddress()));
        String uri = "rediss://redis.example.com:" + server.tlsPort();
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect(other.uri(uri).tls(TRUSTING).build()))
                .withMessageContaining("redis.example.com");
        TlsOptions careless = TlsOptions.builder()
                .trust(AUTHORITY.certificate())
                .withoutHostnameVerification()
                .build();
        try (Carmine redis = Carmine.connect(other.uri(uri).tls(careless).build())) {
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "my_redis", "redis.example.com."})
    void namesThatSniDoesNotKnowAreNamesAllTheSame(String name, RedisServer server) {
        TlsOptions careless = TlsOptions.builder()
                .trust(AUTHORITY.certificate())
                .withoutHostnameVerification()
                .build();
        ClientOptions options = options(server.tlsPort(), careless)
                .uri("rediss://" + name + ":" + server.tlsPort())
                .hostResolver(host -> List.of(InetAddress.getLoopbackAddress()))
                .build();
        try (Carmine redis = Carmine.connect(options)) {
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void aContextBringsItsOwnTrust(RedisServer server) {
        TlsOptions tls = TlsOptions.builder().context(TRUSTING.context()).build();
        try (Carmine redis = Carmine.connect(options(server.tlsPort(), tls).build())) {
            assertThat(redis.ping()).isEqualTo("PONG");
        }
        TlsOptions.Builder both =
                TlsOptions.builder().context(TRUSTING.context()).trust(AUTHORITY.certificate());
        assertThatThrownBy(both::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not both");
    }

    @Test
    void aServerThatDoesNotSpeakTls(RedisServer server) {
        ClientOptions options = options(server.port(), TRUSTING)
                .connectTimeout(Duration.ofMillis(300))
                .build();
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect(options))
                .withMessageContaining("does the server speak TLS on this port?");
    }

    @Test
    void aServerThatExpectsTls(RedisServer server) {
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect("redis://127.0.0.1:" + server.tlsPort()))
                .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
    }

    @Test
    void clientsShowCertificatesToServersThatAsk() throws Exception {
        try (RedisServer server =
                RedisServers.start(ServerOptions.builder().mutualTls().build())) {
            Identity client = AUTHORITY.issue("client");
            TlsOptions fromPem = TlsOptions.builder()
                    .trust(AUTHORITY.certificate())
                    .key(client.certificate(), client.key())
                    .build();
            TlsOptions fromStore = TlsOptions.builder()
                    .trust(AUTHORITY.certificate())
                    .keyStore(client.store(), PASSWORD)
                    .build();
            for (TlsOptions tls : List.of(fromPem, fromStore)) {
                try (Carmine redis =
                        Carmine.connect(options(server.tlsPort(), tls).build())) {
                    assertThat(redis.ping()).isEqualTo("PONG");
                }
            }
            assertThat(Files.exists(client.key())).isTrue();
            assertRefused(server.tlsPort(), TRUSTING, "TLS with");
            Identity stranger = TestAuthority.named("somebody else").issue("client");
            TlsOptions strange = TlsOptions.builder()
                    .trust(AUTHORITY.certificate())
                    .key(stranger.certificate(), stranger.key())
                    .build();
            assertRefused(server.tlsPort(), strange, "TLS with");
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefusedAtOnce() {
        Identity client = AUTHORITY.issue("client");
        Identity another = AUTHORITY.issue("another");
        assertThatThrownBy(() -> TlsOptions.builder().key(client.certificate(), another.key()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the private key is not that of the first certificate")
                .hasMessageContaining("client");
    }

    /** Asking an authority whether a certificate was revoked, for instance, can take any time. */
    @Test
    void checkingCertificatesIsBoundedByTheConnectTimeout(RedisServer server) throws Exception {
        HangingTrust trust = new HangingTrust();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        ClientOptions options = options(
                        server.tlsPort(), TlsOptions.builder().context(context).build())
                .connectTimeout(Duration.ofMillis(300))
                .build();
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect(options))
                .withMessageContaining("checking the certificates of TLS took too long")
                .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
        assertThat(trust.askedBy()).matches("carmine-\\d+-wire-tls");
        assertThat(trust.awaitInterrupt()).as("the thread ends with its client").isTrue();
    }

    private static void assertRefused(int port, TlsOptions tls, String message) {
        assertThatExceptionOfType(CarmineConnectionException.class)
                .isThrownBy(() -> Carmine.connect(options(port, tls).build()))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
    }
}
