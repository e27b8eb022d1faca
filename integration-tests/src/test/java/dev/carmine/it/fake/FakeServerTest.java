package dev.carmine.it.fake;

import static dev.carmine.it.wire.RespBytes.bulk;
import static dev.carmine.it.wire.RespBytes.push;
import static dev.carmine.it.wire.RespBytes.raw;
import static dev.carmine.it.wire.RespBytes.simple;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.it.wire.RawConnection;
import dev.carmine.it.wire.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeServerTest {
    private final FakeServer server = FakeServer.start(Transport.TCP);
    private final RawConnection client = RawConnection.open(server.address());

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void takesPartInTheHandshakeAndRecordsIt() {
        assertThat(client.text("HELLO", "3")).contains("server, redis", "proto, 3");
        assertThat(client.text("hello", "2")).contains("proto, 2");
        assertThat(client.call("CLIENT", "SETINFO", "LIB-NAME", "x")).isEqualTo("OK");
        assertThat(client.call("PING")).isEqualTo("PONG");
        assertThat(server.awaitCommands("HELLO", 2))
                .extracting(ReceivedCommand::words)
                .contains(List.of("HELLO", "3"));
        assertThat(server.commands()).hasSize(4).allMatch(command -> command.connection() == 1);
    }

    @Test
    void refusesHelloAsItIsTold() {
        server.on("HELLO", Hello.UNKNOWN_COMMAND);
        assertThatThrownBy(() -> client.call("HELLO", "3")).hasMessageStartingWith("ERR unknown command 'HELLO'");
        server.on("HELLO", Hello.NO_RESP3);
        assertThatThrownBy(() -> client.call("HELLO", "3")).hasMessageStartingWith("NOPROTO");
        server.on("HELLO", Hello.NO_PERMISSION);
        assertThatThrownBy(() -> client.call("HELLO", "3")).hasMessageStartingWith("NOPERM");
        server.on("HELLO", Hello.WRONG_PASSWORD);
        assertThatThrownBy(() -> client.call("HELLO", "3")).hasMessageStartingWith("WRONGPASS");
    }

    @Test
    void answersDifferentlyTheNextTimes() {
        server.on("get", Answer.computed(words -> bulk("value of " + words.get(1))));
        server.next("get", 2, Answer.error("LOADING Redis is loading the dataset in memory"));
        assertThatThrownBy(() -> client.call("GET", "k")).hasMessageStartingWith("LOADING");
        assertThatThrownBy(() -> client.call("GET", "k")).hasMessageStartingWith("LOADING");
        assertThat(client.call("GET", "k")).isEqualTo("value of k");
    }

    @Test
    void doesNotKnowOtherCommands() {
        assertThatThrownBy(() -> client.call("GET", "k")).hasMessage("ERR unknown command 'GET'");
    }

    @Test
    void sendsAReplyInPiecesWhenItIsTold() {
        CountDownLatch signal = new CountDownLatch(1);
        server.on(
                "GET", Answer.reply(raw("$5\r\nhe")).then(Answer.await(signal)).then(Answer.reply(raw("llo\r\n"))));
        client.send(raw("*2\r\n$3\r\nGET\r\n$1\r\nk\r\n"));
        assertThat(new String(client.readBytes(6), UTF_8)).isEqualTo("$5\r\nhe");
        signal.countDown();
        assertThat(new String(client.readBytes(5), UTF_8)).isEqualTo("llo\r\n");
    }

    @Test
    void pushesUnasked() throws IOException {
        server.connection(1).send(push(bulk("message"), bulk("news"), bulk("hello")));
        assertThat(client.read()).isEqualTo(List.of("message", "news", "hello"));
    }

    @Test
    void closesAndResets() {
        server.on("GET", Answer.close()).on("SET", Answer.reset());
        assertThatThrownBy(() -> client.call("GET", "k")).hasMessageContaining("the connection ended");
        try (RawConnection other = RawConnection.open(server.address())) {
            assertThatThrownBy(() -> other.call("SET", "k", "v"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("reset");
        }
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void closesWhileAnAnswerWaitsForItsSignal() {
        server.on("GET", Answer.await(new CountDownLatch(1)));
        client.send(raw("*1\r\n$3\r\nGET\r\n"));
        server.awaitCommands("GET", 1);
        server.close();
        assertThat(client.readBytes(1)).isEmpty();
    }

    @Test
    void isContentWhenExpectationsAreMet() {
        server.expect("SET", "k", "v").reply(simple("OK")).expect("GET", "k").reply(bulk("v"));
        client.call("HELLO", "3");
        assertThat(client.call("SET", "k", "v")).isEqualTo("OK");
        assertThat(client.call("GET", "k")).isEqualTo("v");
        assertThatCode(server::verify).doesNotThrowAnyException();
    }

    @Test
    void complainsAboutWhatItDidNotExpectAndWhatDidNotCome() {
        server.expect("SET", "k", "v").reply(simple("OK")).expect("GET", "k").answer(Answer.silence());
        assertThatThrownBy(() -> client.call("DEL", "k")).hasMessageContaining("expected [SET, k, v]");
        assertThatThrownBy(server::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected [SET, k, v], received [DEL, k]")
                .hasMessageContaining("never received [GET, k]");
    }

    @Test
    void complainsAboutWhatIsNotACommand() {
        client.send(raw("GET k\r\n"));
        assertThat(client.readBytes(1)).isEmpty();
        assertThatThrownBy(server::verify).hasMessageContaining("expected a line that begins with *, got: GET k");
    }
}
