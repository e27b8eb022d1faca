package dev.carmine.it.mq.script;

import static dev.carmine.it.mq.script.ScriptedQueue.BLOCK;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How soon another worker has the message of one that has died, if all the others block for as long as they are told. */
class RedeliveryScriptIT extends ScriptFixture {
    private static final long SECOND = 1_000;

    /** When each of the others will look next. */
    private final Map<String, Long> looks = new TreeMap<>();

    private long endOfLease;

    private void enqueue(long lease) {
        for (String worker : new String[] {"w2", "w3", "w4"}) {
            queue.advance(ofMillis(100));
            assertThat(look(worker)).isFalse();
        }
        queue.configure("lease", lease);
        queue.enqueue("a");
        endOfLease = queue.now() + lease;
    }

    /** Has a worker make an exchange; whether it is given the message. */
    private boolean look(String worker) {
        Exchanged exchanged = queue.take(worker);
        looks.put(worker, queue.now() + exchanged.block());
        return !exchanged.granted().isEmpty();
    }

    /** Lets time pass until somebody has the message; who would look next hears the marker. Tells when that is. */
    private long redelivered() {
        for (int step = 0; step < 100; step++) {
            if (redis.zpopmin(queue.key("m"), 1).isEmpty()) {
                queue.advance(ofMillis(Math.max(0, Collections.min(looks.values()) - queue.now())));
            }
            if (look(next())) {
                return queue.now();
            }
        }
        throw new AssertionError("nobody has it");
    }

    private String next() {
        return Collections.min(looks.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 1_000, 4_999, 5_000, 7_000, 30_000, 61_000})
    void theMessageOfAWorkerThatDiesIsHandedOutWhenItsLeaseEnds(long lease) {
        enqueue(lease);
        assertThat(redis.zpopmin(queue.key("m"), 1)).isNotEmpty();
        queue.worker("w1").slots(1).willNotBlock().exchange().only();
        assertThat(redelivered()).isBetween(endOfLease, endOfLease + SECOND);
    }

    /** It has promised to look when the lease ends, and the others rely on that. */
    @ParameterizedTest
    @ValueSource(longs = {100, 1_000, 4_999})
    void ifItWasToWatchTheLeaseItTakesNoLongerThanABlock(long lease) {
        enqueue(lease);
        assertThat(redis.zpopmin(queue.key("m"), 1)).isNotEmpty();
        assertThat(queue.take("w1").block()).isEqualTo(Math.min(lease, BLOCK));
        assertThat(redelivered()).isBetween(endOfLease, endOfLease + BLOCK);
    }
}
