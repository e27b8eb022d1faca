package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.Outcome;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The threads that a worker makes for its handlers. */
class HandlerThreadsIT extends QueueFixture {
    private Thread threadOfAHandler() throws InterruptedException {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        queue.enqueue("x");
        try (Worker worker = queue.worker(WorkerOptions.defaults(), message -> {
            threads.add(Thread.currentThread());
            return Outcome.success();
        })) {
            worker.start();
            return Queues.poll(threads);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads")
    void areVirtualWhereThereAreSuch() throws Exception {
        Thread thread = threadOfAHandler();
        assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
        assertThat(thread.getName()).startsWith("carmine-mq-q-handler-");
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "there are virtual threads")
    void areDaemonsWhereThereAreNoVirtualOnes() throws Exception {
        Thread thread = threadOfAHandler();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).startsWith("carmine-mq-q-handler-");
    }
}
