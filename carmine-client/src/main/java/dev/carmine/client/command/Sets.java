package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ResultDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import dev.carmine.client.internal.command.Stored;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands on sets. */
public final class Sets {
    private Sets() {}

    // spotless:off
    /** Adds members, and returns how many of them are new. O(N) in the members given, since 1.0.0: <a href="https://redis.io/docs/latest/commands/sadd/">SADD</a>. */
    @Redis("SADD") public static Command<Long> sadd(String key, Object... members) { return SADD.key(key).values(members).command(LONG); }

    /** Returns how many members there are; 0 if {@code key} is missing. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/scard/">SCARD</a>. */
    @Redis("SCARD") @ReadOnly public static Command<Long> scard(String key) { return SCARD.command(key, LONG); }

    /** Returns the members of the first set that are in none of the others. O(N) in the members of all, since 1.0.0: <a href="https://redis.io/docs/latest/commands/sdiff/">SDIFF</a>. */
    @Redis("SDIFF") @ReadOnly public static Command<Set<@Stored String>> sdiff(String... keys) { return SDIFF.words().keys(keys).command(VALUE_SET); }

    /** Returns how many members of the first set are in none of the others. O(N) in the members of all sets, since 8.10.0: <a href="https://redis.io/docs/latest/commands/sdiffcard/">SDIFFCARD</a>. */
    @Redis("SDIFFCARD") @ReadOnly public static Command<Long> sdiffcard(String... keys) { return SDIFFCARD.words().numberedKeys(List.of(keys)).command(LONG); }

    /** Returns how many members of the first set are in none of the others, and stops counting at the limit; zero is none. O(N) in the members of all sets, since 8.10.0: <a href="https://redis.io/docs/latest/commands/sdiffcard/">SDIFFCARD</a>. */
    @Redis("SDIFFCARD") @ReadOnly public static Command<Long> sdiffcard(long limit, String... keys) { return SDIFFCARD.words().numberedKeys(List.of(keys)).arg("LIMIT").arg(limit).command(LONG); }

    /** Stores the members of the first set that are in none of the others under {@code destination}, and returns how many there are. O(N) in the members of all sets, since 1.0.0: <a href="https://redis.io/docs/latest/commands/sdiffstore/">SDIFFSTORE</a>. */
    @Redis("SDIFFSTORE") public static Command<Long> sdiffstore(String destination, String... keys) { return SDIFFSTORE.key(destination).keys(keys).command(LONG); }

    /** Returns the members that are in all sets. O(N*M) in the members of the smallest set and the sets, since 1.0.0: <a href="https://redis.io/docs/latest/commands/sinter/">SINTER</a>. */
    @Redis("SINTER") @ReadOnly public static Command<Set<@Stored String>> sinter(String... keys) { return SINTER.words().keys(keys).command(VALUE_SET); }

    /** Returns how many members are in all sets. O(N*K) with N members in the smallest of K sets, since 7.0.0: <a href="https://redis.io/docs/latest/commands/sintercard/">SINTERCARD</a>. */
    @Redis("SINTERCARD") @ReadOnly public static Command<Long> sintercard(String... keys) { return SINTERCARD.words().numberedKeys(List.of(keys)).command(LONG); }

    /** Returns how many members are in all sets, and stops counting at the limit; zero is none. O(N*K) at worst, with N members in the smallest of K sets, since 7.0.0: <a href="https://redis.io/docs/latest/commands/sintercard/">SINTERCARD</a>. */
    @Redis("SINTERCARD") @ReadOnly public static Command<Long> sintercard(long limit, String... keys) { return SINTERCARD.words().numberedKeys(List.of(keys)).arg("LIMIT").arg(limit).command(LONG); }

    /** Stores the members that are in all sets under {@code destination}, and returns how many there are. O(N*K) with N members in the smallest of K sets, since 1.0.0: <a href="https://redis.io/docs/latest/commands/sinterstore/">SINTERSTORE</a>. */
    @Redis("SINTERSTORE") public static Command<Long> sinterstore(String destination, String... keys) { return SINTERSTORE.key(destination).keys(keys).command(LONG); }

    /** Tells whether something is a member. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/sismember/">SISMEMBER</a>. */
    @Redis("SISMEMBER") @ReadOnly public static Command<Boolean> sismember(String key, Object member) { return SISMEMBER.command(key, member, BOOL); }

    /** Returns all members; empty if {@code key} is missing. O(N), since 1.0.0: <a href="https://redis.io/docs/latest/commands/smembers/">SMEMBERS</a>. */
    @Redis("SMEMBERS") @ReadOnly public static Command<Set<@Stored String>> smembers(String key) { return SMEMBERS.command(key, VALUE_SET); }

    /** Tells of several things whether they are members, in their order. O(N) in the members given, since 6.2.0: <a href="https://redis.io/docs/latest/commands/smismember/">SMISMEMBER</a>. */
    @Redis("SMISMEMBER") @ReadOnly public static Command<List<Boolean>> smismember(String key, Object... members) { return SMISMEMBER.key(key).values(members).command(BOOLS); }

