package dev.carmine.it.junit;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

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

    /** Waits until no thread of Carmine lives any more; fails after ten seconds, naming those that do. */
    public static void awaitNone() {
        Awaitility.await("threads of Carmine that should have ended")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(ThreadLeaks::live, List::isEmpty);
    }
}
