package dev.carmine.mq.internal.worker;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long something took, many times over: counted in buckets, sixteen to each power of two, so that a percentile is at
 * most a sixteenth too large. 8 kB, whatever is recorded. Thread-safe; what is read while others record may miss them in
 * part.
 */
public final class Timings {
    private static final int BITS = 4;
    private static final int PER_POWER = 1 << BITS;

    private final AtomicLongArray buckets = new AtomicLongArray(PER_POWER * (Long.SIZE - BITS));
    private final LongAdder count = new LongAdder();
    private final LongAdder sum = new LongAdder();
    private final LongAccumulator least = new LongAccumulator(Math::min, Long.MAX_VALUE);
    private final LongAccumulator most = new LongAccumulator(Math::max, 0);
    private volatile long last;

    /**
     * Records one time.
     *
     * @param nanos how long it took; negative ones count as zero
     */
    public void record(long nanos) {
        long time = Math.max(0, nanos);
        last = time;
        least.accumulate(time);
        most.accumulate(time);
        sum.add(time);
        count.increment();
        buckets.incrementAndGet(bucketOf(time));
    }

    /**
     * How many were recorded.
     *
     * @return the count
     */
    public long count() {
        return count.sum();
    }

    /**
     * The one recorded last.
     *
     * @return nanoseconds; 0 if there was none
     */
    public long last() {
        return last;
    }

    /**
     * The shortest.
     *
     * @return nanoseconds; 0 if there was none
     */
    public long least() {
        long value = least.get();
        return value == Long.MAX_VALUE ? 0 : value;
    }

    /**
     * The longest.
     *
     * @return nanoseconds; 0 if there was none
     */
    public long most() {
        return most.get();
    }

    /**
     * The mean.
     *
     * @return nanoseconds; 0 if there was none
     */
    public long mean() {
        long n = count();
        return n == 0 ? 0 : sum.sum() / n;
    }

    /**
     * A time that so many of a hundred did not exceed.
     *
     * @param percent from 0 to 100
     * @return nanoseconds, at most a sixteenth too large; 0 if there was none
     */
    public long percentile(double percent) {
        long total = 0;
        for (int i = 0; i < buckets.length(); i++) {
            total += buckets.get(i);
        }
        long rank = Math.max(1, (long) Math.ceil(total * percent / 100));
        long seen = 0;
        for (int i = 0; i < buckets.length(); i++) {
            seen += buckets.get(i);
            if (seen >= rank) {
                return Math.min(largestOf(i), most());
            }
        }
        return 0;
    }

    /** Numbers below sixteen have buckets of their own. */
    private static int bucketOf(long time) {
        if (time < PER_POWER) {
            return (int) time;
        }
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(time);
        int within = (int) (time >>> (power - BITS)) - PER_POWER;
        return PER_POWER * (power - BITS + 1) + within;
    }

    private static long largestOf(int bucket) {
        if (bucket < PER_POWER) {
            return bucket;
        }
        int shift = bucket / PER_POWER - 1;
        return ((PER_POWER + bucket % PER_POWER + 1L) << shift) - 1;
    }
}
