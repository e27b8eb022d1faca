package dev.carmine.client.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.Endpoint;
import dev.carmine.client.Fate;
import dev.carmine.client.PoolOptions;
import dev.carmine.client.PoolStats;
import dev.carmine.client.Protocol;
import dev.carmine.client.internal.wire.CredentialsSource;
import dev.carmine.client.internal.wire.Link;
import dev.carmine.client.internal.wire.LinkListener;
import dev.carmine.client.internal.wire.LinkSettings;
import dev.carmine.protocol.RespLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pool with links to a server that takes connections and never says a word. */
class DedicatedPoolTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final PoolOptions OPTIONS =
            PoolOptions.defaults().withMaxIdleTime(LONG).withMaxAge(LONG);

    private final ServerSocket silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    private final List<DedicatedPool> pools = new ArrayList<>();
    private final Queue<Throwable> leaks = new ConcurrentLinkedQueue<>();

    DedicatedPoolTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        pools.forEach(pool -> pool.close(0));
        silent.close();
    }

    private DedicatedPool pool(PoolOptions options) {
        return pool(options, () -> false);
    }

    private DedicatedPool pool(PoolOptions options, BooleanSupplier fails) {
        DedicatedPool pool = new DedicatedPool(
                "here",
                options,
                listener -> {
                    if (fails.getAsBoolean()) {
                        throw new CarmineConnectionException("no more selectors", Fate.NOT_SENT, null);
                    }
                    return new Link(settings(listener));
                },
                (held, borrower) -> leaks.add(borrower));
        pools.add(pool);
        return pool;
    }

    private LinkSettings settings(LinkListener listener) {
        return new LinkSettings(
                "pool-test",
                new Endpoint.Tcp("localhost", silent.getLocalPort()),
                null,
                CredentialsSource.of(null),
                null,
                "1.2.3",
                0,
                Protocol.RESP2,
                RespLimits.defaults(),
                LONG.toNanos(),
                LONG.toNanos(),
                LONG.toNanos(),
                1,
                1,
                10,
                1_000,
                Runnable::run,
                host -> List.of(InetAddress.getLoopbackAddress()),
                listener);
    }

    private static Link borrow(DedicatedPool pool) {
        return pool.borrow("a test", in(Duration.ofSeconds(30)));
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = in(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(deadline - System.nanoTime()).as("the time left").isPositive();
            Thread.onSpinWait();
        }
    }

    @Test
    void lendsAConnectionAgainThatWasGivenBack() {
        DedicatedPool pool = pool(OPTIONS);
        Link first = borrow(pool);
        Link second = borrow(pool);
        pool.giveBack(first);
        pool.giveBack(second);

        assertThat(borrow(pool)).as("the one given back last").isSameAs(second);
        assertThat(pool.stats()).isEqualTo(new PoolStats(16, 1, 1, 0, 3, 2, 0, 0, 0));
    }

    @Test
    void endsIdleConnectionsWithoutTraffic() {
        DedicatedPool pool = pool(OPTIONS.withMaxIdleTime(Duration.ofMillis(20)));
        Link first = borrow(pool);
        Link second = borrow(pool);
        pool.giveBack(first);
        pool.giveBack(second);

        await(() -> pool.stats().closed() == 2);
        assertThat(pool.stats()).isEqualTo(new PoolStats(16, 0, 0, 0, 2, 2, 2, 0, 0));
        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isTrue();
    }

    @Test
    void endsOldConnectionsWhenNobodyHasThem() {
        DedicatedPool pool = pool(OPTIONS.withMaxAge(Duration.ofMillis(20)));
        Link lent = borrow(pool);
        Link idle = borrow(pool);
        pool.giveBack(idle);
        await(idle::isClosed);
        await(() -> lent.age() > TimeUnit.MILLISECONDS.toNanos(40));
        assertThat(lent.isClosed()).as("one that is lent is let finish").isFalse();
        pool.giveBack(lent);

        assertThat(lent.isClosed()).isTrue();
        await(() -> pool.stats().closed() == 2);
    }

    @Test
    void doesNotLendAConnectionThatHasEndedWhileItWasIdle() {
        DedicatedPool pool = pool(OPTIONS);
        Link ended = borrow(pool);
        pool.giveBack(ended);
        ended.closeSoon();

        assertThat(borrow(pool)).isNotSameAs(ended);
        await(() -> pool.stats().closed() == 1);
    }

    @Test
    void servesThoseWhoWaitInTheOrderInWhichTheyCame() throws InterruptedException {
        DedicatedPool pool = pool(OPTIONS.withMaxSize(1));
        Link only = borrow(pool);
        Queue<Integer> served = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                Link link = borrow(pool);
                served.add(number);
                // Every kind of return must serve the next one.
                if (number % 2 == 0) {
                    pool.giveBack(link);
                } else {
                    pool.discard(link);
                }
            });
            thread.start();
            threads.add(thread);
            await(() -> pool.stats().waiting() == number + 1);
        }
        assertThat(pool.tryBorrow("an asynchronous call")).isNull();
        pool.giveBack(only);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(served)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void countsThoseWhoWaitInVain() {
        DedicatedPool pool = pool(OPTIONS.withMaxSize(1));
        Link only = borrow(pool);
        assertThatThrownBy(() -> pool.borrow("BLPOP", in(Duration.ofMillis(5))))
                .isInstanceOf(CarmineTimeoutException.class)
                .hasMessageStartingWith("BLPOP on here was not sent: all 1 dedicated connections stayed in use");

        assertThat(pool.stats()).isEqualTo(new PoolStats(1, 1, 0, 0, 1, 1, 0, 1, 0));
        pool.giveBack(only);
    }

    @Test
    void keepsAPlaceWhoseConnectionCouldNotBeOpened() {
        AtomicInteger opened = new AtomicInteger();
        DedicatedPool pool = pool(OPTIONS.withMaxSize(1), () -> opened.incrementAndGet() <= 100);
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> borrow(pool)).hasMessage("no more selectors");
        }

        assertThat(pool.stats()).isEqualTo(new PoolStats(1, 0, 0, 0, 0, 0, 0, 0, 0));
        pool.giveBack(borrow(pool));
    }

    @Test
    void lendsNothingToAnInterruptedThreadAndLosesNothing() {
        DedicatedPool pool = pool(OPTIONS.withMaxSize(1));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> borrow(pool)).isInstanceOf(CarmineInterruptedException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        pool.giveBack(borrow(pool));
    }

    @Test
    void reportsABorrowerOnceWhoDoesNotGiveBack() {
        DedicatedPool pool = pool(OPTIONS.withLeakDetection(Duration.ofMillis(10)));
        Link link = borrow(pool);
        pool.watch(link);
        await(() -> leaks.size() == 1);
        await(() -> link.age() > TimeUnit.MILLISECONDS.toNanos(50));
        pool.giveBack(link);

        assertThat(leaks).singleElement().satisfies(borrower -> {
            assertThat(borrower)
                    .hasMessage("borrowed here by " + Thread.currentThread().getName());
            assertThat(borrower.getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("reportsABorrowerOnceWhoDoesNotGiveBack"));
        });
        assertThat(pool.stats().leaks()).isOne();
    }

    @Test
    void reportsNobodyWhoGivesBackInTimeOrIsNotWatched() {
        DedicatedPool pool = pool(OPTIONS.withLeakDetection(Duration.ofMillis(100)));
        Link unwatched = borrow(pool);
        Link returned = borrow(pool);
        pool.watch(returned);
        pool.giveBack(returned);
        Link discarded = borrow(pool);
        pool.watch(discarded);
        pool.discard(discarded);
        await(() -> unwatched.age() > TimeUnit.MILLISECONDS.toNanos(300));
        pool.giveBack(unwatched);

        assertThat(leaks).isEmpty();
        assertThat(pool.stats().leaks()).isZero();
    }

    /** Borrowers who give back, discard, lose connections, give up and are interrupted, all at once. */
    @Test
    void neverLendsMoreThanItHasAndLosesNoPlace() throws InterruptedException {
        long seed = Long.getLong("carmine.seed", new SplittableRandom().nextLong());
        System.out.println("[seed] DedicatedPoolTest runs with -Dcarmine.seed=" + seed);
        SplittableRandom seeds = new SplittableRandom(seed);
        SplittableRandom failures = seeds.split();
        DedicatedPool pool = pool(OPTIONS.withMaxSize(4).withMaxIdleTime(Duration.ofMillis(2)), () -> {
            synchronized (failures) {
                return failures.nextInt(20) == 0;
            }
        });
        AtomicInteger held = new AtomicInteger();
        AtomicInteger mostHeld = new AtomicInteger();
        AtomicLong borrowed = new AtomicLong();
        Queue<Throwable> surprises = new ConcurrentLinkedQueue<>();
        CountDownLatch running = new CountDownLatch(12);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            SplittableRandom random = seeds.split();
            Thread thread = new Thread(() -> {
                try {
                    for (int round = 0; round < 300; round++) {
                        Link link = borrowSomehow(pool, random);
                        if (link != null) {
                            borrowed.incrementAndGet();
                            mostHeld.accumulateAndGet(held.incrementAndGet(), Math::max);
                            hold(link, random);
                            held.decrementAndGet();
                            end(pool, link, random);
                        }
                    }
                } catch (Throwable e) {
                    surprises.add(e);
                } finally {
                    running.countDown();
                }
            });
            threads.add(thread);
            thread.start();
        }
        SplittableRandom victims = seeds.split();
        while (!running.await(1, TimeUnit.MILLISECONDS)) {
            threads.get(victims.nextInt(threads.size())).interrupt();
        }

        assertThat(surprises).isEmpty();
        assertThat(mostHeld).hasValueLessThanOrEqualTo(4);
        PoolStats stats = pool.stats();
        assertThat(List.of(stats.lent(), stats.waiting())).containsOnly(0);
        assertThat(stats.borrowed()).isEqualTo(borrowed.get());
        await(() -> pool.stats().idle() == 0);
        assertThat(pool.stats().closed()).isEqualTo(pool.stats().opened());
        assertNoPlaceIsLost(pool);
    }

    private static @Nullable Link borrowSomehow(DedicatedPool pool, SplittableRandom random) {
        try {
            return random.nextInt(4) == 0
                    ? pool.tryBorrow("trying")
                    : pool.borrow("waiting", System.nanoTime() + random.nextLong(2_000_000));
        } catch (CarmineException e) {
            // The time was over, somebody has interrupted, or there was no connection to be had.
            boolean unused = Thread.interrupted();
            return null;
        }
    }

    private static void hold(Link link, SplittableRandom random) {
        long until = System.nanoTime() + random.nextLong(200_000);
        while (System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
        if (random.nextInt(10) == 0) {
            link.closeSoon();
        }
    }

    private static void end(DedicatedPool pool, Link link, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            pool.discard(link);
        } else {
            pool.giveBack(link);
        }
    }

    private static void assertNoPlaceIsLost(DedicatedPool pool) {
        List<Link> all = new ArrayList<>();
        while (all.size() < pool.stats().maxSize()) {
            try {
                all.add(borrow(pool));
            } catch (CarmineConnectionException e) {
                assertThat(e).hasMessage("no more selectors");
            }
        }
        assertThat(all).doesNotHaveDuplicates();
        assertThat(pool.tryBorrow("one too many")).isNull();
        all.forEach(pool::giveBack);
    }
}
