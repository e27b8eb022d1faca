package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoomTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    @Test
    void letsInUntilTheCommandsReachTheirBound() {
        Room room = new Room(3, 1_000);

        assertThat(room.tryEnter(1, 10)).isTrue();
        assertThat(room.tryEnter(2, 10)).isTrue();
        assertThat(room.tryEnter(1, 10)).isFalse();
        assertThat(room.commands()).isEqualTo(3);
    }

    @Test
    void letsInUntilTheBytesReachTheirBound() {
        Room room = new Room(1_000, 20);

        assertThat(room.tryEnter(1, 10)).isTrue();
        assertThat(room.tryEnter(1, 10)).isTrue();
        assertThat(room.tryEnter(1, 1)).isFalse();
    }

    @Test
    void letsOneCallPassThatIsLargerThanTheBounds() {
        Room room = new Room(3, 20);

        assertThat(room.tryEnter(2, 19)).isTrue();
        assertThat(room.tryEnter(1_000, 5_000)).isTrue();
        assertThat(room.tryEnter(1, 1)).isFalse();
        room.leave(2, 19);
        assertThat(room.tryEnter(1, 1)).as("while the large one is in").isFalse();
        room.leave(1_000, 5_000);
        assertThat(room.tryEnter(1, 1)).isTrue();
    }

    @Test
    void countsEvenTheLargestBounds() {
        int commands = 4_000_000;
        long bytes = 1L << 38;
        Room room = new Room(commands, bytes);

        assertThat(room.tryEnter(commands - 1, bytes - 1)).isTrue();
        assertThat(room.tryEnter(commands, bytes)).isTrue();
        assertThat(room.commands()).isEqualTo(2 * commands - 1);
        assertThat(room.tryEnter(1, 1)).isFalse();
        room.leave(commands - 1, bytes - 1);
        room.leave(commands, bytes);
        assertThat(room.commands()).isZero();
        assertThat(room.describe()).contains(" 0 of " + bytes + " bytes");
    }

    @Test
    void isAsBeforeWhenACallHasLeftThatWasTooLargeToCount() {
        Room room = new Room(10, 1_000);
        assertThat(room.tryEnter(3, 30)).isTrue();
        assertThat(room.tryEnter(20_000_000, 1)).isTrue();
        room.leave(20_000_000, 1);

        assertThat(room.describe()).startsWith("3 of 10 commands and 30 of 1000 bytes");
    }

    @Test
    void saysWhatIsFull() {
        Room room = new Room(3, 20);
        room.tryEnter(2, 19);

        assertThat(room.describe()).isEqualTo("2 of 3 commands and 19 of 20 bytes are in flight");
    }

    @Test
    void doesNotWaitWhenThereIsRoom() throws InterruptedException {
        assertThat(new Room(1, 1).enterWithin(1, 1, 0)).isTrue();
    }

    @Test
    void waitsNoLongerThanAllowed() throws InterruptedException {
        Room room = full();

        assertThat(room.enterWithin(1, 1, TimeUnit.MILLISECONDS.toNanos(2))).isFalse();
        assertThat(room.enterWithin(1, 1, 0)).isFalse();
        assertThat(room.enterWithin(1, 1, -LONG)).isFalse();
        assertThat(room.commands()).isEqualTo(1);
    }

    @Test
    void letsInWhoWaitsWhenSomebodyLeaves() throws Exception {
        Room room = full();
        Waiter<Boolean> waiter = new Waiter<>(() -> room.enterWithin(1, 1, LONG));
        room.leave(1, 1);

        assertThat(waiter.result()).isTrue();
        assertThat(room.commands()).isEqualTo(1);
    }

    @Test
    void letsInAllWhoWaitWhenThereIsRoomForAll() throws Exception {
        Room room = new Room(2, 100);
        room.tryEnter(2, 2);
        Waiter<Boolean> one = new Waiter<>(() -> room.enterWithin(1, 1, LONG));
        Waiter<Boolean> other = new Waiter<>(() -> room.enterWithin(1, 1, LONG));
        room.leave(2, 2);

        assertThat(one.result()).isTrue();
        assertThat(other.result()).isTrue();
    }

    @Test
    void staysFullForWhoWaitsWhenTooLittleLeaves() throws Exception {
        Room room = new Room(1, 100);
        room.tryEnter(1, 1);
        Waiter<Boolean> one = new Waiter<>(() -> room.enterWithin(1, 1, LONG));
        Waiter<Boolean> other = new Waiter<>(() -> room.enterWithin(1, 1, LONG));
        room.leave(1, 1);
        while (one.thread.isAlive() && other.thread.isAlive()) {
            Thread.onSpinWait();
        }

        assertThat(room.commands()).isEqualTo(1);
        room.leave(1, 1);
        assertThat(one.result()).isTrue();
        assertThat(other.result()).isTrue();
    }

    @Test
    void endsTheWaitOfAnInterruptedThread() throws Exception {
        Room room = full();
        Waiter<Throwable> waiter = new Waiter<>(() -> catchThrowable(() -> room.enterWithin(1, 1, LONG)));
        waiter.thread.interrupt();

        assertThat(waiter.result()).isInstanceOf(InterruptedException.class);
        assertThat(room.commands()).isEqualTo(1);
        room.leave(1, 1);
        assertThat(room.tryEnter(1, 1)).isTrue();
    }

    private static Room full() {
        Room room = new Room(1, 1);
        assertThat(room.tryEnter(1, 1)).isTrue();
        return room;
    }

    /** A thread that has begun to wait for room. */
    private static final class Waiter<T> {
        final Thread thread;
        private final FutureTask<T> task;

        Waiter(Callable<T> waiting) {
            this.task = new FutureTask<>(waiting);
            this.thread = new Thread(task, "waiter");
            thread.setDaemon(true);
            thread.start();
            while (!isWaiting()) {
                Thread.onSpinWait();
            }
        }

        boolean isWaiting() {
            return thread.getState() == Thread.State.TIMED_WAITING;
        }

        T result() throws Exception {
            return task.get();
        }
    }
}
