package dev.carmine.client;

import dev.carmine.client.command.ScanArgs;
import dev.carmine.client.command.ScanResult;
import dev.carmine.client.command.SyncCommands;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Everything that {@code SCAN}, {@code HSCAN}, {@code SSCAN} or {@code ZSCAN} gives, one element after the other:
 *
 * <pre>{@code
 * for (String key : Scan.keys(redis, "user:*")) {
 *     use(key);
 * }
 * Scan.of(cursor -> redis.as(User.class).hscan("users", cursor)).stream().map(Map.Entry::getValue);
 * }</pre>
 *
 * <p>The next step is asked for when the elements of the last one are used up, so that one who stops early asks for no
 * more, and neither client nor server ever holds all of them. What is there from the first step to the last comes at least
 * once, perhaps several times; see {@link #distinct}. What comes or goes meanwhile may be missing. If a step fails its
 * exception is thrown by the iterator; asked again, it repeats that step. Immutable; each iterator begins anew, and is not
 * thread-safe.
 *
 * @param <T> the type of the elements
 * @see <a href="https://redis.io/docs/latest/commands/scan/">SCAN</a>
 */
public final class Scan<T> implements Iterable<T> {
    private final Function<? super String, ScanResult<T>> step;
    private final boolean distinct;

    /** Large enough that few steps are needed, small enough that each is short. */
    private static final int KEYS_A_STEP = 1_000;

    private Scan(Function<? super String, ScanResult<T>> step, boolean distinct) {
        this.step = step;
        this.distinct = distinct;
    }

    /**
     * The keys that match a pattern, as {@code KEYS} gives them, but without holding up the server for all of them: some
     * thousand keys are looked at in each step.
     *
     * @param redis the client, a view of it, or a session
     * @param pattern a pattern with {@code *}, {@code ?}, {@code [ae]} and {@code \\} to escape them
     * @return a scan of which nothing has run yet; a key may come several times, unless it is {@link #distinct}
     */
    public static Scan<String> keys(SyncCommands<?> redis, String pattern) {
        ScanArgs args = ScanArgs.matching(pattern).count(KEYS_A_STEP);
        return of(cursor -> redis.scan(cursor, args));
    }

    /**
     * A scan of which nothing has run yet.
     *
     * @param step asks for the elements at a cursor; the cursor comes from the step before
     * @param <T> the type of the elements
     * @return the scan
     */
    public static <T> Scan<T> of(Function<? super String, ScanResult<T>> step) {
        return new Scan<>(Objects.requireNonNull(step, "step"), false);
    }

    /**
     * The same with each element once, by its {@code equals}. Those that have come are kept in memory for that.
     *
     * @return the scan
     */
    public Scan<T> distinct() {
        return new Scan<>(step, true);
    }

    @Override
    public Iterator<T> iterator() {
        return new Elements<>(step, distinct ? new HashSet<>() : null);
    }

    /**
     * The elements as a stream, which needs not be closed.
     *
     * @return a new, sequential stream
     */
    public Stream<T> stream() {
        int characteristics = Spliterator.NONNULL | (distinct ? Spliterator.DISTINCT : 0);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), characteristics), false);
    }

    private static final class Elements<T> implements Iterator<T> {
        private final Function<? super String, ScanResult<T>> step;

        /** What has come before; null if that does not matter. */
        private final @Nullable Set<T> seen;

        /** What is left of the last step. */
        private Iterator<T> rest = Collections.emptyIterator();

        /** Where the next step begins; null if there is none. */
        private @Nullable String cursor = ScanResult.START;

        private @Nullable T next;

        Elements(Function<? super String, ScanResult<T>> step, @Nullable Set<T> seen) {
            this.step = step;
            this.seen = seen;
        }

        @Override
        public boolean hasNext() {
            while (next == null) {
                if (rest.hasNext()) {
                    T candidate = rest.next();
                    next = seen == null || seen.add(candidate) ? candidate : null;
                } else if (cursor != null) {
                    ScanResult<T> result = step.apply(cursor);
                    rest = result.elements().iterator();
                    cursor = result.isFinished() ? null : result.cursor();
                } else {
                    return false;
                }
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException("the scan has ended");
            }
            T element = next;
            next = null;
            return element;
        }
    }
}
