package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VirtualThreadsTest {
    private static final boolean HERE = Runtime.version().feature() >= 21;

    @Test
    void platformThreadsAreNotVirtual() {
        assertThat(VirtualThreads.isVirtual(new Thread(() -> {}))).isFalse();
        assertThat(VirtualThreads.isVirtual(Thread.currentThread())).isFalse();
    }

    @Test
    void makesAnExecutorOnlyWhereTheJvmHasThem() throws Exception {
        ExecutorService executor = VirtualThreads.executor("test-");
        assertThat(executor != null).isEqualTo(HERE);
        if (executor != null) {
            try {
                Thread first = executor.submit(Thread::currentThread).get(30, TimeUnit.SECONDS);
                Thread second = executor.submit(Thread::currentThread).get(30, TimeUnit.SECONDS);
                assertThat(VirtualThreads.isVirtual(first)).isTrue();
                assertThat(first.getName()).isEqualTo("test-1");
                assertThat(second.getName()).isEqualTo("test-2");
            } finally {
                executor.shutdown();
            }
        }
    }
}
