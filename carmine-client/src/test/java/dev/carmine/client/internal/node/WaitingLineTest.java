package dev.carmine.client.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    private static final long LONG = TimeUnit.SECONDS.toNanos(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLine<Integer> line = new WaitingLine<>(lock);

    /** Guarded by the lock. */
    private final List<String> served = new ArrayList<>();

    private @Nullable Integer await(long nanos) throws InterruptedException {
        lock.lock();
        try {
            return line.await(System.nanoTime() + nanos);
        } finally {
            lock.unlock();
        }
    }

    private void underLock(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private int size() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** Starts a thread, and returns when it waits. */
    private Thread waiting(String name) {
        int before = size();
        Thread thread = new Thread(() -> {
            lock.lock();
            try {
                served.add(name + " got " + line.await(System.nanoTime() + LONG));
            } catch (InterruptedException e) {
                served.add(name + " left");
            } finally {
                lock.unlock();
            }
        });
        thread.start();
        while (size() == before) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void servesWhoCameFirst() throws InterruptedException {
        List<Thread> threads = List.of(waiting("a"), waiting("b"), waiting("c"));
        underLock(() -> {
            line.hand(1);
            line.hand(2);
            line.hand(3);
            assertThat(line.isEmpty()).isTrue();
        });
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(served).containsExactlyInAnyOrder("a got 1", "b got 2", "c got 3");
    }

    @Test
    void forgetsWhoWasInterrupted() throws InterruptedException {
        Thread first = waiting("a");
        Thread second = waiting("b");
        first.interrupt();
        first.join();
        underLock(() -> line.hand(1));
        second.join();

        assertThat(served).containsExactly("a left", "b got 1");
        assertThat(size()).isZero();
    }

    @Test
    void losesNothingThatIsHandedToAThreadInterruptedAtThatMoment() throws InterruptedException {
        Thread thread = waiting("a");
        underLock(() -> {
            line.hand(1);
            thread.interrupt();
        });
        thread.join();

        assertThat(served).containsExactly("a got 1");
    }

    @Test
    void waitsNoLongerThanItMay() throws InterruptedException {
        assertThat(await(0)).isNull();
        assertThat(await(TimeUnit.MILLISECONDS.toNanos(5))).isNull();
        assertThat(size()).isZero();
    }

    @Test
    void sendsEverybodyAwayInTheEnd() throws InterruptedException {
        Thread thread = waiting("a");
        underLock(line::dismiss);
        thread.join();

        assertThat(served).containsExactly("a got null");
        assertThat(await(LONG)).isNull();
    }

    @Test
    void doesNotLetAnInterruptedThreadWait() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> await(LONG)).isInstanceOf(InterruptedException.class);
        assertThat(size()).isZero();
    }

    /** Tickets are drawn under the lock, so they number the threads in the order in which they join the line. */
    @Test
    void keepsTheOrderAndLosesNothingWhoeverLeavesMeanwhile() throws InterruptedException {
        long seed = Long.getLong("carmine.seed", new SplittableRandom().nextLong());
        System.out.println("[seed] WaitingLineTest runs with -Dcarmine.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        AtomicInteger tickets = new AtomicInteger();
        Map<Integer, Integer> ticketOfHanded = new TreeMap<>();
        CountDownLatch running = new CountDownLatch(8);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            SplittableRandom times = random.split();
            Thread thread = new Thread(() -> {
                for (int round = 0; round < 300; round++) {
                    lock.lock();
                    try {
                        int ticket = tickets.incrementAndGet();
                        Integer handed = line.await(System.nanoTime() + times.nextLong(1_000_000));
                        if (handed != null) {
                            ticketOfHanded.put(handed, ticket);
                        }
                    } catch (InterruptedException e) {
                        // Nothing was handed to this thread, and it comes again.
                    } finally {
                        lock.unlock();
                    }
                }
                running.countDown();
            });
            threads.add(thread);
            thread.start();
        }
        AtomicInteger handed = new AtomicInteger();
        while (running.getCount() > 0) {
            underLock(() -> {
                if (!line.isEmpty()) {
                    line.hand(handed.incrementAndGet());
                }
            });
            if (random.nextInt(4) == 0) {
                threads.get(random.nextInt(threads.size())).interrupt();
            }
        }

        assertThat(ticketOfHanded).as("what was handed").hasSize(handed.get());
        assertThat(List.copyOf(ticketOfHanded.values())).isSorted();
        assertThat(size()).isZero();
    }
}
