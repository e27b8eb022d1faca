package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Credentials;
import dev.carmine.client.RotatingCredentials;
import dev.carmine.client.internal.command.EncodedCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wire that is to authenticate with credentials pushed since it was made. */
class RenewedCredentialsTest extends ConversationHarness {
    private static final EncodedCommand<?> GET = Words.command("GET", "key");
    private static final EncodedCommand<?> MULTI = Words.command("MULTI");
    private static final EncodedCommand<?> EXEC = Words.command("EXEC");
    private static final EncodedCommand<?> AUTH_TWO = Words.command("AUTH", "ann", "two");
    private static final EncodedCommand<?> AUTH_THREE = Words.command("AUTH", "three");
    private static final String OK = "+OK\r\n";

    private final RotatingCredentials rotating = new RotatingCredentials(new Credentials("ann", "one"));
    private final CredentialsSource source = CredentialsSource.of(rotating);
    private final List<String> refusals = new ArrayList<>();

    RenewedCredentialsTest() throws IOException {
        super(new Room(3, 1_000_000));
    }

    @Override
    LinkSettings settings() {
        return Settings.authenticating(source, new LinkListener() {
            @Override
            public void authenticationFailed(String message) {
                refusals.add(message);
            }
        });
    }

    private void pushTwo() {
        rotating.update(new Credentials("ann", "two"));
    }

    private void pushThree() {
        rotating.update(new Credentials(null, "three"));
    }

    @Test
    void sendsNothingWhileNobodyWantsIt() throws IOException {
        conversation.renewCredentials();
        pushTwo();
        assertThat(conversation.isAuthenticationDue()).isFalse();
        takeInAndSend();

        assertThat(server.sent()).isEmpty();
    }

    @Test
    void authenticatesOnceAndBeforeWhatIsSubmittedAfterwards() throws IOException {
        pushTwo();
        conversation.renewCredentials();
        assertThat(conversation.isAuthenticationDue()).isTrue();
        SingleCall call = submitted(Words.call(GET));
        takeInAndSend();
        takeInAndSend();
        assertThat(server.sent()).isEqualTo(Words.encoding(AUTH_TWO, GET));
        receive(OK + "+value\r\n");

        assertThat(call.result()).isEqualTo("value");
        assertThat(conversation.isQuiet()).isTrue();
        assertThat(refusals).isEmpty();
    }

    @Test
    void authenticatesInTheSameWriteAsACallThatIsAlone() throws IOException {
        pushThree();
        conversation.renewCredentials();
        SingleCall call = Words.call(GET);
        assertThat(room.tryEnter(call.commands(), call.bytes())).isTrue();
        server.answers(OK + "+value\r\n");

        assertThat(conversation.holdAlone(call)).isTrue();
        assertThat(server.sent()).isEqualTo(Words.encoding(AUTH_THREE, GET));
        assertThat(call.result()).isEqualTo("value");
    }

    @Test
    void neverSplitsABatch() throws IOException {
        submitted(Words.batch(MULTI, GET, EXEC));
        server.accepts(20);
        takeInAndSend();
        pushTwo();
        conversation.renewCredentials();
        conversation.takeIn(System.nanoTime());
        server.acceptsEverything();
        conversation.send(System.nanoTime());
        receive(OK + "+QUEUED\r\n*1\r\n+value\r\n" + OK);

        assertThat(server.sent()).isEqualTo(Words.encoding(MULTI, GET, EXEC, AUTH_TWO));
        assertThat(conversation.isQuiet()).isTrue();
    }

    @Test
    void authenticatesInTheOrderOfThePushes() throws IOException {
        server.accepts(0);
        pushTwo();
        conversation.renewCredentials();
        takeInAndSend();
        pushThree();
        conversation.renewCredentials();
        takeInAndSend();
        server.acceptsEverything();
        takeInAndSend();
        receive(OK + OK);

        assertThat(server.sent()).isEqualTo(Words.encoding(AUTH_TWO, AUTH_THREE));
    }

    @Test
    void takesTheNewestIfSeveralWerePushed() throws IOException {
        pushTwo();
        conversation.renewCredentials();
        pushThree();
        takeInAndSend();
        receive(OK);

        assertThat(server.sent()).isEqualTo(Words.encoding(AUTH_THREE));
        conversation.renewCredentials();
        assertThat(conversation.isAuthenticationDue()).isFalse();
    }

    @Test
    void tellsOfARefusalAndGoesOn() throws IOException {
        pushTwo();
        conversation.renewCredentials();
        SingleCall call = submitted(Words.call(GET));
        takeInAndSend();
        receive("-WRONGPASS invalid username-password pair or user is disabled.\r\n+value\r\n");

        assertThat(refusals).containsExactly("WRONGPASS invalid username-password pair or user is disabled.");
        assertThat(call.result()).isEqualTo("value");
        assertThat(conversation.isAuthenticationDue()).isFalse();
    }

    @Test
    void needsNoRoom() throws IOException {
        List<SingleCall> calls =
                List.of(submitted(Words.call(GET)), submitted(Words.call(GET)), submitted(Words.call(GET)));
        pushTwo();
        conversation.renewCredentials();
        takeInAndSend();
        receive(OK + "+value\r\n".repeat(3));

        assertThat(calls).allSatisfy(call -> assertThat(call.result()).isEqualTo("value"));
    }

    /** The next wire has authenticated by itself, perhaps with something newer. */
    @Test
    void isForgottenWithTheWireThatItWasMeantFor() throws IOException {
        pushTwo();
        conversation.renewCredentials();
        takeInAndSend();
        pushThree();
        conversation.renewCredentials();
        server.accepts(0);
        takeInAndSend();
        conversation.lose(new IOException("gone"), true);
        assertThat(conversation.isAuthenticationDue()).isFalse();
        reconnect(source.generation());
        takeInAndSend();

        assertThat(server.sent()).isEmpty();
        assertThat(conversation.isQuiet()).isTrue();
    }

    /** They were pushed during the handshake, and the call was submitted after that. */
    @Test
    void goBeforeWhatWaitsForAWireThatWasMadeWithOlderOnes() throws IOException {
        conversation.lose(new IOException("gone"), true);
        pushTwo();
        conversation.renewCredentials();
        assertThat(conversation.isAuthenticationDue()).isFalse();
        SingleCall call = submitted(Words.call(GET));
        conversation.takeIn(System.nanoTime());
        reconnect(0);
        takeInAndSend();
        receive(OK + "+value\r\n");

        assertThat(server.sent()).isEqualTo(Words.encoding(AUTH_TWO, GET));
        assertThat(call.result()).isEqualTo("value");
    }
}
