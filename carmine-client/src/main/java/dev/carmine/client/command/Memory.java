package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ServerDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import org.jspecify.annotations.Nullable;

/** What the server's memory is used for. */
public final class Memory {
    private Memory() {}

    // spotless:off
    /** Returns a report in English on problems with memory, with advice. O(1), since 4.0.0: <a href="https://redis.io/docs/latest/commands/memory-doctor/">MEMORY DOCTOR</a>. */
    @Redis("MEMORY DOCTOR") public static Command<String> memoryDoctor() { return MEMORY_DOCTOR.command(TEXT); }

    /** Returns the allocator's own report; a notice if the allocator is not jemalloc. Depends on how much is allocated, since 4.0.0: <a href="https://redis.io/docs/latest/commands/memory-malloc-stats/">MEMORY MALLOC-STATS</a>. */
    @Redis("MEMORY MALLOC-STATS") public static Command<String> memoryMallocStats() { return MEMORY_MALLOC_STATS.command(TEXT); }

    /** Asks the allocator to give free memory back to the system, which only jemalloc does, and returns {@code OK}. Depends on how much is allocated, since 4.0.0: <a href="https://redis.io/docs/latest/commands/memory-purge/">MEMORY PURGE</a>. */
    @Redis("MEMORY PURGE") public static Command<String> memoryPurge() { return MEMORY_PURGE.command(TEXT); }

    /** Returns how the server uses its memory. O(1), since 4.0.0: <a href="https://redis.io/docs/latest/commands/memory-stats/">MEMORY STATS</a>. */
    @Redis("MEMORY STATS") public static Command<MemoryStats> memoryStats() { return MEMORY_STATS.command(MEMORY_STATISTICS); }

    /** Returns about how many bytes {@code key} takes, or null if it is missing. O(1) for the five elements that are sampled, since 4.0.0: <a href="https://redis.io/docs/latest/commands/memory-usage/">MEMORY USAGE</a>. */
    @Redis("MEMORY USAGE") @ReadOnly public static Command<@Nullable Long> memoryUsage(String key) { return MEMORY_USAGE.command(key, NULLABLE_LONG); }

    /** Returns about how many bytes {@code key} takes, or null if it is missing, from so many of its elements, or from all of them for 0. O(N) in the elements that are sampled, since 4.0.0: <a href="https://redis.io/docs/latest/commands/memory-usage/">MEMORY USAGE</a>. */
    @Redis("MEMORY USAGE") @ReadOnly public static Command<@Nullable Long> memoryUsage(String key, long samples) { return MEMORY_USAGE.key(key).arg("SAMPLES").arg(samples).command(NULLABLE_LONG); }
    // spotless:on
}
