package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.StringDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.TypeRef;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import dev.carmine.client.internal.command.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands on strings: text, numbers and bytes up to 512 MB under one key. */
public final class Strings {
    private Strings() {}

    // spotless:off
    /** Appends to the value of {@code key}, and returns the new length in bytes. O(1), since 2.0.0: <a href="https://redis.io/docs/latest/commands/append/">APPEND</a>. */
    @Redis("APPEND") public static Command<Long> append(String key, Object value) { return APPEND.command(key, value, LONG); }

    /** Subtracts one from the number at {@code key}, and returns it; a missing key counts as 0. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/decr/">DECR</a>. */
    @Redis("DECR") public static Command<Long> decr(String key) { return DECR.command(key, LONG); }

    /** Subtracts from the number at {@code key}, and returns it; a missing key counts as 0. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/decrby/">DECRBY</a>. */
    @Redis("DECRBY") public static Command<Long> decrby(String key, long decrement) { return DECRBY.key(key).arg(decrement).command(LONG); }

    /** Deletes {@code key} if its value meets a condition, and tells whether it did. O(1), O(N) in the length of the value for digests, since 8.4.0: <a href="https://redis.io/docs/latest/commands/delex/">DELEX</a>. */
    @Redis("DELEX") public static Command<Boolean> delex(String key, DelexIf condition) { return DELEX.key(key).args(condition.words()).command(BOOL); }

    /** Deletes {@code key} if its value equals another, and tells whether it did. O(1), since Valkey 9.0.0: <a href="https://valkey.io/commands/delifeq/">DELIFEQ</a>. */
    @Redis("DELIFEQ") public static Command<Boolean> delifeq(String key, Object expected) { return DELIFEQ.command(key, expected, BOOL); }

    /** Returns the XXH3 digest of the value in hexadecimal digits, for conditions on it, or null if {@code key} is missing. O(N) in the length of the value, since 8.4.0: <a href="https://redis.io/docs/latest/commands/digest/">DIGEST</a>. */
    @Redis("DIGEST") @ReadOnly public static Command<@Nullable String> digest(String key) { return DIGEST.command(key, NULLABLE_TEXT); }

    /** Returns the value of {@code key}, or null if there is none. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/get/">GET</a>. */
    @Redis("GET") @ReadOnly public static Command<@Nullable @Stored String> get(String key) { return GET.command(key, NULLABLE_VALUE); }

    /** Returns the value of {@code key} as an object of a type, or null if there is none. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/get/">GET</a>. */
    @Redis("GET") @ReadOnly public static <T> Command<@Nullable T> get(String key, Class<T> type) { return GET.command(key, valueAs(TypeRef.of(type))); }

    /** Returns the value of {@code key} as an object of a type with type arguments, or null if there is none. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/get/">GET</a>. */
    @Redis("GET") @ReadOnly public static <T> Command<@Nullable T> get(String key, TypeRef<T> type) { return GET.command(key, valueAs(type)); }

    /** Deletes {@code key}, and returns the value it had, or null if there was none. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/getdel/">GETDEL</a>. */
    @Redis("GETDEL") public static Command<@Nullable @Stored String> getdel(String key) { return GETDEL.command(key, NULLABLE_VALUE); }

    /** Changes the time to live of {@code key}, and returns its value, or null if there is none. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/getex/">GETEX</a>. */
    @Redis("GETEX") public static Command<@Nullable @Stored String> getex(String key, GetexArgs args) { return GETEX.key(key).args(args.words()).command(NULLABLE_VALUE); }

    /** Returns the bytes from {@code start} to {@code end}, both included; negative positions count from the end. Empty if {@code key} is missing. O(N) in the bytes returned, since 2.4.0: <a href="https://redis.io/docs/latest/commands/getrange/">GETRANGE</a>. */
    @Redis("GETRANGE") @ReadOnly public static Command<String> getrange(String key, long start, long end) { return GETRANGE.key(key).arg(start).arg(end).command(TEXT); }

