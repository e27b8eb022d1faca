package dev.carmine.client.command;

import static dev.carmine.client.internal.command.Blocking.SECONDS_FIFTH;
import static dev.carmine.client.internal.command.Blocking.SECONDS_FIRST;
import static dev.carmine.client.internal.command.Blocking.SECONDS_LAST;
import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ListDecoders.*;
import static dev.carmine.client.internal.reply.ResultDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Blocks;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import dev.carmine.client.internal.command.Stored;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands on lists. */
public final class Lists {
    private Lists() {}

    // spotless:off
    /** Moves an element from one list to another as soon as there is one, and returns it, or null when the time is over; zero waits for ever. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/blmove/">BLMOVE</a>. */
    @Redis("BLMOVE") @Blocks(SECONDS_LAST) public static Command<@Nullable @Stored String> blmove(String source, String destination, ListSide from, ListSide to, Duration timeout) { return BLMOVE.key(source).key(destination).arg(from.name()).arg(to.name()).arg(Times.blockingSeconds(timeout)).command(NULLABLE_VALUE); }

    /** Moves elements from one list to another as soon as there are enough, and returns them in the order in which they arrive, or null when the time is over; zero waits for ever. O(N) in the elements moved, since 8.10.0: <a href="https://redis.io/docs/latest/commands/blmovem/">BLMOVEM</a>. */
    @Redis("BLMOVEM") @Blocks(SECONDS_FIFTH) public static Command<@Nullable List<@Stored String>> blmovem(String source, String destination, ListSide from, ListSide to, Duration timeout, LmovemArgs args) { return BLMOVEM.key(source).key(destination).arg(from.name()).arg(to.name()).arg(Times.blockingSeconds(timeout)).args(args.words()).command(NULLABLE_VALUES); }

    /** Takes the first or last element of the first list that has one, as soon as one does; null when the time is over; zero waits for ever. O(N) in the keys, since 7.0.0: <a href="https://redis.io/docs/latest/commands/blmpop/">BLMPOP</a>. */
    @Redis("BLMPOP") @Blocks(SECONDS_FIRST) public static Command<@Nullable KeyedElements<@Stored String>> blmpop(Duration timeout, ListSide from, String... keys) { return BLMPOP.words().arg(Times.blockingSeconds(timeout)).arg(keys.length).keys(keys).arg(from.name()).command(NULLABLE_KEYED_ELEMENTS); }

    /** Takes up to {@code count} elements from one end of the first list that has any, as soon as one does; null when the time is over; zero waits for ever. O(N) in the keys and the count, since 7.0.0: <a href="https://redis.io/docs/latest/commands/blmpop/">BLMPOP</a>. */
    @Redis("BLMPOP") @Blocks(SECONDS_FIRST) public static Command<@Nullable KeyedElements<@Stored String>> blmpop(Duration timeout, ListSide from, long count, String... keys) { return BLMPOP.words().arg(Times.blockingSeconds(timeout)).arg(keys.length).keys(keys).arg(from.name()).arg("COUNT").arg(Amounts.positive("count", count)).command(NULLABLE_KEYED_ELEMENTS); }

    /** Takes the first element of the first list that has one, as soon as one does; null when the time is over; zero waits for ever. O(N) in the keys, since 2.0.0: <a href="https://redis.io/docs/latest/commands/blpop/">BLPOP</a>. */
    @Redis("BLPOP") @Blocks(SECONDS_LAST) public static Command<@Nullable KeyedElement<@Stored String>> blpop(Duration timeout, String... keys) { return BLPOP.words().keys(keys).arg(Times.blockingSeconds(timeout)).command(NULLABLE_KEYED_ELEMENT); }

    /** Takes the last element of the first list that has one, as soon as one does; null when the time is over; zero waits for ever. O(N) in the keys, since 2.0.0: <a href="https://redis.io/docs/latest/commands/brpop/">BRPOP</a>. */
    @Redis("BRPOP") @Blocks(SECONDS_LAST) public static Command<@Nullable KeyedElement<@Stored String>> brpop(Duration timeout, String... keys) { return BRPOP.words().keys(keys).arg(Times.blockingSeconds(timeout)).command(NULLABLE_KEYED_ELEMENT); }

    /** Does what {@code blmove(source, destination, RIGHT, LEFT, timeout)} does, which Redis recommends instead since 6.2. O(1), since 2.2.0: <a href="https://redis.io/docs/latest/commands/brpoplpush/">BRPOPLPUSH</a>. */
    @Redis("BRPOPLPUSH") @Blocks(SECONDS_LAST) public static Command<@Nullable @Stored String> brpoplpush(String source, String destination, Duration timeout) { return BRPOPLPUSH.key(source).key(destination).arg(Times.blockingSeconds(timeout)).command(NULLABLE_VALUE); }

