package dev.carmine.it.junit;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Finds threads that outlive what started them. */
public final class ThreadLeaks {
    private static final String PREFIX = "carmine";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private ThreadLeaks() {}

    /**
     * The live platform threads whose names begin with {@code carmine}.
     *
     * @return their names, sorted
     */
    public static List<String> live() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(PREFIX))
                .sorted()
                .toList();
    }

    /**
     * What these threads do.
     *
     * @return names, states and stacks
     */
    static String stacks() {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread.getName().startsWith(PREFIX)) {
                text.append('\n').append(thread.getName()).append(' ').append(thread.getState());
                for (StackTraceElement frame : stack) {
                    text.append("\n    at ").append(frame);
                }
            }
        });
        return text.toString();
    }

    /** Waits until no thread of Carmine lives any more; fails after ten seconds, telling what those that do are about. */
    public static void awaitNone() {
        try {
            Awaitility.await("threads of Carmine that should have ended")
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(10))
                    .until(ThreadLeaks::live, List::isEmpty);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(e.getMessage() + stacks(), e);
        }
    }
}