    /** Sets {@code key}, and returns the value it had, or null if there was none. The time to live is lost. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/getset/">GETSET</a>. */
    @Redis("GETSET") public static Command<@Nullable @Stored String> getset(String key, Object value) { return GETSET.command(key, value, NULLABLE_VALUE); }

    /** Adds one to the number at {@code key}, and returns it; a missing key counts as 0. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/incr/">INCR</a>. */
    @Redis("INCR") public static Command<Long> incr(String key) { return INCR.command(key, LONG); }

    /** Adds to the number at {@code key}, and returns it; a missing key counts as 0. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/incrby/">INCRBY</a>. */
    @Redis("INCRBY") public static Command<Long> incrby(String key, long increment) { return INCRBY.key(key).arg(increment).command(LONG); }

    /** Adds to the floating-point number at {@code key}, and returns it; the server calculates with up to 17 digits after the point. O(1), since 2.6.0: <a href="https://redis.io/docs/latest/commands/incrbyfloat/">INCRBYFLOAT</a>. */
    @Redis("INCRBYFLOAT") public static Command<Double> incrbyfloat(String key, double increment) { return INCRBYFLOAT.key(key).arg(increment).command(DOUBLE); }

    /** Adds to the whole number at {@code key} within the bounds that the arguments set, and returns it with what was added; a missing key counts as 0. O(1), since 8.8.0: <a href="https://redis.io/docs/latest/commands/increx/">INCREX</a>. */
    @Redis("INCREX") public static Command<IncrexResult<Long>> increx(String key, long increment, IncrexArgs args) { return INCREX.key(key).arg("BYINT").arg(increment).args(args.wholeWords()).command(INCREX_RESULT); }

    /** Adds to the floating-point number at {@code key} within the bounds that the arguments set, and returns it with what was added; a missing key counts as 0. O(1), since 8.8.0: <a href="https://redis.io/docs/latest/commands/increx/">INCREX</a>. */
    @Redis("INCREX") public static Command<IncrexResult<Double>> increx(String key, double increment, IncrexArgs args) { return INCREX.key(key).arg("BYFLOAT").arg(increment).args(args.words()).command(INCREX_FLOAT_RESULT); }

    /** Returns the longest common subsequence of two values. O(N*M), since 7.0.0: <a href="https://redis.io/docs/latest/commands/lcs/">LCS</a>. */
    @Redis("LCS") @ReadOnly public static Command<String> lcs(String key1, String key2) { return LCS.key(key1).key(key2).command(TEXT); }

    /** Returns the length of the longest common subsequence of two values. O(N*M), since 7.0.0: <a href="https://redis.io/docs/latest/commands/lcs/">LCS</a>. */
    @Redis("LCS") @ReadOnly public static Command<Long> lcsLength(String key1, String key2) { return LCS.key(key1).key(key2).arg("LEN").command(LONG); }

    /** Returns which parts of two values make their longest common subsequence. O(N*M), since 7.0.0: <a href="https://redis.io/docs/latest/commands/lcs/">LCS</a>. */
    @Redis("LCS") @ReadOnly public static Command<LcsMatches> lcsMatches(String key1, String key2) { return LCS.key(key1).key(key2).arg("IDX").command(LCS_MATCHES); }

    /** Returns which parts of two values make their longest common subsequence, without parts that have fewer bytes than {@code minLength}. O(N*M), since 7.0.0: <a href="https://redis.io/docs/latest/commands/lcs/">LCS</a>. */
    @Redis("LCS") @ReadOnly public static Command<LcsMatches> lcsMatches(String key1, String key2, long minLength) { return LCS.key(key1).key(key2).arg("IDX").arg("MINMATCHLEN").arg(minLength).command(LCS_MATCHES); }

    /** Returns the values of the keys in their order; null for each that is missing or holds no string. O(N), since 1.0.0: <a href="https://redis.io/docs/latest/commands/mget/">MGET</a>. */
    @Redis("MGET") @ReadOnly public static Command<List<@Nullable @Stored String>> mget(String... keys) { return MGET.words().keys(keys).command(OPTIONAL_VALUES); }

