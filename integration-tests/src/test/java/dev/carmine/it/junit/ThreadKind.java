package dev.carmine.it.junit;

import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The kinds of threads that callers can be: platform threads, and virtual ones where the JVM has them. */
public enum ThreadKind {
    /** A thread of the operating system. */
    PLATFORM {
        @Override
        public Thread start(String name, Runnable task) {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
            return thread;
        }
    },
    /** A virtual thread; since JDK 21, while this code is compiled for 17. */
    VIRTUAL {
        @Override
        public Thread start(String name, Runnable task) {
            try {
                Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
                Class<?> type = Class.forName("java.lang.Thread$Builder");
                Method start = type.getMethod("start", Runnable.class);
                return (Thread)
                        start.invoke(type.getMethod("name", String.class).invoke(builder, name), task);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("this JVM starts no virtual threads", e);
            }
        }

        @Override
        public boolean isAvailable() {
            return Runtime.version().feature() >= 21;
        }
    };

    private static final System.Logger LOG = System.getLogger(ThreadKind.class.getName());

    /**
     * Starts a daemon thread.
     *
     * @param name its name
     * @param task what it does
     * @return the running thread
     */
    public abstract Thread start(String name, Runnable task);

    /**
     * Whether this JVM has threads of this kind.
     *
     * @return true for platform threads
     */
    public boolean isAvailable() {
        return true;
    }

    /** Skips the test, and says so, if this JVM does not have threads of this kind. */
    public void assumeAvailable() {
        if (!isAvailable()) {
            String reason = "needs virtual threads, which came with JDK 21; this is " + Runtime.version();
            LOG.log(Level.WARNING, "SKIPPED: {0}", reason);
            Assumptions.abort(reason);
        }
    }

    /**
     * The kinds this JVM has; a source for parameterized tests.
     *
     * @return platform threads, and virtual ones from JDK 21 on
     */
    public static Stream<ThreadKind> available() {
        return Arrays.stream(values()).filter(ThreadKind::isAvailable);
    }
}
