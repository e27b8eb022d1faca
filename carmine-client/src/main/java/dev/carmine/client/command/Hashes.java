package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ResultDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import dev.carmine.client.internal.command.Stored;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands on hashes: fields with values under one key. */
public final class Hashes {
    private Hashes() {}

    // spotless:off
    /** Deletes fields, and returns how many of them existed. O(N), since 2.0.0: <a href="https://redis.io/docs/latest/commands/hdel/">HDEL</a>. */
    @Redis("HDEL") public static Command<Long> hdel(String key, String... fields) { return HDEL.key(key).args(fields).command(LONG); }

    /** Tells whether the field exists. O(1), since 2.0.0: <a href="https://redis.io/docs/latest/commands/hexists/">HEXISTS</a>. */
    @Redis("HEXISTS") @ReadOnly public static Command<Boolean> hexists(String key, String field) { return HEXISTS.command(key, field, BOOL); }

    /** Returns the value of the field, or null if there is none. O(1), since 2.0.0: <a href="https://redis.io/docs/latest/commands/hget/">HGET</a>. */
    @Redis("HGET") @ReadOnly public static Command<@Nullable @Stored String> hget(String key, String field) { return HGET.command(key, field, NULLABLE_VALUE); }

    /** Returns all fields with their values; empty if {@code key} is missing. O(N), since 2.0.0: <a href="https://redis.io/docs/latest/commands/hgetall/">HGETALL</a>. */
    @Redis("HGETALL") @ReadOnly public static Command<Map<String, @Stored String>> hgetall(String key) { return HGETALL.command(key, VALUE_MAP); }

    /** Forgets the names of fields that were prepared on this connection, and tells whether there were any; runs in a session. O(N) in what is prepared, since 8.10.0: <a href="https://redis.io/docs/latest/commands/himport-discard/">HIMPORT DISCARD</a>. */
    @Redis("HIMPORT DISCARD") public static Command<Boolean> himportDiscard(String fieldset) { return HIMPORT_DISCARD.words().arg(fieldset).command(BOOL); }

    /** Forgets all that was prepared on this connection, and returns how much that was; runs in a session. O(N) in what is prepared, since 8.10.0: <a href="https://redis.io/docs/latest/commands/himport-discardall/">HIMPORT DISCARDALL</a>. */
    @Redis("HIMPORT DISCARDALL") public static Command<Long> himportDiscardall() { return HIMPORT_DISCARDALL.command(LONG); }

    /** Prepares a list of names of fields on this connection, for hashes that are to have just these; runs in a session. O(N log N), since 8.10.0: <a href="https://redis.io/docs/latest/commands/himport-prepare/">HIMPORT PREPARE</a>. */
    @Redis("HIMPORT PREPARE") public static Command<String> himportPrepare(String fieldset, String... fields) { return HIMPORT_PREPARE.words().arg(fieldset).args(fields).command(TEXT); }

    /** Makes a hash of values for the fields that were prepared, in their order, whatever {@code key} had before; runs in a session. O(N), since 8.10.0: <a href="https://redis.io/docs/latest/commands/himport-set/">HIMPORT SET</a>. */
    @Redis("HIMPORT SET") public static Command<String> himportSet(String key, String fieldset, Object... values) { return HIMPORT_SET.key(key).arg(fieldset).values(values).command(TEXT); }

    /** Adds to the number in the field, and returns it; a missing field counts as 0. O(1), since 2.0.0: <a href="https://redis.io/docs/latest/commands/hincrby/">HINCRBY</a>. */
    @Redis("HINCRBY") public static Command<Long> hincrby(String key, String field, long increment) { return HINCRBY.key(key).arg(field).arg(increment).command(LONG); }

    /** Adds to the floating-point number in the field, and returns it; a missing field counts as 0. O(1), since 2.6.0: <a href="https://redis.io/docs/latest/commands/hincrbyfloat/">HINCRBYFLOAT</a>. */
    @Redis("HINCRBYFLOAT") public static Command<Double> hincrbyfloat(String key, String field, double increment) { return HINCRBYFLOAT.key(key).arg(field).arg(increment).command(DOUBLE); }

    /** Returns all fields; empty if {@code key} is missing. O(N), since 2.0.0: <a href="https://redis.io/docs/latest/commands/hkeys/">HKEYS</a>. */
    @Redis("HKEYS") @ReadOnly public static Command<Set<String>> hkeys(String key) { return HKEYS.command(key, TEXT_SET); }

    /** Returns how many fields there are; 0 if {@code key} is missing. O(1), since 2.0.0: <a href="https://redis.io/docs/latest/commands/hlen/">HLEN</a>. */
    @Redis("HLEN") @ReadOnly public static Command<Long> hlen(String key) { return HLEN.command(key, LONG); }

    /** Returns the values of the fields in their order; null for each that is missing. O(N), since 2.0.0: <a href="https://redis.io/docs/latest/commands/hmget/">HMGET</a>. */
    @Redis("HMGET") @ReadOnly public static Command<List<@Nullable @Stored String>> hmget(String key, String... fields) { return HMGET.key(key).args(fields).command(OPTIONAL_VALUES); }

