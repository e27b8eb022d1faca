package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.mq.internal.Envelope;
import dev.carmine.mq.internal.MessageRecord;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.QueueScript;
import dev.carmine.mq.internal.QueueScripts;
import dev.carmine.protocol.RespValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Does what a worker does, one step at a time: leases a message and settles it, by the script itself. */
final class HandWorker {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String id = String.format("hand%08d", COUNT.incrementAndGet());
    private final Carmine redis;
    private final QueueKeys keys;
    private final QueueScripts scripts;
    private int exchanges;

    HandWorker(Carmine redis, String queue) {
        this(redis, queue, QueueScripts.Clock.SERVER);
    }

    /** A worker that follows a clock, which is the queue's own if it is a {@link dev.carmine.mq.TestQueue}. */
    HandWorker(Carmine redis, String queue, QueueScripts.Clock clock) {
        this.redis = redis;
        this.keys = new QueueKeys(queue, null);
        this.scripts = QueueScripts.by(clock);
    }

    /** A message that was leased. */
    record Held(String id, MessageRecord record, Envelope envelope) {
        String body() {
            return new String(envelope.body(), StandardCharsets.UTF_8);
        }
    }

    /** Leases the one message that can be. */
    Held lease() {
        List<Held> held = leaseUpTo(1);
        assertThat(held).hasSize(1);
        return held.get(0);
    }

    List<Held> leaseUpTo(int slots) {
        List<RespValue> reply = exchange(slots, List.of(0));
        List<Held> held = new ArrayList<>();
        for (int i = 4; i < reply.size(); i += 4) {
            held.add(new Held(
                    text(reply.get(i)),
                    MessageRecord.parse(text(reply.get(i + 1))),
                    Envelope.decode(((RespValue.BulkString) reply.get(i + 3)).bytes())));
        }
        return held;
    }

    void succeed(Held held, Duration window) {
        settle("s", held, window.toMillis(), "");
    }

    void retryAfter(Held held, Duration delay) {
        settle("r", held, delay.toMillis(), "it did not work");
    }

    void kill(Held held, String reason) {
        settle("x", held, 0, reason);
    }

    private void settle(String kind, Held held, long number, String text) {
        assertThat(answerTo(kind, held, number, text)).isIn("k", "x", "c");
    }

    /** Settles a message that it may have lost; gives the letter that the script answers. */
    String answerTo(String kind, Held held, long number, String text) {
        List<RespValue> reply = exchange(0, List.of(1, kind + held.record().fence() + held.id(), number, text, 0));
        return text(reply.get(2));
    }

    private List<RespValue> exchange(int slots, List<?> settles) {
        String number = (exchanges + 1) + ":" + exchanges;
        exchanges++;
        List<Object> args = new ArrayList<>(List.of(id, "by hand", number, slots + "+0", 1 << 20, 0));
        args.addAll(settles);
        RespValue reply = redis.call(scripts.get(QueueScript.EXCHANGE)
                .on(keys.allAnd(List.of(keys.part("w:" + id))), args.toArray())
                .asRaw());
        return ((RespValue.Array) reply).elements();
    }

    private static String text(RespValue value) {
        return ((RespValue.BulkString) value).text();
    }
}
