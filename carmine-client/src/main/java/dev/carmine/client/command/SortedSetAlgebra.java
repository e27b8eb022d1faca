package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ResultDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import dev.carmine.client.internal.command.Stored;
import java.util.List;

/** Commands that make one sorted set of several: union, intersection and difference. Plain sets count as well, with the score 1. */
public final class SortedSetAlgebra {
    private SortedSetAlgebra() {}

    // spotless:off
    /** Returns the members of the first sorted set that are in none of the others, lowest score first. O(L+(N-K) log N) at worst, with N members in the first of K sorted sets and L in all, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zdiff/">ZDIFF</a>. */
    @Redis("ZDIFF") @ReadOnly public static Command<List<@Stored String>> zdiff(String... keys) { return ZDIFF.words().numberedKeys(List.of(keys)).command(VALUES); }

    /** Returns the members of the first sorted set that are in none of the others with their scores, lowest first. O(L+(N-K) log N) at worst, with N members in the first of K sorted sets and L in all, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zdiff/">ZDIFF</a>. */
    @Redis("ZDIFF") @ReadOnly public static Command<List<ScoredMember<@Stored String>>> zdiffWithScores(String... keys) { return ZDIFF.words().numberedKeys(List.of(keys)).arg("WITHSCORES").command(SCORED_MEMBERS); }

    /** Stores the members of the first sorted set that are in none of the others with their scores under {@code destination}, and returns how many there are. O(L+(N-K) log N) at worst, with N members in the first of K sorted sets and L in all, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zdiffstore/">ZDIFFSTORE</a>. */
    @Redis("ZDIFFSTORE") public static Command<Long> zdiffstore(String destination, String... keys) { return ZDIFFSTORE.key(destination).numberedKeys(List.of(keys)).command(LONG); }

    /** Returns the members that are in all sorted sets, in the order of the sum of their scores. O(N*K+M log M) with N members in the smallest of K sorted sets and M in the result, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zinter/">ZINTER</a>. */
    @Redis("ZINTER") @ReadOnly public static Command<List<@Stored String>> zinter(String... keys) { return ZINTER.words().numberedKeys(List.of(keys)).command(VALUES); }

    /** Returns the members that are in all sorted sets, in the order of the scores that the arguments make. O(N*K+M log M) with N members in the smallest of K sorted sets and M in the result, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zinter/">ZINTER</a>. */
    @Redis("ZINTER") @ReadOnly public static Command<List<@Stored String>> zinter(ZaggregateArgs args) { return ZINTER.words().numberedKeys(args.keys()).args(args.words()).command(VALUES); }

    /** Returns the members that are in all sorted sets with the sum of their scores, lowest first. O(N*K+M log M) with N members in the smallest of K sorted sets and M in the result, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zinter/">ZINTER</a>. */
    @Redis("ZINTER") @ReadOnly public static Command<List<ScoredMember<@Stored String>>> zinterWithScores(String... keys) { return ZINTER.words().numberedKeys(List.of(keys)).arg("WITHSCORES").command(SCORED_MEMBERS); }

    /** Returns the members that are in all sorted sets with the scores that the arguments make, lowest first. O(N*K+M log M) with N members in the smallest of K sorted sets and M in the result, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zinter/">ZINTER</a>. */
    @Redis("ZINTER") @ReadOnly public static Command<List<ScoredMember<@Stored String>>> zinterWithScores(ZaggregateArgs args) { return ZINTER.words().numberedKeys(args.keys()).args(args.words()).arg("WITHSCORES").command(SCORED_MEMBERS); }

    /** Returns how many members are in all sorted sets. O(N*K) with N members in the smallest of K sorted sets, since 7.0.0: <a href="https://redis.io/docs/latest/commands/zintercard/">ZINTERCARD</a>. */
    @Redis("ZINTERCARD") @ReadOnly public static Command<Long> zintercard(String... keys) { return ZINTERCARD.words().numberedKeys(List.of(keys)).command(LONG); }

