package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.metrics.ClientObserver;
import dev.carmine.protocol.RespLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOptionsTest {
    private static final Duration CENTURY = Duration.ofDays(36_500);

    @Test
    void haveTheDefaultsThatAreDocumented() {
        ClientOptions options = ClientOptions.builder().build();

        assertThat(options.endpoint()).isEqualTo(new Endpoint.Tcp("localhost", 6379));
        assertThat(options.credentials()).isNull();
        assertThat(options.database()).isZero();
        assertThat(options.clientName()).isNull();
        assertThat(options.protocol()).isEqualTo(Protocol.AUTO);
        assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.commandTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.idleCheck()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.isLazy()).isFalse();
        assertThat(options.reconnect()).isEqualTo(new ReconnectOptions(Duration.ofMillis(20), Duration.ofSeconds(2)));
        assertThat(options.pool()).isEqualTo(new PoolOptions(16, Duration.ofMinutes(1), Duration.ofMinutes(30), null));
        assertThat(options.limits()).isEqualTo(new Limits(65_536, 256L << 20, RespLimits.defaults()));
        assertThat(options.callbackExecutor()).isNull();
        assertThat(options.observer()).isNull();
        assertThatNoException()
                .isThrownBy(() -> options.listener().onEvent(new ConnectionEvent.Connected("here", Protocol.RESP3)));
    }

    @Test
    void takeTheirServerFromAUri() throws Exception {
        ClientOptions options = ClientOptions.of("redis://ann:secret@db.example.com:7000/3");

        assertThat(options.endpoint()).isEqualTo(new Endpoint.Tcp("db.example.com", 7000));
        assertThat(Objects.requireNonNull(options.credentials()).credentials())
                .isEqualTo(new Credentials("ann", "secret"));
        assertThat(options.database()).isEqualTo(3);
    }

    @Test
    void takeTimesAndNameFromParameters() {
        ClientOptions options = ClientOptions.of(
                "redis+unix:///run/redis.sock?clientName=orders&connectTimeout=3s&commandTimeout=250ms");

        assertThat(options.endpoint()).isEqualTo(new Endpoint.Unix(Path.of("/run/redis.sock")));
        assertThat(options.clientName()).isEqualTo("orders");
        assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.commandTimeout()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void takeTheLaterOfParameterAndMethod() {
        String uri = "redis://host?commandTimeout=250ms";
        Duration other = Duration.ofSeconds(9);

        assertThat(ClientOptions.builder()
                        .commandTimeout(other)
                        .uri(uri)
                        .build()
                        .commandTimeout())
                .isEqualTo(Duration.ofMillis(250));
        assertThat(ClientOptions.builder()
                        .uri(uri)
                        .commandTimeout(other)
                        .build()
                        .commandTimeout())
                .isEqualTo(other);
        assertThat(ClientOptions.builder()
                        .commandTimeout(other)
                        .uri("redis://host")
                        .build()
                        .commandTimeout())
                .isEqualTo(other);
    }

    @Test
    void checkParametersAsTheMethodsDo() {
        assertThatThrownBy(() -> ClientOptions.of("redis://host?commandTimeout=0ms"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("malformed URI: commandTimeout must be at least 1ms");
        assertThatThrownBy(() -> ClientOptions.of("redis://host?clientName=a%20b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("malformed URI: clientName must consist of");
    }

    @Test
    void becomeABuilderAndTheSameAgain() {
        ClientOptions options = everythingChanged();

        assertThat(options.toBuilder().build()).usingRecursiveComparison().isEqualTo(options);
    }

    @Test
    void differInEverythingFromTheDefaultsWhereTheTestAboveLooks() {
        assertThat(everythingChanged())
                .usingRecursiveComparison()
                .comparingOnlyFields(
                        "uri.endpoint",
                        "clientName",
                        "protocol",
                        "connectTimeout",
                        "commandTimeout",
                        "idleCheck",
                        "lazy",
                        "reconnect",
                        "pool",
                        "limits.commandsInFlight",
                        "callbackExecutor",
                        "observer")
                .isNotEqualTo(ClientOptions.builder().build());
    }

    @Test
    void keepWhatABuilderOfThemChanges() {
        ClientOptions options = everythingChanged();
        ClientOptions changed = options.toBuilder().uri("redis://elsewhere").build();

        assertThat(changed.endpoint()).isEqualTo(new Endpoint.Tcp("elsewhere", 6379));
        assertThat(changed.credentials()).isNull();
        assertThat(changed).usingRecursiveComparison().ignoringFields("uri").isEqualTo(options);
        assertThat(options.endpoint()).isEqualTo(new Endpoint.Tcp("db.example.com", 7000));
    }

    @Test
    void takeCredentialsFromAProviderOrTheUriButNotBoth() {
        CredentialsProvider provider = () -> new Credentials("ann", "secret");
        ClientOptions options = ClientOptions.builder().credentials(provider).build();

        assertThat(options.credentials()).isSameAs(provider);
        assertThat(options.toBuilder().build().credentials()).isSameAs(provider);
        assertThatThrownBy(
                        () -> options.toBuilder().uri("redis://bob:hush@host").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are credentials both in the URI and by a provider: leave user and password out of"
                        + " the URI");
    }

    @Test
    void showNeitherUserNorPassword() {
        assertThat(everythingChanged().toString())
                .isEqualTo("ClientOptions[redis://***@db.example.com:7000/3]")
                .doesNotContain("ann", "secret");
    }

    @Test
    void refuseAMalformedUriWithoutShowingIt() {
        assertThatThrownBy(() -> ClientOptions.of("redis://:hunter2@host:nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the port is not a number")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "tab\t", "line\n", "\u007f", "müller", "\0"})
    void refuseANameThatTheServerWouldRefuse(String name) {
        assertThatThrownBy(() -> ClientOptions.builder().clientName(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clientName must consist of visible ASCII characters without blanks");
    }

    @ParameterizedTest
    @MethodSource("times")
    void refuseTimesThatMakeNoSense(String name, BiFunction<ClientOptions.Builder, Duration, ?> setter) {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofMillis(-5), Duration.ofNanos(999_999))) {
            assertThatThrownBy(() -> setter.apply(ClientOptions.builder(), wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(name + " must be at least PT0.001S and at most PT876000H, but is " + wrong);
        }
        assertThatThrownBy(() -> setter.apply(ClientOptions.builder(), CENTURY.plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name);
        assertThatNoException().isThrownBy(() -> setter.apply(ClientOptions.builder(), Duration.ofMillis(1)));
        assertThatNoException().isThrownBy(() -> setter.apply(ClientOptions.builder(), CENTURY));
    }

    static Stream<Arguments> times() {
        return Stream.of(
                time("connectTimeout", ClientOptions.Builder::connectTimeout),
                time("commandTimeout", ClientOptions.Builder::commandTimeout),
                time("idleCheck", ClientOptions.Builder::idleCheck),
                time("firstDelay", (builder, time) -> new ReconnectOptions(time, CENTURY)),
                time("longestDelay", (builder, time) -> new ReconnectOptions(Duration.ofMillis(1), time)),
                time("maxIdleTime", (builder, time) -> PoolOptions.defaults().withMaxIdleTime(time)),
                time("maxAge", (builder, time) -> PoolOptions.defaults().withMaxAge(time)),
                time("leakDetection", (builder, time) -> PoolOptions.defaults().withLeakDetection(time)));
    }

    private static Arguments time(String name, BiFunction<ClientOptions.Builder, Duration, ?> setter) {
        return Arguments.of(name, setter);
    }

    @Test
    void refuseALongestDelayBelowTheFirst() {
        assertThatThrownBy(() -> new ReconnectOptions(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("longestDelay must be at least PT2S and at most PT876000H, but is PT1S");
    }

    @Test
    void refuseNumbersThatMakeNoSense() {
        assertRefused(() -> PoolOptions.defaults().withMaxSize(0), "maxSize must be at least 1, but is 0");
        Limits limits = Limits.defaults();
        assertRefused(() -> limits.withCommandsInFlight(0), "commandsInFlight must be from 1 to 4000000, but is 0");
        assertRefused(
                () -> limits.withCommandsInFlight(4_000_001),
                "commandsInFlight must be from 1 to 4000000, but is 4000001");
        assertRefused(() -> limits.withBytesInFlight(0), "bytesInFlight must be from 1 to 2^38, but is 0");
        assertRefused(
                () -> limits.withBytesInFlight((1L << 38) + 1),
                "bytesInFlight must be from 1 to 2^38, but is 274877906945");
        assertThat(limits.withCommandsInFlight(7).withBytesInFlight(9))
                .isEqualTo(new Limits(7, 9, RespLimits.defaults()));
        assertThat(PoolOptions.defaults()
                        .withMaxSize(3)
                        .withMaxIdleTime(Duration.ofSeconds(4))
                        .withMaxAge(Duration.ofSeconds(5))
                        .withLeakDetection(Duration.ofSeconds(6)))
                .isEqualTo(new PoolOptions(3, Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(6)));
    }

    @ParameterizedTest
    @MethodSource("setters")
    @SuppressWarnings("NullAway") // what callers without a checker of nullness can do
    void nameWhatMustNotBeNull(String name, Consumer<ClientOptions.Builder> setter) {
        assertThatThrownBy(() -> setter.accept(ClientOptions.builder()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage(name);
    }

    @SuppressWarnings("NullAway")
    static Stream<Arguments> setters() {
        return Stream.of(
                setter("uri", builder -> builder.uri(null)),
                setter("provider", builder -> builder.credentials(null)),
                setter("name", builder -> builder.clientName(null)),
                setter("protocol", builder -> builder.protocol(null)),
                setter("connectTimeout", builder -> builder.connectTimeout(null)),
                setter("commandTimeout", builder -> builder.commandTimeout(null)),
                setter("idleCheck", builder -> builder.idleCheck(null)),
                setter("options", builder -> builder.reconnect(null)),
                setter("options", builder -> builder.pool(null)),
                setter("limits", builder -> builder.limits(null)),
                setter("executor", builder -> builder.callbackExecutor(null)),
                setter("resolver", builder -> builder.hostResolver(null)),
                setter("listener", builder -> builder.listener(null)),
                setter("observer", builder -> builder.observer(null)),
                setter("maxAge", builder -> builder.pool(PoolOptions.defaults().withMaxAge(null))),
                setter("limit", builder -> builder.pool(PoolOptions.defaults().withLeakDetection(null))),
                setter("firstDelay", builder -> builder.reconnect(new ReconnectOptions(null, CENTURY))),
                setter("replies", builder -> builder.limits(new Limits(1, 1, null))));
    }

    private static Arguments setter(String name, Consumer<ClientOptions.Builder> setter) {
        return Arguments.of(name, setter);
    }

    private static void assertRefused(Runnable change, String message) {
        assertThatThrownBy(change::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static ClientOptions everythingChanged() {
        Executor executor = Runnable::run;
        return ClientOptions.builder()
                .uri("redis://ann:secret@db.example.com:7000/3")
                .clientName("worker-1")
                .protocol(Protocol.RESP2)
                .connectTimeout(Duration.ofSeconds(11))
                .commandTimeout(Duration.ofSeconds(12))
                .idleCheck(Duration.ofSeconds(13))
                .connectLazily()
                .reconnect(new ReconnectOptions(Duration.ofSeconds(14), Duration.ofSeconds(15)))
                .pool(new PoolOptions(2, Duration.ofSeconds(16), Duration.ofSeconds(17), Duration.ofSeconds(18)))
                .limits(Limits.defaults().withCommandsInFlight(18))
                .callbackExecutor(executor)
                .hostResolver(host -> List.of())
                .listener(event -> {})
                .observer(new ClientObserver() {
                    @Override
                    public void commandStarted(String command) {}

                    @Override
                    public void commandEnded(String command, Outcome outcome, long nanos) {}
                })
                .build();
    }
}
