package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.util.Arrays;

/** Commands on HyperLogLogs: estimates of how many different elements were added, with a standard error of 0.81 %, in 12 kB at most. */
public final class HyperLogLogs {
    private HyperLogLogs() {}

    // spotless:off
    /** Adds elements, of which there may be none, and tells whether that changed the estimate, or made the key. O(1) an element, since 2.8.9: <a href="https://redis.io/docs/latest/commands/pfadd/">PFADD</a>. */
    @Redis("PFADD") public static Command<Boolean> pfadd(String key, Object... elements) { return PFADD.key(key).args(Arrays.asList(elements)).command(BOOL); }

    /** Estimates how many different elements were added to any of the keys; 0 if all are missing. O(1) for one key, O(N) for several, since 2.8.9: <a href="https://redis.io/docs/latest/commands/pfcount/">PFCOUNT</a>. */
    @Redis("PFCOUNT") @ReadOnly public static Command<Long> pfcount(String... keys) { return PFCOUNT.words().keys(keys).command(LONG); }

    /** Adds what was added to the sources to {@code destination}, which is made if missing, and returns {@code OK}; without sources it makes an empty one. O(N) in the sources, since 2.8.9: <a href="https://redis.io/docs/latest/commands/pfmerge/">PFMERGE</a>. */
    @Redis("PFMERGE") public static Command<String> pfmerge(String destination, String... sources) { return PFMERGE.key(destination).anyKeys(Arrays.asList(sources)).command(TEXT); }
    // spotless:on
}
