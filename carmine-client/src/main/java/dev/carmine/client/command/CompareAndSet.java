package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.command.Emulation.*;
import static dev.carmine.client.internal.reply.Decoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Redis;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writing only what nobody has changed in between: if a value is still the expected one. Where the server has a command
 * for that, it is used; elsewhere, and where it is not known yet which server it is, a script does the same.
 *
 * <p>What is compared is the bytes stored. An expected object is written by the client's serializer, and equals what was
 * written by the same serializer from the same fields in the same order: not an object of a type that has got a field
 * since, nor one compressed otherwise. Where that is not sure, read the bytes and expect them, as
 * {@link dev.carmine.client.Swaps swaps} do. Scripts compare an expected value of more than 1 KiB by its SHA-1, so that it
 * need not travel.
 *
 * <p>A key's time to live stays as it is, unless arguments say otherwise; that of a hash field ends, as with
 * {@code HSET}. None of these is sent again by itself if its reply was lost, since a second run would answer for the
 * first.
 */
public final class CompareAndSet {
    private CompareAndSet() {}

    // spotless:off
    /** Deletes {@code key} if its value equals {@code expected}, and tells whether it did. Uses {@code DELEX} since Redis 8.4, and {@code DELIFEQ} since Valkey 9.0. O(N) in the length of the value, since 2.6.0: <a href="https://redis.io/docs/latest/commands/evalsha/">EVALSHA</a>. */
    @Redis("EVALSHA") public static Command<Boolean> compareAndDelete(String key, Object expected) { return EVALSHA.words().script(DELETE_IF_EQUAL).arg(1).key(key).arg("IFEQ").value(expected).command(BOOL); }

    /** Deletes a field if its value equals {@code expected}, and tells whether it did. O(N) in the length of the value, since 2.6.0: <a href="https://redis.io/docs/latest/commands/evalsha/">EVALSHA</a>. */
    @Redis("EVALSHA") public static Command<Boolean> compareAndHdel(String key, String field, Object expected) { return EVALSHA.words().script(HDEL_IF_EQUAL).arg(1).key(key).arg(field).arg("IFEQ").value(expected).command(BOOL); }

    /** Sets a field if its value equals {@code expected}, or, if that is null, if there is none, and tells whether it did. A time to live of the field ends, that of the key stays. O(N) in the length of the value, since 2.6.0: <a href="https://redis.io/docs/latest/commands/evalsha/">EVALSHA</a>. */
    @Redis("EVALSHA") public static Command<Boolean> compareAndHset(String key, String field, @Nullable Object expected, Object value) { return expected == null ? Hashes.hsetnx(key, field, value) : EVALSHA.words().script(HSET_IF_EQUAL).arg(1).key(key).arg(field).value(value).arg("IFEQ").value(expected).command(BOOL); }

    /** Sets {@code key} if its value equals {@code expected}, or, if that is null, if there is none, and tells whether it did. The time to live stays. Uses {@code SET} with {@code IFEQ} since Redis 8.4 and Valkey 8.1. O(N) in the length of the value, since 2.6.0: <a href="https://redis.io/docs/latest/commands/evalsha/">EVALSHA</a>. */
    @Redis("EVALSHA") public static Command<Boolean> compareAndSet(String key, @Nullable Object expected, Object value) { return expected == null ? Strings.set(key, value, SetArgs.ifAbsent()) : EVALSHA.words().script(SET_IF_EQUAL).arg(1).key(key).value(value).args(SetArgs.ifEqual(expected).keepTtl().words()).command(IS_DONE); }

    /** Sets {@code key} as the arguments say if its value equals {@code expected}, or, if that is null, if there is none, and tells whether it did. The arguments have no other condition; without a time to live in them, the key does not expire any more. Uses {@code SET} with {@code IFEQ} since Redis 8.4 and Valkey 8.1. O(N) in the length of the value, since 2.6.0: <a href="https://redis.io/docs/latest/commands/evalsha/">EVALSHA</a>. */
    @Redis("EVALSHA") public static Command<Boolean> compareAndSet(String key, @Nullable Object expected, Object value, SetArgs args) { return expected == null ? Strings.set(key, value, args.under(SetArgs.ifAbsent())) : EVALSHA.words().script(SET_IF_EQUAL).arg(1).key(key).value(value).args(args.under(SetArgs.ifEqual(expected)).words()).command(IS_DONE); }

    /** Sets all of the fields if none of them exists, and tells whether it did. Uses {@code HSETEX} with {@code FNX} since Redis 8.0 and Valkey 9.0. O(N) in the fields, since 2.6.0: <a href="https://redis.io/docs/latest/commands/evalsha/">EVALSHA</a>. */
    @Redis("EVALSHA") public static Command<Boolean> hsetAllIfNoneExist(String key, Map<String, ?> values) { return EVALSHA.words().script(HSET_IF_NONE_EXISTS).arg(1).key(key).arg("FNX").arg("FIELDS").arg(values.size()).fieldsAndValues(values).command(BOOL); }
    // spotless:on
}
