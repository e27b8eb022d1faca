package dev.carmine.benchmarks.trial;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What this process has used since its start.
 *
 * @param nanoTime clock, in nanoseconds
 * @param cpuNanos CPU time of all threads, the JVM's own included, in nanoseconds; Linux counts it in steps of ten
 *     milliseconds
 * @param allocatedBytes bytes allocated by all Java threads
 */
record Usage(long nanoTime, long cpuNanos, long allocatedBytes) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final @Nullable Method TOTAL_ALLOCATED = totalAllocated();

    static Usage now() {
        return new Usage(System.nanoTime(), SYSTEM.getProcessCpuTime(), allocated());
    }

    Usage since(Usage start) {
        return new Usage(nanoTime - start.nanoTime, cpuNanos - start.cpuNanos, allocatedBytes - start.allocatedBytes);
    }

    /** Before JDK 21 there is no total: the sum over the threads that are alive misses those that have ended. */
    private static long allocated() {
        if (TOTAL_ALLOCATED == null) {
            long[] byThread = THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds());
            return Arrays.stream(byThread).filter(bytes -> bytes > 0).sum();
        }
        try {
            return (long) TOTAL_ALLOCATED.invoke(THREADS);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The JVM does not tell what was allocated.", e);
        }
    }

    private static @Nullable Method totalAllocated() {
        try {
            return ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes");
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
