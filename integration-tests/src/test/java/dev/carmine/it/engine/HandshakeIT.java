package dev.carmine.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.ConnectionEvent.AuthenticationFailed;
import dev.carmine.client.ConnectionEvent.Connected;
import dev.carmine.client.Credentials;
import dev.carmine.client.Fate;
import dev.carmine.client.Protocol;
import dev.carmine.client.RotatingCredentials;
import dev.carmine.client.ServerVersion;
import dev.carmine.it.fake.Answer;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.fake.Hello;
import dev.carmine.it.fake.ReceivedCommand;
import dev.carmine.it.wire.RespBytes;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server may answer to the first commands of a connection. */
class HandshakeIT {
    private final FakeServer server = FakeServer.start().on("GET", Keyed.get());
    private final Events events = new Events();

    @AfterEach
    void close() {
        server.close();
        server.verify();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_COMMAND", "NO_RESP3", "NO_PERMISSION"})
    void whereHelloIsNotToBeHadRespTwoIsSpoken(Hello answer) {
        server.on("HELLO", answer);
        try (Carmine redis = Carmine.connect(options(Protocol.AUTO).build())) {
            Keyed.assertGets(redis, "k");
        }
        assertThat(events.await(Connected.class).protocol()).isEqualTo(Protocol.RESP2);
        assertThat(server.connections())
                .as("it is found out on the same connection")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_COMMAND", "NO_RESP3", "NO_PERMISSION"})
    void onRespTwoCredentialsAndNamesAreSentAsWell(Hello answer) {
        server.on("HELLO", answer);
        try (Carmine redis = Carmine.connect(options(Protocol.AUTO)
                .uri(server.address().uri("ann:secret", 3))
                .clientName("tester")
                .build())) {
            Keyed.assertGets(redis, "k");
        }
        assertThat(handshake())
                .contains(
                        List.of("AUTH", "ann", "secret"),
                        List.of("CLIENT", "SETNAME", "tester"),
                        List.of("SELECT", "3"));
    }

    @Test
    void onRespThreeCredentialsAndNameTravelWithHello() {
        try (Carmine redis = Carmine.connect(options(Protocol.AUTO)
                .uri(server.address().uri("ann:secret", 3))
                .clientName("tester")
                .build())) {
            Keyed.assertGets(redis, "k");
        }
        assertThat(events.await(Connected.class).protocol()).isEqualTo(Protocol.RESP3);
        assertThat(handshake())
                .contains(List.of("HELLO", "3", "AUTH", "ann", "secret", "SETNAME", "tester"), List.of("SELECT", "3"));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_COMMAND", "NO_RESP3", "NO_PERMISSION"})
    void whoWantsRespThreeAloneGetsNoConnectionWithoutIt(Hello answer) {
        server.on("HELLO", answer);
        assertRefused(options(Protocol.RESP3)).hasMessageContaining(firstWord(answer));
    }

    @Test
    void whoWantsRespTwoAloneSaysNoHello() {
        try (Carmine redis = Carmine.connect(options(Protocol.RESP2).build())) {
            Keyed.assertGets(redis, "k");
        }
        assertThat(events.await(Connected.class).protocol()).isEqualTo(Protocol.RESP2);
        assertThat(handshake()).noneMatch(words -> words.get(0).equals("HELLO"));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "RESP3"})
    void aWrongPasswordIsNoReasonToSpeakRespTwo(Protocol protocol) {
        server.on("HELLO", Hello.WRONG_PASSWORD);
        assertRefused(options(protocol).uri(server.address().uri("ann:wrong-one")))
                .hasMessageContaining("WRONGPASS")
                .hasMessageNotContaining("wrong-one");
        assertThat(events.await(AuthenticationFailed.class).message()).contains("WRONGPASS");
        assertThat(handshake()).noneMatch(words -> words.get(0).equals("AUTH"));
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatWantsAPasswordSaysSo(Protocol protocol) {
        Answer noAuth = Answer.error("NOAUTH Authentication required.");
        server.on("HELLO", noAuth).on("CLIENT", noAuth).on("PING", noAuth);
        assertRefused(options(protocol)).hasMessageContaining("NOAUTH");
        events.await(AuthenticationFailed.class);
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatDoesNotExistIsSaid(Protocol protocol) {
        server.on("SELECT", Answer.error("ERR DB index is out of range"));
        assertRefused(options(protocol).uri(server.address().uri("", 99))).hasMessageContaining("out of range");
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatDoesNotKnowClientSetinfoIsWelcome(Protocol protocol) {
        server.on("CLIENT", Answer.error("ERR Unknown subcommand or wrong number of arguments for 'SETINFO'"));
        try (Carmine redis =
                Carmine.connect(options(protocol).clientName("tester").build())) {
            Keyed.assertGets(redis, "k");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsFullSaysSoAndIsAskedAgain(Protocol protocol) {
        Answer full = Answer.error("ERR max number of clients reached").then(Answer.close());
        server.next("HELLO", 1, full).next("CLIENT", 1, full);
        assertRefused(options(protocol)).hasMessageContaining("max number of clients");
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsLoadingIsConnectedToAndAskedAgain(Protocol protocol) {
        Answer loading = Answer.error("LOADING Redis is loading the dataset in memory");
        server.next("PING", 3, loading).next("GET", 3, loading);
        try (Carmine redis = Carmine.connect(options(protocol).build())) {
            Keyed.assertGets(redis, "k");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-ERR max number of clients reached\r\n", "", "-NOAUTH"})
    void whateverEndsALaterHandshakeTheClientTriesAgain(String lastWords) throws Exception {
        Answer end = Answer.reply(RespBytes.raw(lastWords)).then(Answer.close());
        try (Carmine redis = Carmine.connect(options(Protocol.AUTO).build())) {
            server.next("HELLO", 3, end);
            server.connection(1).close();
            Keyed.assertGets(redis, "k");
        }
        assertThat(server.connections()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void credentialsPushedDuringTheHandshakeAreUsedAfterIt(Protocol protocol) {
        Gate gate = new Gate();
        server.on("CLIENT", gate.before(Answer.reply(RespBytes.simple("OK"))));
        RotatingCredentials rotating = new RotatingCredentials(new Credentials("ann", "one"));
        try (Carmine redis = Carmine.connect(
                options(protocol).credentials(rotating).connectLazily().build())) {
            assertThat(server.awaitCommands("CLIENT", 1)).hasSize(1);
            rotating.update(new Credentials("ann", "two"));
            gate.open();
            Keyed.assertGets(redis, "k");
        }
        assertThat(handshake()).contains(List.of("AUTH", "ann", "two"));
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void ifTheServerHasForgottenTheOldOnesThoseThatWerePushedAreTriedAtOnce(Protocol protocol) {
        Gate gate = new Gate();
        Answer forgotten = gate.before(Hello.WRONG_PASSWORD);
        server.next("HELLO", 1, forgotten).next("AUTH", 1, forgotten);
        RotatingCredentials rotating = new RotatingCredentials(new Credentials("ann", "one"));
        try (Carmine redis = Carmine.connect(
                options(protocol).credentials(rotating).connectLazily().build())) {
            assertThat(server.awaitCommands(protocol == Protocol.RESP2 ? "AUTH" : "HELLO", 1))
                    .hasSize(1);
            rotating.update(new Credentials("ann", "two"));
            gate.open();
            Keyed.assertGets(redis, "k");
        }
        assertThat(handshake().stream().filter(words -> words.contains("one"))).hasSize(1);
        assertThat(handshake().stream().filter(words -> words.contains("two"))).hasSize(1);
        assertThat(events.all(AuthenticationFailed.class)).isEmpty();
    }

    @Test
    void afterAReconnectTheServerIsTheOneThatIsThere() throws Exception {
        try (Carmine redis = Carmine.connect(options(Protocol.RESP3).build())) {
            assertThat(redis.server()).isEqualTo(ServerVersion.redis("7.4.0"));
            server.on("HELLO", helloOf("valkey", "9.0.1"));
            server.connection(1).close();
            Keyed.assertGets(redis, "k");
            assertThat(redis.server()).isEqualTo(ServerVersion.valkey("9.0.1"));
        }
    }

    @Test
    void onRespTwoTheServerIsAskedWhichItIs() {
        try (Carmine redis = Carmine.connect(options(Protocol.RESP2).build())) {
            assertThat(redis.server()).isEqualTo(ServerVersion.redis("7.4.0"));
        }
        assertThat(handshake()).containsOnlyOnce(List.of("INFO", "server"));
    }

    @Test
    void aServerOnRespTwoThatDidNotSayWhichItIsIsAskedWhenThatIsWanted() {
        server.next("INFO", 1, Answer.error("BUSY Redis is busy running a script."));
        try (Carmine redis = Carmine.connect(options(Protocol.RESP2).build())) {
            assertThat(redis.server()).isEqualTo(ServerVersion.redis("7.4.0"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatHasNoVersionIsWelcomeButNobodyKnowsWhichItIs(Protocol protocol) {
        server.on("HELLO", helloOf("other", "unknown")).on("INFO", Answer.reply(RespBytes.bulk("# Server\r\n")));
        try (Carmine redis = Carmine.connect(options(protocol).build())) {
            Keyed.assertGets(redis, "k");
            assertThatThrownBy(redis::server)
                    .isInstanceOf(CarmineProtocolException.class)
                    .hasMessageStartingWith("INFO: the reply names no version that is understood");
        }
    }

    private static Answer helloOf(String name, String version) {
        return Answer.reply(RespBytes.map(
                RespBytes.bulk("server"), RespBytes.bulk(name),
                RespBytes.bulk("version"), RespBytes.bulk(version)));
    }

    private ClientOptions.Builder options(Protocol protocol) {
        return TestOptions.to(server, protocol).listener(events);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ClientOptions.Builder options) {
        return assertThatThrownBy(() -> Carmine.connect(options.build()))
                .isInstanceOfSatisfying(
                        CarmineConnectionException.class,
                        e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT));
    }

    private List<List<String>> handshake() {
        return server.commands().stream().map(ReceivedCommand::words).toList();
    }

    private static String firstWord(Hello answer) {
        return switch (answer) {
            case UNKNOWN_COMMAND -> "unknown command";
            case NO_RESP3 -> "NOPROTO";
            case NO_PERMISSION -> "NOPERM";
            default -> throw new IllegalArgumentException(answer.name());
        };
    }
}
