package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.NewMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Dead messages made ready again, more than one slice of them. */
class RedriveIT extends QueueFixture {
    private static final int SLICE = 256;
    private static final int REFUSED = 300;
    private static final int OTHERS = 40;

    private void enqueue(int from, int to) {
        List<NewMessage<String>> messages = IntStream.range(from, to)
                .mapToObj(i -> queue.newMessage("x", EnqueueOptions.withId("m" + i)))
                .toList();
        queue.enqueueMessages(messages);
    }

    private void bury(int from, int to) {
        HandWorker worker = new HandWorker(redis, "q");
        enqueue(from, to);
        long dead = queue.stats().dead() + to - from;
        while (queue.stats().dead() < dead) {
            worker.leaseUpTo(SLICE).forEach(held -> worker.kill(held, "on purpose"));
        }
    }

    @Test
    void thoseThatAreRefusedDoNotHideTheOthers() {
        bury(0, REFUSED);
        bury(REFUSED, REFUSED + OTHERS);
        enqueue(0, REFUSED); // they live again, beside the dead ones
        assertThat(queue.redriveAll(1_000)).isEqualTo(OTHERS);
        assertThat(queue.stats().dead()).isEqualTo(REFUSED);
        assertThat(queue.stats().ready()).isEqualTo(REFUSED + OTHERS);
    }

    @Test
    void noMoreAreRedrivenThanWereAskedFor() {
        bury(0, REFUSED);
        bury(REFUSED, REFUSED + OTHERS);
        enqueue(0, SLICE + 1);
        assertThat(queue.redriveAll(OTHERS)).isEqualTo(OTHERS);
        assertThat(queue.stats().dead()).isEqualTo(REFUSED);
    }
}
