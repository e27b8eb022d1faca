package dev.carmine.it.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadLeaksTest {
    @Test
    void namesThreadsOfCarmineUntilTheyEnd() {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                "carmine-leaky-test-thread");
        thread.start();
        assertThat(ThreadLeaks.live()).contains("carmine-leaky-test-thread");
        assertThat(ThreadLeaks.stacks()).contains("carmine-leaky-test-thread", "ThreadLeaksTest");
        end.countDown();
        ThreadLeaks.awaitNone();
        assertThat(thread.isAlive()).isFalse();
    }
}
