package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DoorbellTest {
    private static final long LONG = TimeUnit.HOURS.toNanos(1);

    private final Doorbell bell = new Doorbell();
    private final Pipe pipe = Pipe.open();

    DoorbellTest() throws IOException {
        pipe.source().configureBlocking(false);
        pipe.source().register(bell.selector(), SelectionKey.OP_READ);
    }

    @AfterEach
    void close() throws IOException {
        Thread.interrupted();
        bell.close();
        pipe.source().close();
        pipe.sink().close();
    }

    @Test
    void endsTheWaitWhenTheSocketIsReady() throws IOException {
        makeReady();

        assertThat(bell.await(LONG, () -> false)).isTrue();
        assertThat(bell.await(LONG, () -> false)).as("as long as it is").isTrue();
    }

    @Test
    void endsTheWaitWhenTheTimeIsOver() throws IOException {
        assertThat(bell.await(1, () -> false)).isFalse();
    }

    @Test
    void doesNotWaitWithoutTime() throws IOException {
        assertThat(bell.await(0, () -> false)).isFalse();
        assertThat(bell.await(-LONG, () -> false)).isFalse();
        makeReady();
        assertThat(bell.await(0, () -> false)).isTrue();
    }

    @Test
    void doesNotWaitWhenThereIsWork() throws IOException {
        assertThat(bell.await(LONG, () -> true)).isFalse();
        makeReady();
        assertThat(bell.await(LONG, () -> true)).isTrue();
    }

    @Test
    void doesNotMissARingAfterItHasLookedForWork() throws IOException {
        assertThat(bell.await(LONG, () -> {
                    bell.ring();
                    return false;
                }))
                .isFalse();
    }

    @Test
    void wakesWhoWaits() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        FutureTask<Boolean> waiting = new FutureTask<>(() -> bell.await(LONG, () -> {
            looked.countDown();
            return false;
        }));
        Thread thread = new Thread(waiting);
        thread.start();
        looked.await();
        bell.ring();

        assertThat(waiting.get()).isFalse();
    }

    @Test
    void endsTheWaitOfAnInterruptedThread() throws IOException {
        Thread.currentThread().interrupt();

        assertThat(bell.await(LONG, () -> false)).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void mayBeRungWhenItIsClosed() {
        bell.close();
        bell.ring();
        bell.close();
    }

    private void makeReady() throws IOException {
        assertThat(pipe.sink().write(ByteBuffer.wrap(new byte[1]))).isEqualTo(1);
    }
}
