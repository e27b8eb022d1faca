package dev.carmine.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import dev.carmine.client.command.KeyedElement;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Producers and consumers of a list of numbers. None is received twice, and what was pushed for certain is received,
 * unless a pop of unknown fate took it.
 */
final class QueueTraffic implements AutoCloseable {
    private static final String KEY = "queue";
    private static final int BACKLOG = 1_000;

    private final Carmine redis;
    private final AtomicInteger last = new AtomicInteger();
    private final Numbers pushed = new Numbers();
    private final Numbers maybePushed = new Numbers();
    private final Numbers received = new Numbers();
    private final AtomicInteger unknownPops = new AtomicInteger();
    private final Callers producers;
    private final Callers consumers;
    private volatile boolean stopped;

    QueueTraffic(Carmine redis, int each) {
        this.redis = redis;
        this.producers = Callers.start(ThreadKind.PLATFORM, each, number -> whileRunning(this::push));
        this.consumers = Callers.start(ThreadKind.PLATFORM, each, number -> whileRunning(this::pop));
    }

    private void whileRunning(Runnable step) {
        while (!stopped) {
            try {
                step.run();
            } catch (CarmineServerException e) {
                // The server has done nothing.
                assertThat(e.code()).isEqualTo("LOADING");
            }
        }
    }

    private void push() {
        int number = last.incrementAndGet();
        long length = 0;
        try {
            length = redis.rpush(KEY, number);
            pushed.add(number);
        } catch (CarmineUnansweredException e) {
            if (e.fate() == Fate.UNKNOWN) {
                maybePushed.add(number);
            }
        }
        if (length > BACKLOG) {
            pop();
        }
    }

    private void pop() {
        try {
            KeyedElement<String> popped = redis.blpop(Duration.ofMillis(20), KEY);
            if (popped != null) {
                receive(popped.element());
            }
        } catch (CarmineUnansweredException e) {
            if (e.fate() == Fate.UNKNOWN) {
                unknownPops.incrementAndGet();
            }
        }
    }

    private void receive(String element) {
        assertThat(received.add(Integer.parseInt(element)))
                .as("%s is received for the first time", element)
                .isTrue();
    }

    /** Stops, and compares with what is left on the server. */
    void stop(RedisServer server) {
        stopped = true;
        producers.awaitEnd();
        consumers.awaitEnd();
        if (server.call("LRANGE", KEY, "0", "-1") instanceof List<?> left) {
            left.forEach(element -> receive(String.valueOf(element)));
        }
        assertThat(received.without(pushed, maybePushed).cardinality())
                .as("received, but never pushed")
                .isZero();
        BitSet lost = pushed.without(received);
        assertThat(lost.cardinality()).as("lost: %s", lost).isLessThanOrEqualTo(unknownPops.get());
    }

    @Override
    public void close() {
        stopped = true;
    }
}