    /** Returns the element at a position, counted from the end if negative, or null if there is none. O(N) in the elements passed, since 1.0.0: <a href="https://redis.io/docs/latest/commands/lindex/">LINDEX</a>. */
    @Redis("LINDEX") @ReadOnly public static Command<@Nullable @Stored String> lindex(String key, long index) { return LINDEX.key(key).arg(index).command(NULLABLE_VALUE); }

    /** Inserts beside the first element that equals {@code pivot}, and returns the new length; -1 if there is no pivot, 0 if {@code key} is missing. O(N) in the elements passed, since 2.2.0: <a href="https://redis.io/docs/latest/commands/linsert/">LINSERT</a>. */
    @Redis("LINSERT") public static Command<Long> linsert(String key, ListPosition position, Object pivot, Object element) { return LINSERT.key(key).arg(position.name()).value(pivot).value(element).command(LONG); }

    /** Returns the length of the list; 0 if {@code key} is missing. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/llen/">LLEN</a>. */
    @Redis("LLEN") @ReadOnly public static Command<Long> llen(String key) { return LLEN.command(key, LONG); }

    /** Moves an element from one list to another, and returns it, or null if there is none. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/lmove/">LMOVE</a>. */
    @Redis("LMOVE") public static Command<@Nullable @Stored String> lmove(String source, String destination, ListSide from, ListSide to) { return LMOVE.key(source).key(destination).arg(from.name()).arg(to.name()).command(NULLABLE_VALUE); }

    /** Moves elements from one list to another, and returns them in the order in which they arrive: none if there is none, null if there are fewer than exactly asked for. O(N) in the elements moved, since 8.10.0: <a href="https://redis.io/docs/latest/commands/lmovem/">LMOVEM</a>. */
    @Redis("LMOVEM") public static Command<@Nullable List<@Stored String>> lmovem(String source, String destination, ListSide from, ListSide to, LmovemArgs args) { return LMOVEM.key(source).key(destination).arg(from.name()).arg(to.name()).args(args.words()).command(NULLABLE_VALUES); }

    /** Takes the first or last element of the first list that has one, or null if all keys are missing. O(N) in the keys, since 7.0.0: <a href="https://redis.io/docs/latest/commands/lmpop/">LMPOP</a>. */
    @Redis("LMPOP") public static Command<@Nullable KeyedElements<@Stored String>> lmpop(ListSide from, String... keys) { return LMPOP.words().arg(keys.length).keys(keys).arg(from.name()).command(NULLABLE_KEYED_ELEMENTS); }

    /** Takes up to {@code count} elements from one end of the first list that has any, or null if all keys are missing. O(N) in the keys and the count, since 7.0.0: <a href="https://redis.io/docs/latest/commands/lmpop/">LMPOP</a>. */
    @Redis("LMPOP") public static Command<@Nullable KeyedElements<@Stored String>> lmpop(ListSide from, long count, String... keys) { return LMPOP.words().arg(keys.length).keys(keys).arg(from.name()).arg("COUNT").arg(Amounts.positive("count", count)).command(NULLABLE_KEYED_ELEMENTS); }

    /** Takes the first element, or null if {@code key} is missing. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/lpop/">LPOP</a>. */
    @Redis("LPOP") public static Command<@Nullable @Stored String> lpop(String key) { return LPOP.command(key, NULLABLE_VALUE); }

    /** Takes up to {@code count} elements from the head, or null if {@code key} is missing. O(N) in the count, since 6.2.0: <a href="https://redis.io/docs/latest/commands/lpop/">LPOP</a>. */
    @Redis("LPOP") public static Command<@Nullable List<@Stored String>> lpop(String key, long count) { return LPOP.key(key).arg(count).command(NULLABLE_VALUES); }

    /** Returns the position of the first element that equals another, or null if none does. O(N), since 6.0.6: <a href="https://redis.io/docs/latest/commands/lpos/">LPOS</a>. */
    @Redis("LPOS") @ReadOnly public static Command<@Nullable Long> lpos(String key, Object element) { return LPOS.command(key, element, NULLABLE_LONG); }

    /** Returns the position of an element that equals another and that the arguments choose, or null if there is none. O(N), since 6.0.6: <a href="https://redis.io/docs/latest/commands/lpos/">LPOS</a>. */
    @Redis("LPOS") @ReadOnly public static Command<@Nullable Long> lpos(String key, Object element, LposArgs args) { return LPOS.key(key).value(element).args(args.words()).command(NULLABLE_LONG); }

    /** Returns the positions of up to {@code count} elements that equal another, of all if it is 0. O(N), since 6.0.6: <a href="https://redis.io/docs/latest/commands/lpos/">LPOS</a>. */
    @Redis("LPOS") @ReadOnly public static Command<List<Long>> lpos(String key, Object element, long count) { return LPOS.key(key).value(element).arg("COUNT").arg(count).command(LONGS); }

