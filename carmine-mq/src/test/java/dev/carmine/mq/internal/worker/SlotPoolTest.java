package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlotPoolTest {
    private static final int MANY = 100;

    /** A worker that has finished a message, and then asks for as much as it can get. */
    private static final class Sharer {
        final SlotPool.Share share;
        final AtomicInteger wakes = new AtomicInteger();
        final int ceiling;
        int used;
        int backlog;
        boolean sleeps;

        Sharer(SlotPool pool, int weight, int ceiling) {
            this.share = pool.share(weight, ceiling, this::woken);
            this.ceiling = ceiling;
            share.join();
        }

        private void woken() {
            wakes.incrementAndGet();
            sleeps = false;
        }

        int takes(int wanted) {
            int taken = share.take(used, wanted);
            used += taken;
            return taken;
        }

        void finishes(boolean needs) {
            used--;
            share.tell(used, needs);
            share.wakeNoted();
        }

        /** What an exchange does: asks for slots, and gives back those for which there is no message. */
        void exchanges() {
            int taken = share.take(used, ceiling - used);
            int granted = Math.min(taken, backlog);
            backlog -= granted;
            used += granted;
            share.tell(used, granted == taken);
            share.wakeNoted();
            sleeps = share.isRefused() || granted < taken;
        }
    }

    @Test
    void oneAloneHasAllSlots() {
        SlotPool pool = new SlotPool(8);
        new Sharer(pool, 5, MANY);
        assertThat(new Sharer(pool, 1, MANY).takes(MANY)).isEqualTo(8);
    }

    @Test
    void whoNeedsSlotsGetsItsPartAsTheOthersFinish() {
        SlotPool pool = new SlotPool(8);
        Sharer heavy = new Sharer(pool, 3, MANY);
        Sharer light = new Sharer(pool, 1, MANY);
        assertThat(heavy.takes(MANY)).isEqualTo(8);
        assertThat(light.takes(MANY)).isZero();
        assertThat(light.wakes).hasValue(0);
        heavy.finishes(true);
        assertThat(light.wakes).hasValue(1);
        assertThat(heavy.takes(MANY)).isZero();
        assertThat(light.takes(MANY)).isOne();
        heavy.finishes(true);
        assertThat(light.takes(MANY)).isOne();
        heavy.finishes(true);
        assertThat(light.takes(MANY)).isZero();
        assertThat(heavy.takes(MANY)).isOne();
    }

    @Test
    void whatOneNeedsNoMoreTheOthersGet() {
        SlotPool pool = new SlotPool(4);
        Sharer first = new Sharer(pool, 1, MANY);
        Sharer second = new Sharer(pool, 1, MANY);
        assertThat(first.takes(2)).isEqualTo(2);
        assertThat(second.takes(MANY)).isEqualTo(2);
        assertThat(second.takes(MANY)).isZero();
        first.finishes(false);
        assertThat(second.wakes).hasValue(1);
        assertThat(second.takes(MANY)).isOne();
    }

    @Test
    void theLightestHasOneSlotAtLeast() {
        SlotPool pool = new SlotPool(4);
        Sharer heavy = new Sharer(pool, 1_000, MANY);
        Sharer light = new Sharer(pool, 1, MANY);
        heavy.takes(1);
        assertThat(light.takes(MANY)).isOne();
        assertThat(heavy.takes(MANY)).isEqualTo(2);
    }

    @Test
    void nothingIsKeptForOneBeyondItsCeiling() {
        SlotPool pool = new SlotPool(8);
        Sharer bounded = new Sharer(pool, 3, 2);
        Sharer other = new Sharer(pool, 1, MANY);
        bounded.takes(1);
        assertThat(other.takes(MANY)).isEqualTo(6);
        assertThat(bounded.takes(1)).isOne();
    }

    @Test
    void whoLeavesFreesItsSlots() {
        SlotPool pool = new SlotPool(2);
        Sharer first = new Sharer(pool, 1, MANY);
        Sharer second = new Sharer(pool, 1, MANY);
        first.takes(2);
        assertThat(second.takes(2)).isZero();
        first.share.leave();
        pool.wakeNoted();
        assertThat(second.wakes).hasValue(1);
        assertThat(second.takes(2)).isEqualTo(2);
    }

    @Test
    void thereIsASlotForEach() {
        SlotPool pool = new SlotPool(2);
        new Sharer(pool, 1, MANY);
        Sharer second = new Sharer(pool, 1, MANY);
        second.share.join();
        assertThatIllegalStateException()
                .isThrownBy(() -> new Sharer(pool, 1, MANY))
                .withMessageContainingAll("3 workers", "2 slots", "SharedSlots.of");
        second.share.leave();
        new Sharer(pool, 1, MANY);
    }

    @Test
    void neverMoreThanThereAreAndNobodyIsForgotten() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int slots = 1 + random.nextInt(20);
            SlotPool pool = new SlotPool(slots);
            List<Sharer> sharers = new ArrayList<>();
            for (int i = Math.min(slots, 1 + random.nextInt(5)); i > 0; i--) {
                sharers.add(new Sharer(pool, 1 + random.nextInt(5), 1 + random.nextInt(25)));
            }
            for (int step = 0; step < 400; step++) {
                step(sharers.get(random.nextInt(sharers.size())), random, step < 200);
                assertThat(sharers.stream().mapToInt(sharer -> sharer.used).sum())
                        .as("seed %d, round %d", seed, round)
                        .isBetween(0, slots);
            }
            int bound = sharers.stream().mapToInt(sharer -> sharer.backlog).sum() * 3 + 3 * MANY;
            for (int turn = 0; turn < bound; turn++) {
                sharers.forEach(sharer -> step(sharer, random, false));
            }
            assertThat(sharers)
                    .as("seed %d, round %d", seed, round)
                    .allSatisfy(sharer -> assertThat(sharer.backlog).isZero());
        }
    }

    /** Something comes in, or something is finished, or whoever is awake looks for more. */
    private static void step(Sharer sharer, Random random, boolean comes) {
        if (comes && random.nextInt(3) == 0) {
            sharer.backlog += random.nextInt(5);
            sharer.sleeps = sharer.share.isRefused();
        } else if (sharer.used > 0 && random.nextBoolean()) {
            sharer.finishes(true);
            sharer.sleeps = sharer.share.isRefused();
        } else if (!sharer.sleeps && sharer.used < sharer.ceiling) {
            sharer.exchanges();
        }
    }

    @Test
    void slotsAreInProportionToWeightsWhileAllHaveWork() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        SlotPool pool = new SlotPool(12);
        List<Sharer> sharers = List.of(new Sharer(pool, 3, MANY), new Sharer(pool, 1, MANY), new Sharer(pool, 2, MANY));
        sharers.forEach(sharer -> sharer.backlog = Integer.MAX_VALUE);
        for (int step = 0; step < 2_000; step++) {
            step(sharers.get(random.nextInt(3)), random, false);
        }
        for (Sharer sharer : sharers) {
            sharer.exchanges();
        }
        assertThat(sharers)
                .as("seed %d", seed)
                .extracting(sharer -> sharer.used)
                .containsExactly(6, 2, 4);
    }

    @Test
    void threadsThatWaitForSlotsAreWokenAlways() throws Exception {
        SlotPool pool = new SlotPool(4);
        AtomicLong inUse = new AtomicLong();
        AtomicLong most = new AtomicLong();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int weight = 1; weight <= 4; weight++) {
            Semaphore awake = new Semaphore(0);
            SlotPool.Share share = pool.share(weight, 4, awake::release);
            share.join();
            CompletableFuture<Void> done = new CompletableFuture<>();
            all.add(done);
            Thread thread = new Thread(() -> {
                for (int left = 20_000; left > 0; ) {
                    int taken = share.take(0, Math.min(left, 4));
                    share.wakeNoted();
                    if (taken == 0) {
                        awake.acquireUninterruptibly();
                    }
                    most.accumulateAndGet(inUse.addAndGet(taken), Math::max);
                    left -= taken;
                    inUse.addAndGet(-taken);
                    share.tell(0, left > 0);
                    share.wakeNoted();
                }
                done.complete(null);
            });
            thread.setDaemon(true);
            thread.start();
        }
        for (CompletableFuture<Void> done : all) {
            done.get(60, TimeUnit.SECONDS);
        }
        assertThat(most.get()).isBetween(1L, 4L);
    }
}