    /** Returns a random field, or null if {@code key} is missing. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/hrandfield/">HRANDFIELD</a>. */
    @Redis("HRANDFIELD") @ReadOnly public static Command<@Nullable String> hrandfield(String key) { return HRANDFIELD.command(key, NULLABLE_TEXT); }

    /** Returns up to {@code count} different random fields, or exactly as many with repetitions if it is negative; empty if {@code key} is missing. O(N) in the count, since 6.2.0: <a href="https://redis.io/docs/latest/commands/hrandfield/">HRANDFIELD</a>. */
    @Redis("HRANDFIELD") @ReadOnly public static Command<List<String>> hrandfield(String key, long count) { return HRANDFIELD.key(key).arg(count).command(TEXTS); }

    /** Returns random fields with their values: up to {@code count} different ones, or exactly as many with repetitions if it is negative; empty if {@code key} is missing. O(N) in the count, since 6.2.0: <a href="https://redis.io/docs/latest/commands/hrandfield/">HRANDFIELD</a>. */
    @Redis("HRANDFIELD") @ReadOnly public static Command<List<Map.Entry<String, @Stored String>>> hrandfieldWithValues(String key, long count) { return HRANDFIELD.key(key).arg(count).arg("WITHVALUES").command(ENTRIES); }

    /** Returns some fields with their values and the cursor of the next step; begin with {@link ScanResult#START}. O(1) a step, since 2.8.0: <a href="https://redis.io/docs/latest/commands/hscan/">HSCAN</a>. */
    @Redis("HSCAN") @ReadOnly public static Command<ScanResult<Map.Entry<String, @Stored String>>> hscan(String key, String cursor) { return HSCAN.key(key).arg(cursor).command(SCANNED_ENTRIES); }

    /** Returns some of the fields that the arguments choose with their values, and the cursor of the next step; begin with {@link ScanResult#START}. O(1) a step, since 2.8.0: <a href="https://redis.io/docs/latest/commands/hscan/">HSCAN</a>. */
    @Redis("HSCAN") @ReadOnly public static Command<ScanResult<Map.Entry<String, @Stored String>>> hscan(String key, String cursor, ScanArgs args) { return HSCAN.key(key).arg(cursor).args(args.words()).command(SCANNED_ENTRIES); }

    /** Returns some fields without their values and the cursor of the next step; begin with {@link ScanResult#START}. O(1) a step, since 7.4.0: <a href="https://redis.io/docs/latest/commands/hscan/">HSCAN</a>. */
    @Redis("HSCAN") @ReadOnly public static Command<ScanResult<String>> hscanFields(String key, String cursor) { return HSCAN.key(key).arg(cursor).arg("NOVALUES").command(SCANNED_KEYS); }

    /** Returns some of the fields that the arguments choose without their values, and the cursor of the next step; begin with {@link ScanResult#START}. O(1) a step, since 7.4.0: <a href="https://redis.io/docs/latest/commands/hscan/">HSCAN</a>. */
    @Redis("HSCAN") @ReadOnly public static Command<ScanResult<String>> hscanFields(String key, String cursor, ScanArgs args) { return HSCAN.key(key).arg(cursor).args(args.words()).arg("NOVALUES").command(SCANNED_KEYS); }

    /** Sets the field, and returns 1 if it is new, 0 if it had a value. O(1), since 2.0.0: <a href="https://redis.io/docs/latest/commands/hset/">HSET</a>. */
    @Redis("HSET") public static Command<Long> hset(String key, String field, Object value) { return HSET.key(key).arg(field).value(value).command(LONG); }

    /** Sets fields, and returns how many of them are new. O(N), since 4.0.0: <a href="https://redis.io/docs/latest/commands/hset/">HSET</a>. */
    @Redis("HSET") public static Command<Long> hset(String key, Map<String, ?> values) { return HSET.key(key).fieldsAndValues(values).command(LONG); }

    /** Sets the field if it does not exist, and tells whether it did. O(1), since 2.0.0: <a href="https://redis.io/docs/latest/commands/hsetnx/">HSETNX</a>. */
    @Redis("HSETNX") public static Command<Boolean> hsetnx(String key, String field, Object value) { return HSETNX.key(key).arg(field).value(value).command(BOOL); }

    /** Returns the length of the field's value in bytes; 0 if it is missing. O(1), since 3.2.0: <a href="https://redis.io/docs/latest/commands/hstrlen/">HSTRLEN</a>. */
    @Redis("HSTRLEN") @ReadOnly public static Command<Long> hstrlen(String key, String field) { return HSTRLEN.command(key, field, LONG); }

    /** Returns all values; empty if {@code key} is missing. O(N), since 2.0.0: <a href="https://redis.io/docs/latest/commands/hvals/">HVALS</a>. */
    @Redis("HVALS") @ReadOnly public static Command<List<@Stored String>> hvals(String key) { return HVALS.command(key, VALUES); }
    // spotless:on
}