    /** Moves a member from one set to another, and tells whether it was in the first. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/smove/">SMOVE</a>. */
    @Redis("SMOVE") public static Command<Boolean> smove(String source, String destination, Object member) { return SMOVE.key(source).key(destination).value(member).command(BOOL); }

    /** Takes a random member, or null if {@code key} is missing. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/spop/">SPOP</a>. */
    @Redis("SPOP") public static Command<@Nullable @Stored String> spop(String key) { return SPOP.command(key, NULLABLE_VALUE); }

    /** Takes up to {@code count} random members; empty if {@code key} is missing. O(N) in the count, since 3.2.0: <a href="https://redis.io/docs/latest/commands/spop/">SPOP</a>. */
    @Redis("SPOP") public static Command<Set<@Stored String>> spop(String key, long count) { return SPOP.key(key).arg(count).command(VALUE_SET); }

    /** Returns a random member, or null if {@code key} is missing. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/srandmember/">SRANDMEMBER</a>. */
    @Redis("SRANDMEMBER") @ReadOnly public static Command<@Nullable @Stored String> srandmember(String key) { return SRANDMEMBER.command(key, NULLABLE_VALUE); }

    /** Returns up to {@code count} different random members, or exactly as many with repetitions if it is negative; empty if {@code key} is missing. O(N) in the count, since 2.6.0: <a href="https://redis.io/docs/latest/commands/srandmember/">SRANDMEMBER</a>. */
    @Redis("SRANDMEMBER") @ReadOnly public static Command<List<@Stored String>> srandmember(String key, long count) { return SRANDMEMBER.key(key).arg(count).command(VALUES); }

    /** Removes members, and returns how many of them there were. O(N) in the members given, since 1.0.0: <a href="https://redis.io/docs/latest/commands/srem/">SREM</a>. */
    @Redis("SREM") public static Command<Long> srem(String key, Object... members) { return SREM.key(key).values(members).command(LONG); }

    /** Returns some members and the cursor of the next step; begin with {@link ScanResult#START}. O(1) a step, since 2.8.0: <a href="https://redis.io/docs/latest/commands/sscan/">SSCAN</a>. */
    @Redis("SSCAN") @ReadOnly public static Command<ScanResult<@Stored String>> sscan(String key, String cursor) { return SSCAN.key(key).arg(cursor).command(SCANNED_VALUES); }

    /** Returns some of the members that the arguments choose and the cursor of the next step; begin with {@link ScanResult#START}. O(1) a step, since 2.8.0: <a href="https://redis.io/docs/latest/commands/sscan/">SSCAN</a>. */
    @Redis("SSCAN") @ReadOnly public static Command<ScanResult<@Stored String>> sscan(String key, String cursor, ScanArgs args) { return SSCAN.key(key).arg(cursor).args(args.words()).command(SCANNED_VALUES); }

    /** Returns the members that are in any of the sets. O(N) in the members of all, since 1.0.0: <a href="https://redis.io/docs/latest/commands/sunion/">SUNION</a>. */
    @Redis("SUNION") @ReadOnly public static Command<Set<@Stored String>> sunion(String... keys) { return SUNION.words().keys(keys).command(VALUE_SET); }

    /** Returns how many members are in any of the sets. O(N) in the members of all sets, since 8.10.0: <a href="https://redis.io/docs/latest/commands/sunioncard/">SUNIONCARD</a>. */
    @Redis("SUNIONCARD") @ReadOnly public static Command<Long> sunioncard(String... keys) { return SUNIONCARD.words().numberedKeys(List.of(keys)).command(LONG); }

    /** Returns how many members are in any of the sets, and stops counting at the limit; zero is none. O(N) in the members of all sets, since 8.10.0: <a href="https://redis.io/docs/latest/commands/sunioncard/">SUNIONCARD</a>. */
    @Redis("SUNIONCARD") @ReadOnly public static Command<Long> sunioncard(long limit, String... keys) { return SUNIONCARD.words().numberedKeys(List.of(keys)).arg("LIMIT").arg(limit).command(LONG); }

    /** Estimates with little memory how many members are in any of the sets; the standard error is 0.81 %. O(N) in the members of all sets, since 8.10.0: <a href="https://redis.io/docs/latest/commands/sunioncard/">SUNIONCARD</a>. */
    @Redis("SUNIONCARD") @ReadOnly public static Command<Long> sunioncardApprox(String... keys) { return SUNIONCARD.words().numberedKeys(List.of(keys)).arg("APPROX").command(LONG); }

    /** Stores the members of all sets under {@code destination}, and returns how many there are. O(N) in the members of all sets, since 1.0.0: <a href="https://redis.io/docs/latest/commands/sunionstore/">SUNIONSTORE</a>. */
    @Redis("SUNIONSTORE") public static Command<Long> sunionstore(String destination, String... keys) { return SUNIONSTORE.key(destination).keys(keys).command(LONG); }
    // spotless:on
}
