package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.RespException;
import dev.carmine.protocol.RespLimits;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final EncodedCommand<?> SET = Words.command("SET", "key", "value");
    private static final EncodedCommand<?> GET = Words.command("GET", "key");
    private static final EncodedCommand<?> DEL = Words.command("DEL", "key");
    private static final String ALL = Words.encoding(SET, GET, DEL);
    private static final String REPLIES = "+OK\r\n$5\r\nvalue\r\n:1\r\n";

    private final ScriptedTransport transport = new ScriptedTransport();
    private final ArrayDeque<Call> queue = new ArrayDeque<>();

    /** The calls that the wire has handed on, finished. */
    private final List<Call> ended = new ArrayList<>();

    private final List<Object> pushes = new ArrayList<>();
    private final Wire wire = wire(transport, Wire.BUFFER_SIZE);

    // ---- Writing

    @Test
    void sendsWhatIsQueued() throws IOException {
        queueAll();

        assertThat(write()).isTrue();
        assertThat(transport.sent()).isEqualTo(ALL);
        assertThat(wire.accepted()).isEqualTo(ALL.length());
        assertThat(wire.awaitingCalls()).isEqualTo(3);
        assertThat(transport.isWritableAwaited()).isFalse();
    }

    @Test
    void goesOnWhereTheOperatingSystemHasStoppedAtEveryByte() throws IOException {
        for (int accepted = 0; accepted < ALL.length(); accepted++) {
            ScriptedTransport slow = new ScriptedTransport().accepts(accepted);
            Wire slowWire = wire(slow, Wire.BUFFER_SIZE);
            queueAll();

            assertThat(slowWire.write(queue, this::end, 0)).isFalse();
            assertThat(slowWire.accepted()).isEqualTo(accepted);
            assertThat(slow.isWritableAwaited()).isTrue();
            assertThat(slowWire.write(queue, this::end, 0)).isFalse();
            slow.acceptsEverything();
            assertThat(slowWire.write(queue, this::end, 0)).isTrue();
            assertThat(slow.isWritableAwaited()).isFalse();
            assertThat(slow.sent()).as("first %d bytes", accepted).isEqualTo(ALL);
        }
    }

    @Test
    void sendsByteByByte() throws IOException {
        transport.acceptsAtATime(1);
        queueAll();

        assertThat(write()).isTrue();
        assertThat(transport.sent()).isEqualTo(ALL);
    }

    @Test
    void sendsThroughOutputBuffersOfEverySize() throws IOException {
        for (int size = 1; size <= ALL.length() + 1; size++) {
            ScriptedTransport target = new ScriptedTransport();
            Wire narrow = wire(target, size);
            queueAll();

            assertThat(narrow.write(queue, this::end, 0)).isTrue();
            assertThat(target.sent()).as("buffer of %d bytes", size).isEqualTo(ALL);
        }
    }

    @Test
    void claimsOnlyWhatEntersTheOutputBuffer() throws IOException {
        transport.accepts(0);
        Wire narrow = wire(transport, SET.bytes().length + 1);
        List<Call> calls = queueAll();
        narrow.write(queue, this::end, 0);

        assertThat(narrow.awaiting()).containsExactly(calls.get(0), calls.get(1));
        assertThat(queue).containsExactly(calls.get(2));
    }

    @Test
    void tellsEachCallWhereItEnds() throws IOException {
        List<Call> calls = queueAll();
        write();
        Call next = Words.batch(SET, GET);
        queue.add(next);
        write();

        assertThat(calls)
                .extracting(call -> call.end)
                .containsExactly(
                        (long) SET.bytes().length,
                        (long) Words.encoding(SET, GET).length(),
                        (long) ALL.length());
        assertThat(next.end).isEqualTo(ALL.length() + next.bytes());
    }

    @Test
    void handsOnWhatItsOwnerHasLeftWithoutSendingIt() throws IOException {
        List<Call> calls = queueAll();
        calls.get(1).abandon();
        write();

        assertThat(transport.sent()).isEqualTo(Words.encoding(SET, DEL));
        assertThat(ended).containsExactly(calls.get(1));
        assertThat(wire.awaiting()).containsExactly(calls.get(0), calls.get(2));
    }

    @Test
    void takesTheRepliesThatHaveComeBeforeAWriteFails() throws IOException {
        List<Call> calls = queueAll();
        write();
        transport.arrives("+OK\r\n$5\r\nvalue\r\n").ends().breaks();
        queue.add(Words.batch(SET));

        assertThatThrownBy(this::write)
                .isInstanceOf(IOException.class)
                .hasMessage("Broken pipe")
                .satisfies(e -> assertThat(e.getSuppressed()).hasOnlyElementsOfType(EOFException.class));
        assertThat(ended).containsExactly(calls.get(0), calls.get(1));
        assertThat(result(calls.get(1))).isEqualTo("value");
        assertThat(wire.awaiting()).startsWith(calls.get(2)).hasSize(2);
    }

    // ---- Reading

    @Test
    void givesTheNthReplyToTheNthCommandHoweverTheStreamIsSplit() throws IOException {
        for (int first = 0; first <= REPLIES.length(); first++) {
            for (int second = first; second <= REPLIES.length(); second++) {
                ScriptedTransport source = new ScriptedTransport();
                Wire split = wire(source, Wire.BUFFER_SIZE);
                List<Call> calls = queueAll();
                split.write(queue, this::end, 0);
                int count = 0;
                for (String part : List.of(
                        REPLIES.substring(0, first), REPLIES.substring(first, second), REPLIES.substring(second))) {
                    if (!part.isEmpty()) {
                        source.arrives(part);
                        count += split.read(this::end);
                    }
                }

                assertThat(count).isEqualTo(3);
                assertThat(calls).extracting(WireTest::result).containsExactly("OK", "value", 1L);
                assertThat(split.isIdle()).isTrue();
            }
        }
    }

    @Test
    void handsOnACallWithItsLastReply() throws IOException {
        BatchCall batch = Words.batch(SET, GET);
        queue.add(batch);
        write();
        transport.arrives("+OK\r\n");
        assertThat(wire.read(this::end)).isZero();
        assertThat(wire.oldest()).isSameAs(batch);
        transport.arrives("$-1\r\n");

        assertThat(wire.read(this::end)).isEqualTo(1);
        assertThat(ended).containsExactly(batch);
        assertThat(wire.oldest()).isNull();
    }

    @Test
    void readsTheReplyOfACallThatItsOwnerHasLeft() throws IOException {
        List<Call> calls = queueAll();
        write();
        calls.get(0).abandon();
        calls.get(1).abandon();
        transport.arrives(REPLIES);

        assertThat(wire.read(this::end)).isEqualTo(3);
        assertThat(ended).containsExactlyElementsOf(calls);
        assertThat(result(calls.get(2))).isEqualTo(1L);
    }

    @Test
    void keepsPushMessagesApartFromReplies() throws IOException {
        List<Call> calls = queueAll();
        write();
        transport.arrives(">1\r\n+a\r\n+OK\r\n>2\r\n+b\r\n:7\r\n$5\r\nvalue\r\n:1\r\n>1\r\n+c\r\n");

        assertThat(wire.read(this::end)).isEqualTo(3);
        assertThat(calls).extracting(WireTest::result).containsExactly("OK", "value", 1L);
        assertThat(pushes).containsExactly(1, 2, 1);
    }

    @Test
    void acceptsPushMessagesWhenNothingIsAwaited() throws IOException {
        transport.arrives(">1\r\n+a\r\n");

        assertThat(wire.read(this::end)).isZero();
        assertThat(pushes).hasSize(1);
        assertThat(wire.isIdle()).isTrue();
    }

    @Test
    void readsRepliesThatAreLargerThanItsBuffer() throws IOException {
        SingleCall call = Words.call(GET);
        queue.add(call);
        write();
        String value = "v".repeat(3 * Wire.BUFFER_SIZE + 1);
        transport.arrives("$" + value.length() + "\r\n" + value + "\r\n");

        assertThat(wire.read(this::end)).isEqualTo(1);
        assertThat(call.result()).isEqualTo(value);
    }

    @Test
    void readsNothingWhenNothingHasArrived() throws IOException {
        queueAll();
        write();

        assertThat(wire.read(this::end)).isZero();
    }

    @Test
    void letsOthersHaveTheirTurnWhenMoreArrivesThanItCanRead() throws IOException {
        byte[] full = Words.bytes(">1\r\n+a\r\n".repeat(Wire.BUFFER_SIZE / 8));
        for (int i = 0; i < 20; i++) {
            transport.arrives(full);
        }
        wire.read(this::end);

        assertThat(transport.chunksLeft()).isEqualTo(4);
        wire.read(this::end);
        assertThat(transport.chunksLeft()).isZero();
        assertThat(pushes).hasSize(20 * Wire.BUFFER_SIZE / 8);
    }

    // ---- What must not happen

    @Test
    void breaksWhenAReplyComesToNothing() {
        transport.arrives("+OK\r\n");

        assertThat(catchThrowableOfType(CarmineProtocolException.class, () -> wire.read(this::end)))
                .hasMessage("a reply came to a command that was not sent")
                .returns(5L, CarmineProtocolException::offset);
    }

    @Test
    void breaksWhenAReplyComesBeforeTheLastByteOfItsCommandHasLeft() throws IOException {
        for (int accepted = 0; accepted < SET.bytes().length; accepted++) {
            ScriptedTransport hasty = new ScriptedTransport().accepts(accepted).arrives("+OK\r\n");
            Wire early = wire(hasty, Wire.BUFFER_SIZE);
            queueAll();
            early.write(queue, this::end, 0);

            assertThatThrownBy(() -> early.read(this::end))
                    .as("%d bytes accepted", accepted)
                    .isInstanceOf(CarmineProtocolException.class);
        }
        assertThat(ended).isEmpty();
    }

    @Test
    void breaksWhenAReplyComesBeforeTheNextCommandOfABatchHasLeft() throws IOException {
        transport.accepts(Words.encoding(SET, GET).length() - 1L).arrives("+OK\r\n$5\r\nvalue\r\n");
        BatchCall batch = Words.batch(SET, GET);
        queue.add(batch);
        write();

        assertThatThrownBy(() -> wire.read(this::end)).isInstanceOf(CarmineProtocolException.class);
        assertThat(batch.outcomes()).containsExactly("OK", null);
        assertThat(wire.awaiting()).containsExactly(batch);
    }

    @Test
    void breaksWhenWhatComesIsNotResp() throws IOException {
        queueAll();
        write();
        transport.arrives("+OK\r\nHTTP/1.1 400 Bad Request\r\n");

        assertThatThrownBy(() -> wire.read(this::end))
                .isInstanceOf(CarmineProtocolException.class)
                .hasCauseInstanceOf(RespException.class)
                .extracting(e -> ((CarmineProtocolException) e).offset())
                .isEqualTo(5L);
        assertThat(ended).hasSize(1);
    }

    @Test
    void breaksWhenTheServerHangsUp() throws IOException {
        queueAll();
        write();
        transport.arrives("+OK\r\n").ends();
        assertThat(wire.read(this::end)).isEqualTo(1);

        assertThatThrownBy(() -> wire.read(this::end))
                .isInstanceOf(EOFException.class)
                .hasMessage("the server has closed the connection");
    }

    // ---- What is under way

    @Test
    void isIdleWhenNothingIsUnderWayInEitherDirection() throws IOException {
        assertThat(wire.isIdle()).isTrue();
        queue.add(Words.call(SET));
        write();
        assertThat(wire.isIdle()).isFalse();
        transport.arrives("+OK\r\n>1\r\n");
        wire.read(this::end);
        assertThat(wire.awaitingCalls()).isZero();
        assertThat(wire.isIdle()).as("in the midst of a message").isFalse();
        transport.arrives("+a\r\n");
        wire.read(this::end);

        assertThat(wire.isIdle()).isTrue();
    }

    @Test
    void countsNoSilenceWhileNothingIsOwed() throws IOException {
        assertThat(wire.untilTooSilent(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        queue.add(Words.call(SET));
        write();
        transport.arrives("+OK\r\n");
        wire.read(this::end);

        assertThat(wire.untilTooSilent(wire.lastProgress() + 1_000, 1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void countsTheSilenceFromWhenItBeganToOwe() throws IOException {
        long now = wire.lastProgress() + TimeUnit.DAYS.toNanos(1);
        queue.add(dueIn(30, now));
        wire.write(queue, this::end, now);

        assertThat(wire.lastProgress()).isEqualTo(now);
        assertThat(wire.untilTooSilent(now, 100)).isEqualTo(100);
        assertThat(wire.untilTooSilent(now + 60, 100)).isEqualTo(40);
        assertThat(wire.untilTooSilent(now + 100, 100)).isZero();
        assertThat(wire.untilTooSilent(now + 101, 100)).isNegative();
    }

    @Test
    void isPatientForTheLongestCallInFlight() throws IOException {
        long now = wire.lastProgress();
        queue.add(dueIn(500, now));
        wire.write(queue, this::end, now);
        queue.add(dueIn(2_000, now + 10));
        queue.add(dueIn(50, now + 10));
        wire.write(queue, this::end, now + 10);

        assertThat(wire.lastProgress()).as("owing more is no progress").isEqualTo(now);
        assertThat(wire.untilTooSilent(now + 10, 100)).as("asked again then").isEqualTo(90);
        assertThat(wire.untilTooSilent(now + 100, 100)).isEqualTo(1_900);
    }

    @Test
    void forgetsItsPatienceWhenAllIsAnswered() throws IOException {
        queue.add(dueIn(2_000, 0));
        wire.write(queue, this::end, 0);
        transport.arrives("+OK\r\n");
        wire.read(this::end);
        queue.add(dueIn(50, 7));
        wire.write(queue, this::end, 7);

        assertThat(wire.untilTooSilent(7, 100)).isEqualTo(100);
    }

    @Test
    void makesProgressWithEveryByteThatArrives() throws IOException {
        long longAgo = System.nanoTime() - TimeUnit.DAYS.toNanos(1);
        queue.add(Words.call(GET));
        wire.write(queue, this::end, longAgo);
        assertThat(wire.lastProgress()).isEqualTo(longAgo);
        long before = System.nanoTime();
        transport.arrives("$");
        wire.read(this::end);

        assertThat(wire.lastProgress()).isBetween(before, System.nanoTime());
    }

    @Test
    void owesTheRestOfAMessageThatNobodyAsksFor() throws IOException {
        transport.arrives(">1\r\n");
        wire.read(this::end);

        assertThat(wire.untilTooSilent(wire.lastProgress() + 30, 100)).isEqualTo(70);
    }

    @Test
    void givesBackWhatGetsNoReplyInTheOrderInWhichItWasSent() throws IOException {
        transport.accepts(SET.bytes().length + 3L);
        List<Call> calls = queueAll();
        write();
        transport.arrives("+OK\r\n");
        wire.read(this::end);
        wire.close();

        assertThat(transport.isClosed()).isTrue();
        assertThat(wire.takeUnanswered()).containsExactly(calls.get(1), calls.get(2));
        assertThat(wire.takeUnanswered()).isEmpty();
    }

    private List<Call> queueAll() {
        List<Call> calls = List.of(Words.call(SET), Words.call(GET), Words.call(DEL));
        queue.addAll(calls);
        return calls;
    }

    @Test
    void saysWhichServerHasNotKnownACommand() throws IOException {
        EncodedCommand<?> expiretime = Words.command("EXPIRETIME", "key");
        SingleCall single = Words.call(expiretime);
        BatchCall batch = Words.batch(GET, expiretime, DEL);
        queue.add(single);
        queue.add(batch);
        wire.leadsTo(ServerVersion.redis("6.2.14"));
        write();
        String unknown = "-ERR unknown command `EXPIRETIME`\r\n";
        transport.arrives(unknown + "$5\r\nvalue\r\n" + unknown + ":1\r\n");
        wire.read(this::end);

        String message = "EXPIRETIME needs Redis 7.0, this is Redis 6.2.14: ERR unknown command `EXPIRETIME`";
        assertThatThrownBy(single::result).hasMessage(message);
        PipelineOutcome outcome = PipelineOutcome.of(batch);
        assertThat(outcome.values()).containsExactly("value", null, 1L);
        assertThat(outcome.errors()[1]).hasMessage(message);
    }

    private static Call dueIn(long nanos, long now) {
        return new SingleCall(SET, null, now + nanos);
    }

    private boolean write() throws IOException {
        return wire.write(queue, this::end, System.nanoTime());
    }

    private void end(Call call) {
        call.finish();
        ended.add(call);
    }

    private static @Nullable Object result(Call call) {
        return ((SingleCall) call).result();
    }

    private Wire wire(Transport transport, int outputSize) {
        return new Wire(
                transport,
                ByteBuffer.allocate(outputSize),
                ByteBuffer.allocate(Wire.BUFFER_SIZE),
                RespLimits.defaults(),
                message -> pushes.add(message.readArraySize()));
    }
}
