package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.RespLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A conversation with a scripted server, without threads. At the end no call may keep room for itself. */
abstract class ConversationHarness {
    final Room room;
    final SubmissionQueue submissions = new SubmissionQueue();
    Conversation conversation;

    /** The other end of the present wire. */
    ScriptedTransport server = new ScriptedTransport();

    private final Doorbell bell = new Doorbell();
    private final Pipe readiness = Pipe.open();

    ConversationHarness(Room room) throws IOException {
        this.room = room;
    }

    LinkSettings settings() {
        return Settings.withCallbacks(Runnable::run);
    }

    /** A socket that is always ready: what there is to read, the scripted transport says. */
    @BeforeEach
    final void open() throws IOException {
        conversation = new Conversation(settings(), room, submissions, bell);
        readiness.source().configureBlocking(false);
        readiness.source().register(bell.selector(), SelectionKey.OP_READ);
        assertThat(readiness.sink().write(ByteBuffer.wrap(new byte[1]))).isEqualTo(1);
        reconnect();
    }

    @AfterEach
    final void close() throws IOException {
        bell.close();
        readiness.source().close();
        readiness.sink().close();
        assertThat(room.describe()).startsWith("0 of").contains("commands and 0 of");
    }

    final void reconnect() {
        reconnect(0);
    }

    /** Goes on with a new wire, which has authenticated with that generation of credentials. */
    final void reconnect(long generation) {
        server = new ScriptedTransport();
        Wire wire = new Wire(
                server,
                ByteBuffer.allocate(Wire.BUFFER_SIZE),
                ByteBuffer.allocate(Wire.BUFFER_SIZE),
                RespLimits.defaults(),
                conversation::push);
        conversation.open(wire, generation);
    }

    final ReplyFuture<Object> submitted(EncodedCommand<?> command, long deadline) {
        ReplyFuture<Object> future = new ReplyFuture<>(Runnable::run);
        SingleCall call = new SingleCall(command, future, deadline);
        future.belongsTo(call);
        submitted(call);
        return future;
    }

    final <C extends Call> C submitted(C call) {
        submissions.push(entered(call));
        return call;
    }

    final <C extends Call> C entered(C call) {
        assertThat(room.tryEnter(call.commands(), call.bytes())).isTrue();
        return call;
    }

    final void takeInAndSend() throws IOException {
        conversation.takeIn(System.nanoTime());
        conversation.send(System.nanoTime());
    }

    final void receive(String text) throws IOException {
        server.arrives(text);
        conversation.receive(TimeUnit.SECONDS.toNanos(30), () -> false);
    }

    /** Lets the deadlines pass that are within two minutes. */
    final void sweep() {
        conversation.takeIn(System.nanoTime() + TimeUnit.MINUTES.toNanos(2));
    }

    static Fate fate(ReplyFuture<?> future, Class<? extends CarmineUnansweredException> type) {
        Throwable cause = catchThrowableOfType(ExecutionException.class, () -> future.get(0, TimeUnit.SECONDS))
                .getCause();
        assertThat(cause).isInstanceOf(type);
        return Objects.requireNonNull(type.cast(cause)).fate();
    }
}
