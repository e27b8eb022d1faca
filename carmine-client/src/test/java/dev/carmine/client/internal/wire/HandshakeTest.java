package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.Protocol;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.RespLimits;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    private static final EncodedCommand<?> LIB_NAME = Words.command("CLIENT", "SETINFO", "LIB-NAME", "carmine");
    private static final EncodedCommand<?> LIB_VERSION = Words.command("CLIENT", "SETINFO", "LIB-VER", "1.2.3");
    private static final EncodedCommand<?> HELLO = Words.command("HELLO", 3);
    private static final EncodedCommand<?> PING = Words.command("PING");

    private static final EncodedCommand<?> INFO = Words.command("INFO", "server");

    private static final String GREETED = "%1\r\n+proto\r\n:3\r\n";
    private static final String OK = "+OK\r\n";
    private static final String UNKNOWN_SUBCOMMAND = "-ERR Unknown subcommand or wrong number of arguments\r\n";
    private static final String UNKNOWN_HELLO = "-ERR unknown command 'HELLO', with args beginning with: '3' \r\n";
    private static final String NOPERM = "-NOPERM this user has no permissions to run the 'info' command\r\n";
    private static final String PLAIN_RESP_TWO = Words.encoding(LIB_NAME, LIB_VERSION, PING, INFO);

    private final ScriptedTransport server = new ScriptedTransport();

    @Test
    void saysHelloAndWhichLibraryItIs() throws IOException {
        server.arrives(GREETED + OK + OK);

        assertThat(perform(Settings.speaking(Protocol.AUTO))).isEqualTo(Protocol.RESP3);
        assertThat(server.sent()).isEqualTo(Words.encoding(HELLO, LIB_NAME, LIB_VERSION));
    }

    @Test
    void saysWhoItIsWithHello() throws IOException {
        server.arrives(GREETED + OK + OK + OK);

        perform(Settings.settings(Protocol.RESP3, "ann", "secret", "worker", 7, Runnable::run));
        assertThat(server.sent())
                .isEqualTo(Words.encoding(
                        Words.command("HELLO", 3, "AUTH", "ann", "secret", "SETNAME", "worker"),
                        LIB_NAME,
                        LIB_VERSION,
                        Words.command("SELECT", 7)));
    }

    @Test
    void isTheDefaultUserIfThereIsOnlyAPassword() throws IOException {
        server.arrives(GREETED + OK + OK);

        perform(Settings.settings(Protocol.AUTO, null, "secret", null, 0, Runnable::run));
        assertThat(server.sent()).startsWith(Words.encoding(Words.command("HELLO", 3, "AUTH", "default", "secret")));
    }

    @Test
    void doesNotMindAServerThatWantsToKnowNothingOfLibraries() throws IOException {
        server.arrives(GREETED + UNKNOWN_SUBCOMMAND + UNKNOWN_SUBCOMMAND);

        assertThat(perform(Settings.speaking(Protocol.AUTO))).isEqualTo(Protocol.RESP3);
    }

    @Test
    void takesRepliesThatComeOneByOne() throws IOException {
        for (char one : (GREETED + OK + OK).toCharArray()) {
            server.arrives(String.valueOf(one));
        }

        assertThat(perform(Settings.speaking(Protocol.AUTO))).isEqualTo(Protocol.RESP3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-NOPROTO unsupported protocol version\r\n",
                UNKNOWN_HELLO,
                "-NOPERM this user has no permissions to run the 'hello' command\r\n"
            })
    void speaksRespTwoWhereItMust(String refusal) throws IOException {
        server.arrives(refusal + OK + OK).arrives(OK + OK + "+PONG\r\n" + NOPERM);

        assertThat(perform(Settings.speaking(Protocol.AUTO))).isEqualTo(Protocol.RESP2);
        assertThat(server.sent()).isEqualTo(Words.encoding(HELLO, LIB_NAME, LIB_VERSION) + PLAIN_RESP_TWO);
    }

    @Test
    void doesNotSayHelloIfItIsToSpeakRespTwo() throws IOException {
        server.arrives(OK + OK + "+PONG\r\n" + NOPERM);

        assertThat(perform(Settings.speaking(Protocol.RESP2))).isEqualTo(Protocol.RESP2);
        assertThat(server.sent()).isEqualTo(PLAIN_RESP_TWO);
    }

    @Test
    void saysWhoItIsStepByStepInRespTwo() throws IOException {
        server.arrives(OK.repeat(5) + "+PONG\r\n" + NOPERM);

        perform(Settings.settings(Protocol.RESP2, "ann", "secret", "worker", 7, Runnable::run));
        assertThat(server.sent())
                .isEqualTo(Words.encoding(
                        Words.command("AUTH", "ann", "secret"),
                        Words.command("CLIENT", "SETNAME", "worker"),
                        LIB_NAME,
                        LIB_VERSION,
                        Words.command("SELECT", 7),
                        PING,
                        INFO));
    }

    @Test
    void namesNoUserInRespTwoIfThereIsOnlyAPassword() throws IOException {
        server.arrives(OK.repeat(3) + "+PONG\r\n" + NOPERM);

        perform(Settings.settings(Protocol.RESP2, null, "secret", null, 0, Runnable::run));
        assertThat(server.sent()).startsWith(Words.encoding(Words.command("AUTH", "secret"), LIB_NAME));
    }

    @Test
    void learnsFromHelloWhichServerItIs() throws IOException {
        server.arrives("%2\r\n+server\r\n+valkey\r\n+version\r\n+8.1.1\r\n" + OK + OK);

        assertThat(serverOf(Settings.speaking(Protocol.AUTO))).isEqualTo(ServerVersion.valkey("8.1.1"));
    }

    @Test
    void learnsFromInfoWhichServerItIsInRespTwo() throws IOException {
        server.arrives(OK + OK + "+PONG\r\n" + "$20\r\nredis_version:6.2.14\r\n");

        assertThat(serverOf(Settings.speaking(Protocol.RESP2))).isEqualTo(ServerVersion.redis("6.2.14"));
    }

    @Test
    void doesNotMindAServerThatDoesNotSayWhichItIs() throws IOException {
        server.arrives(GREETED + OK + OK);

        assertThat(serverOf(Settings.speaking(Protocol.RESP3))).isNull();
    }

    @Test
    void doesNotMindAServerThatDoesNotSayWhichItIsInRespTwo() throws IOException {
        server.arrives(OK + OK + "+PONG\r\n" + NOPERM);

        assertThat(serverOf(Settings.speaking(Protocol.RESP2))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WRONGPASS invalid username-password pair or user is disabled.",
                "NOAUTH HELLO must be called with the client already authenticated"
            })
    void doesNotTryRespTwoWhenTheCredentialsAreWrong(String error) {
        server.arrives("-" + error + "\r\n" + OK + OK);

        assertThat(refusal(Settings.speaking(Protocol.AUTO)))
                .hasMessageEndingWith(error)
                .returns(true, ConnectionRefused::isAuthentication);
        assertThat(server.sent()).isEqualTo(Words.encoding(HELLO, LIB_NAME, LIB_VERSION));
    }

    @Test
    void doesNotFallBackIfItIsToSpeakRespThree() {
        server.arrives("-NOPROTO unsupported protocol version\r\n" + OK + OK);

        assertThat(refusal(Settings.speaking(Protocol.RESP3)))
                .hasMessage("NOPROTO unsupported protocol version")
                .returns(false, ConnectionRefused::isAuthentication);
    }

    @Test
    void learnsFromPingThatAPasswordIsWanted() {
        server.arrives(UNKNOWN_HELLO + UNKNOWN_SUBCOMMAND + UNKNOWN_SUBCOMMAND)
                .arrives("-NOAUTH Authentication required.\r\n".repeat(4));

        assertThat(refusal(Settings.speaking(Protocol.AUTO)))
                .hasMessage("the server wants a password: give it in the URI (redis://:password@host) or by"
                        + " ClientOptions.Builder.credentials: NOAUTH Authentication required.")
                .returns(true, ConnectionRefused::isAuthentication);
    }

    @Test
    void failsIfTheDatabaseDoesNotExist() {
        server.arrives(GREETED + OK + OK + "-ERR DB index is out of range\r\n");

        assertThat(refusal(Settings.settings(Protocol.AUTO, null, null, null, 99, Runnable::run)))
                .hasMessage("ERR DB index is out of range")
                .returns(false, ConnectionRefused::isAuthentication);
    }

    @Test
    void hearsTheLastWordsOfAServerThatHangsUp() {
        server.arrives("-ERR max number of clients reached\r\n").ends();

        ConnectionRefused refusal = refusal(Settings.speaking(Protocol.AUTO));
        assertThat(refusal).hasMessage("ERR max number of clients reached");
        assertThat(refusal.getSuppressed()).singleElement().isInstanceOf(EOFException.class);
    }

    /** As over a unix socket, where nothing can be written any more when the other side has closed. */
    @Test
    void hearsTheLastWordsOfAServerThatHangsUpBeforeItIsToldAnything() {
        server.arrives("-ERR max number of clients reached\r\n").ends().breaks();

        ConnectionRefused refusal = refusal(Settings.speaking(Protocol.AUTO));
        assertThat(refusal).hasMessage("ERR max number of clients reached");
        assertThat(refusal.getSuppressed()).singleElement().asString().contains("Broken pipe");
        assertThat(server.sent()).isEmpty();
    }

    @Test
    void failsIfTheServerHangsUpWithoutAWord() {
        server.ends();

        assertThatThrownBy(() -> perform(Settings.speaking(Protocol.AUTO))).isInstanceOf(EOFException.class);
    }

    @Test
    void doesNotWaitLongerThanItMay() {
        assertThatThrownBy(() -> greeting(Settings.speaking(Protocol.AUTO), System.nanoTime()))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("connected, but the handshake got no reply in time");
    }

    @Test
    void neverShowsThePassword() {
        server.arrives("-WRONGPASS invalid username-password pair or user is disabled.\r\n" + OK + OK);
        LinkSettings settings = Settings.settings(Protocol.AUTO, "ann", "secret", null, 0, Runnable::run);

        assertThat(refusal(settings)).hasMessageNotContaining("secret");
        assertThat(settings.toString()).isEqualTo("test-wire[here:6379]");
    }

    private ConnectionRefused refusal(LinkSettings settings) {
        return catchThrowableOfType(ConnectionRefused.class, () -> perform(settings));
    }

    private Protocol perform(LinkSettings settings) throws IOException {
        return greeting(settings, Words.farDeadline()).protocol();
    }

    private @Nullable ServerVersion serverOf(LinkSettings settings) throws IOException {
        return greeting(settings, Words.farDeadline()).server();
    }

    private Handshake.Greeting greeting(LinkSettings settings, long deadline) throws IOException {
        Wire wire = new Wire(
                server,
                ByteBuffer.allocate(Wire.BUFFER_SIZE),
                ByteBuffer.allocate(Wire.BUFFER_SIZE),
                RespLimits.defaults(),
                message -> {});
        return new Handshake(settings)
                .perform(wire, settings.credentials().ask().credentials(), (nanos, over) -> {}, deadline);
    }
}
