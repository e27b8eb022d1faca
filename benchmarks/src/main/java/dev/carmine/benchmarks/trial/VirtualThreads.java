package dev.carmine.benchmarks.trial;

import java.util.concurrent.ThreadFactory;

/** Virtual threads, found by reflection because these classes are compiled for Java 17. */
final class VirtualThreads {
    private VirtualThreads() {}

    /**
     * A factory of virtual threads.
     *
     * @throws IllegalStateException if this JDK has none
     */
    static ThreadFactory factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Java " + Runtime.version().feature() + " has no virtual threads: use Java 21 or later.", e);
        }
    }
}