    /** Sets all keys at once, and returns {@code OK}. O(N), since 1.0.1: <a href="https://redis.io/docs/latest/commands/mset/">MSET</a>. */
    @Redis("MSET") public static Command<String> mset(Map<String, ?> values) { return MSET.words().keysAndValues(values).command(TEXT); }

    /** Sets all keys or none as the arguments say, and tells whether their condition was met. O(N), since 8.4.0 and Valkey 9.1.0: <a href="https://redis.io/docs/latest/commands/msetex/">MSETEX</a>. */
    @Redis("MSETEX") public static Command<Boolean> msetex(Map<String, ?> values, MsetexArgs args) { return MSETEX.words().arg(values.size()).keysAndValues(values).args(args.words()).command(BOOL); }

    /** Sets all keys if none of them exists, and tells whether it did. O(N), since 1.0.1: <a href="https://redis.io/docs/latest/commands/msetnx/">MSETNX</a>. */
    @Redis("MSETNX") public static Command<Boolean> msetnx(Map<String, ?> values) { return MSETNX.words().keysAndValues(values).command(BOOL); }

    /** Sets {@code key} for some time, rounded up to milliseconds, and returns {@code OK}. O(1), since 2.6.0: <a href="https://redis.io/docs/latest/commands/psetex/">PSETEX</a>. */
    @Redis("PSETEX") public static Command<String> psetex(String key, Duration time, Object value) { return PSETEX.key(key).arg(Times.millis(time)).value(value).command(TEXT); }

    /** Sets {@code key}, whatever it was before, and returns true. The time to live is lost. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/set/">SET</a>. */
    @Redis("SET") public static Command<Boolean> set(String key, Object value) { return SET.command(key, value, IS_DONE); }

    /** Sets {@code key} as the arguments say, and tells whether their condition was met. O(1), since 2.6.12: <a href="https://redis.io/docs/latest/commands/set/">SET</a>. */
    @Redis("SET") public static Command<Boolean> set(String key, Object value, SetArgs args) { return SET.key(key).value(value).args(args.words()).command(IS_DONE); }

    /** Sets {@code key} as the arguments say, and returns the value it had, or null if there was none; whether the condition was met shows in that value alone; with {@link SetArgs#ifAbsent} since 7.0.0. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/set/">SET</a>. */
    @Redis("SET") public static Command<@Nullable @Stored String> setGet(String key, Object value, SetArgs args) { return SET.key(key).value(value).args(args.words()).arg("GET").command(NULLABLE_VALUE); }

    /** Sets {@code key} for a number of whole seconds, and returns {@code OK}. O(1), since 2.0.0: <a href="https://redis.io/docs/latest/commands/setex/">SETEX</a>. */
    @Redis("SETEX") public static Command<String> setex(String key, Duration time, Object value) { return SETEX.key(key).arg(Times.seconds(time, "SETEX", "psetex")).value(value).command(TEXT); }

    /** Sets {@code key} if it does not exist, and tells whether it did. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/setnx/">SETNX</a>. */
    @Redis("SETNX") public static Command<Boolean> setnx(String key, Object value) { return SETNX.command(key, value, BOOL); }

    /** Overwrites the bytes from {@code offset} on, filling a gap with zeros, and returns the new length in bytes. O(1) for short values, since 2.2.0: <a href="https://redis.io/docs/latest/commands/setrange/">SETRANGE</a>. */
    @Redis("SETRANGE") public static Command<Long> setrange(String key, long offset, Object value) { return SETRANGE.key(key).arg(offset).value(value).command(LONG); }

    /** Returns the length of the value in bytes; 0 if {@code key} is missing. O(1), since 2.2.0: <a href="https://redis.io/docs/latest/commands/strlen/">STRLEN</a>. */
    @Redis("STRLEN") @ReadOnly public static Command<Long> strlen(String key) { return STRLEN.command(key, LONG); }
    // spotless:on
}