    /** Returns how many members are in all sorted sets, and stops counting at the limit; zero is none. O(N*K) at worst, with N members in the smallest of K sorted sets, since 7.0.0: <a href="https://redis.io/docs/latest/commands/zintercard/">ZINTERCARD</a>. */
    @Redis("ZINTERCARD") @ReadOnly public static Command<Long> zintercard(long limit, String... keys) { return ZINTERCARD.words().numberedKeys(List.of(keys)).arg("LIMIT").arg(limit).command(LONG); }

    /** Stores the members that are in all sorted sets with the sum of their scores under {@code destination}, and returns how many there are. O(N*K+M log M) with N members in the smallest of K sorted sets and M in the result, since 2.0.0: <a href="https://redis.io/docs/latest/commands/zinterstore/">ZINTERSTORE</a>. */
    @Redis("ZINTERSTORE") public static Command<Long> zinterstore(String destination, String... keys) { return ZINTERSTORE.key(destination).numberedKeys(List.of(keys)).command(LONG); }

    /** Stores the members that are in all sorted sets with the scores that the arguments make under {@code destination}, and returns how many there are. O(N*K+M log M) with N members in the smallest of K sorted sets and M in the result, since 2.0.0: <a href="https://redis.io/docs/latest/commands/zinterstore/">ZINTERSTORE</a>. */
    @Redis("ZINTERSTORE") public static Command<Long> zinterstore(String destination, ZaggregateArgs args) { return ZINTERSTORE.key(destination).numberedKeys(args.keys()).args(args.words()).command(LONG); }

    /** Returns the members of all sorted sets, in the order of the sum of their scores. O(N+M log M) with N members in all sorted sets and M in the result, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zunion/">ZUNION</a>. */
    @Redis("ZUNION") @ReadOnly public static Command<List<@Stored String>> zunion(String... keys) { return ZUNION.words().numberedKeys(List.of(keys)).command(VALUES); }

    /** Returns the members of all sorted sets, in the order of the scores that the arguments make. O(N+M log M) with N members in all sorted sets and M in the result, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zunion/">ZUNION</a>. */
    @Redis("ZUNION") @ReadOnly public static Command<List<@Stored String>> zunion(ZaggregateArgs args) { return ZUNION.words().numberedKeys(args.keys()).args(args.words()).command(VALUES); }

    /** Returns the members of all sorted sets with the sum of their scores, lowest first. O(N+M log M) with N members in all sorted sets and M in the result, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zunion/">ZUNION</a>. */
    @Redis("ZUNION") @ReadOnly public static Command<List<ScoredMember<@Stored String>>> zunionWithScores(String... keys) { return ZUNION.words().numberedKeys(List.of(keys)).arg("WITHSCORES").command(SCORED_MEMBERS); }

    /** Returns the members of all sorted sets with the scores that the arguments make, lowest first. O(N+M log M) with N members in all sorted sets and M in the result, since 6.2.0: <a href="https://redis.io/docs/latest/commands/zunion/">ZUNION</a>. */
    @Redis("ZUNION") @ReadOnly public static Command<List<ScoredMember<@Stored String>>> zunionWithScores(ZaggregateArgs args) { return ZUNION.words().numberedKeys(args.keys()).args(args.words()).arg("WITHSCORES").command(SCORED_MEMBERS); }

    /** Stores the members of all sorted sets with the sum of their scores under {@code destination}, and returns how many there are. O(N+M log M) with N members in all sorted sets and M in the result, since 2.0.0: <a href="https://redis.io/docs/latest/commands/zunionstore/">ZUNIONSTORE</a>. */
    @Redis("ZUNIONSTORE") public static Command<Long> zunionstore(String destination, String... keys) { return ZUNIONSTORE.key(destination).numberedKeys(List.of(keys)).command(LONG); }

    /** Stores the members of all sorted sets with the scores that the arguments make under {@code destination}, and returns how many there are. O(N+M log M) with N members in all sorted sets and M in the result, since 2.0.0: <a href="https://redis.io/docs/latest/commands/zunionstore/">ZUNIONSTORE</a>. */
    @Redis("ZUNIONSTORE") public static Command<Long> zunionstore(String destination, ZaggregateArgs args) { return ZUNIONSTORE.key(destination).numberedKeys(args.keys()).args(args.words()).command(LONG); }
    // spotless:on
}