    /** Returns the positions of up to {@code count} elements that equal another and that the arguments choose, of all if it is 0. O(N), since 6.0.6: <a href="https://redis.io/docs/latest/commands/lpos/">LPOS</a>. */
    @Redis("LPOS") @ReadOnly public static Command<List<Long>> lpos(String key, Object element, long count, LposArgs args) { return LPOS.key(key).value(element).arg("COUNT").arg(count).args(args.words()).command(LONGS); }

    /** Pushes elements at the head one after the other, and returns the new length. O(N) in the elements pushed, since 1.0.0: <a href="https://redis.io/docs/latest/commands/lpush/">LPUSH</a>. */
    @Redis("LPUSH") public static Command<Long> lpush(String key, Object... elements) { return LPUSH.key(key).values(elements).command(LONG); }

    /** Pushes elements at the head if the list exists, and returns the new length; 0 if it does not. O(N) in the elements pushed, since 2.2.0: <a href="https://redis.io/docs/latest/commands/lpushx/">LPUSHX</a>. */
    @Redis("LPUSHX") public static Command<Long> lpushx(String key, Object... elements) { return LPUSHX.key(key).values(elements).command(LONG); }

    /** Returns the elements from {@code start} to {@code stop}, both included; negative positions count from the end. O(N) in the elements passed and returned, since 1.0.0: <a href="https://redis.io/docs/latest/commands/lrange/">LRANGE</a>. */
    @Redis("LRANGE") @ReadOnly public static Command<List<@Stored String>> lrange(String key, long start, long stop) { return LRANGE.key(key).arg(start).arg(stop).command(VALUES); }

    /** Removes elements that equal another, and returns how many: the first {@code count} from the head, from the tail if it is negative, all if it is 0. O(N), since 1.0.0: <a href="https://redis.io/docs/latest/commands/lrem/">LREM</a>. */
    @Redis("LREM") public static Command<Long> lrem(String key, long count, Object element) { return LREM.key(key).arg(count).value(element).command(LONG); }

    /** Replaces the element at a position, and returns {@code OK}; an error if there is none. O(N) in the elements passed, since 1.0.0: <a href="https://redis.io/docs/latest/commands/lset/">LSET</a>. */
    @Redis("LSET") public static Command<String> lset(String key, long index, Object element) { return LSET.key(key).arg(index).value(element).command(TEXT); }

    /** Keeps the elements from {@code start} to {@code stop}, both included, removes the others, and returns {@code OK}. O(N) in the elements removed, since 1.0.0: <a href="https://redis.io/docs/latest/commands/ltrim/">LTRIM</a>. */
    @Redis("LTRIM") public static Command<String> ltrim(String key, long start, long stop) { return LTRIM.key(key).arg(start).arg(stop).command(TEXT); }

    /** Takes the last element, or null if {@code key} is missing. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/rpop/">RPOP</a>. */
    @Redis("RPOP") public static Command<@Nullable @Stored String> rpop(String key) { return RPOP.command(key, NULLABLE_VALUE); }

    /** Takes up to {@code count} elements from the tail, the last one first, or null if {@code key} is missing. O(N) in the count, since 6.2.0: <a href="https://redis.io/docs/latest/commands/rpop/">RPOP</a>. */
    @Redis("RPOP") public static Command<@Nullable List<@Stored String>> rpop(String key, long count) { return RPOP.key(key).arg(count).command(NULLABLE_VALUES); }

    /** Does what {@code lmove(source, destination, RIGHT, LEFT)} does, which Redis recommends instead since 6.2. O(1), since 1.2.0: <a href="https://redis.io/docs/latest/commands/rpoplpush/">RPOPLPUSH</a>. */
    @Redis("RPOPLPUSH") public static Command<@Nullable @Stored String> rpoplpush(String source, String destination) { return RPOPLPUSH.key(source).key(destination).command(NULLABLE_VALUE); }

    /** Pushes elements at the tail one after the other, and returns the new length. O(N) in the elements pushed, since 1.0.0: <a href="https://redis.io/docs/latest/commands/rpush/">RPUSH</a>. */
    @Redis("RPUSH") public static Command<Long> rpush(String key, Object... elements) { return RPUSH.key(key).values(elements).command(LONG); }

    /** Pushes elements at the tail if the list exists, and returns the new length; 0 if it does not. O(N) in the elements pushed, since 2.2.0: <a href="https://redis.io/docs/latest/commands/rpushx/">RPUSHX</a>. */
    @Redis("RPUSHX") public static Command<Long> rpushx(String key, Object... elements) { return RPUSHX.key(key).values(elements).command(LONG); }
    // spotless:on
}
