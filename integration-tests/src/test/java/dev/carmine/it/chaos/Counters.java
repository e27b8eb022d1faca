package dev.carmine.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.Commands;
import dev.carmine.it.server.RedisServer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Counters on the server, and what those who increment them were told. In the end each counter must lie between the
 * successes, and the successes with all that may have run.
 */
final class Counters {
    private final List<Counter> counters =
            IntStream.range(0, 8).mapToObj(i -> new Counter("counter:" + i)).toList();

    /** An INCR of one of the counters. */
    Errand<?> increment(SplittableRandom random) {
        return new Increment(counters.get(random.nextInt(counters.size())));
    }

    /** How many INCRs are of unknown fate. */
    long unknown() {
        return counters.stream().mapToLong(counter -> counter.unknown.sum()).sum();
    }

    /** Compares with the server, on which nothing may be under way any more. */
    void assertTrue(RedisServer server) {
        for (Counter counter : counters) {
            Object value = server.call("GET", counter.key);
            long succeeded = counter.succeeded.sum();
            assertThat(value == null ? 0 : Long.parseLong(value.toString()))
                    .as("%s after %d successes and %d of unknown fate", counter.key, succeeded, counter.unknown.sum())
                    .isBetween(succeeded, succeeded + counter.unknown.sum());
        }
    }

    private static final class Counter {
        private final String key;
        private final LongAdder succeeded = new LongAdder();
        private final LongAdder unknown = new LongAdder();

        Counter(String key) {
            this.key = key;
        }
    }

    private static final class Increment extends Errand<Long> {
        private final Counter counter;

        /** So many INCRs had succeeded before this one was sent; it counts on from there. */
        private final long least;

        Increment(Counter counter) {
            super(Commands.incr(counter.key));
            this.counter = counter;
            this.least = counter.succeeded.sum();
        }

        @Override
        void succeeded(Long value) {
            counter.succeeded.increment();
            assertThat(value).as("reply to INCR of %s", counter.key).isGreaterThan(least);
        }

        @Override
        void mayHaveRun() {
            counter.unknown.increment();
        }
    }
}
