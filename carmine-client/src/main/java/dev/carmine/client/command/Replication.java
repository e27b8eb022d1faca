package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.TopologyDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Redis;

/** Commands that ask and change which server follows which. */
public final class Replication {
    private Replication() {}

    // spotless:off
    /** Begins to exchange the roles of this master and the replica that catches up first, and returns {@code OK} before that is done. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/failover/">FAILOVER</a>. */
    @Redis("FAILOVER") public static Command<String> failover() { return FAILOVER.command(TEXT); }

    /** Begins to exchange the roles of this master and a replica, and returns {@code OK} before that is done. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/failover/">FAILOVER</a>. */
    @Redis("FAILOVER") public static Command<String> failover(FailoverArgs args) { return FAILOVER.words().args(args.words()).command(TEXT); }

    /** Gives up the exchange of roles that was begun, and returns {@code OK}; fails if there is none. O(1), since 6.2.0: <a href="https://redis.io/docs/latest/commands/failover/">FAILOVER</a>. */
    @Redis("FAILOVER") public static Command<String> failoverAbort() { return FAILOVER.words().arg("ABORT").command(TEXT); }

    /** Makes the server a replica of another one, whose data replace its own, and returns {@code OK} before they are there. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/replicaof/">REPLICAOF</a>. */
    @Redis("REPLICAOF") public static Command<String> replicaof(String host, int port) { return REPLICAOF.words().arg(host).arg(port).command(TEXT); }

    /** Makes the server a master, which keeps its data, and returns {@code OK}. O(1), since 5.0.0: <a href="https://redis.io/docs/latest/commands/replicaof/">REPLICAOF</a>. */
    @Redis("REPLICAOF") public static Command<String> replicaofNoOne() { return REPLICAOF.words().args("NO", "ONE").command(TEXT); }

    /** Returns whether the server is a master, a replica or a Sentinel, and whom it knows as such. O(1), since 2.8.12: <a href="https://redis.io/docs/latest/commands/role/">ROLE</a>. */
    @Redis("ROLE") public static Command<Role> role() { return ROLE.command(SERVER_ROLE); }
    // spotless:on
}
