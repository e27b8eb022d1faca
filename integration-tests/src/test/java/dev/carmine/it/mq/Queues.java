package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.mq.MessageQueue;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The queue of most tests, and what they wait for. */
final class Queues {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private Queues() {}

    /** Opens the queue {@code q}, of texts. */
    static MessageQueue<String> open(Carmine redis) {
        return MessageQueue.of(redis, "q", String.class);
    }

    /** Waits until something comes to pass. */
    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(LIMIT).pollInterval(2, TimeUnit.MILLISECONDS).until(condition);
    }

    /** Waits for the next element. */
    static <E> E poll(BlockingQueue<E> elements) throws InterruptedException {
        E element = elements.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(element).isNotNull();
        return element;
    }
}
