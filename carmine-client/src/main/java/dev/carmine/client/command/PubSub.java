package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.PubSubDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Redis;
import java.util.List;
import java.util.Map;

/** Commands that publish messages, and tell who listens. */
public final class PubSub {
    private PubSub() {}

    // spotless:off
    /** Sends a message to all who listen to {@code channel}, and returns how many of them the server has; in a cluster, those of other nodes are not counted. O(N+M) in the listeners and the patterns, since 2.0.0: <a href="https://redis.io/docs/latest/commands/publish/">PUBLISH</a>. */
    @Redis("PUBLISH") public static Command<Long> publish(String channel, Object message) { return PUBLISH.words().arg(channel).value(message).command(LONG); }

    /** Returns the channels that someone listens to, those of patterns aside. O(N) in the channels, since 2.8.0: <a href="https://redis.io/docs/latest/commands/pubsub-channels/">PUBSUB CHANNELS</a>. */
    @Redis("PUBSUB CHANNELS") public static Command<List<String>> pubsubChannels() { return PUBSUB_CHANNELS.command(TEXTS); }

    /** Returns the channels that match {@code pattern} and that someone listens to, those of patterns aside. O(N) in the channels, since 2.8.0: <a href="https://redis.io/docs/latest/commands/pubsub-channels/">PUBSUB CHANNELS</a>. */
    @Redis("PUBSUB CHANNELS") public static Command<List<String>> pubsubChannels(String pattern) { return PUBSUB_CHANNELS.words().arg(pattern).command(TEXTS); }

    /** Returns how many patterns someone listens to, each counted once. O(1), since 2.8.0: <a href="https://redis.io/docs/latest/commands/pubsub-numpat/">PUBSUB NUMPAT</a>. */
    @Redis("PUBSUB NUMPAT") public static Command<Long> pubsubNumpat() { return PUBSUB_NUMPAT.command(LONG); }

    /** Returns for each channel how many listen to it, those of patterns aside. O(N), since 2.8.0: <a href="https://redis.io/docs/latest/commands/pubsub-numsub/">PUBSUB NUMSUB</a>. */
    @Redis("PUBSUB NUMSUB") public static Command<Map<String, Long>> pubsubNumsub(String... channels) { return PUBSUB_NUMSUB.words().args(channels).command(COUNTS); }

    /** Returns the shard channels that someone listens to. O(N) in the channels, since 7.0.0: <a href="https://redis.io/docs/latest/commands/pubsub-shardchannels/">PUBSUB SHARDCHANNELS</a>. */
    @Redis("PUBSUB SHARDCHANNELS") public static Command<List<String>> pubsubShardchannels() { return PUBSUB_SHARDCHANNELS.command(TEXTS); }

    /** Returns the shard channels that match {@code pattern} and that someone listens to. O(N) in the channels, since 7.0.0: <a href="https://redis.io/docs/latest/commands/pubsub-shardchannels/">PUBSUB SHARDCHANNELS</a>. */
    @Redis("PUBSUB SHARDCHANNELS") public static Command<List<String>> pubsubShardchannels(String pattern) { return PUBSUB_SHARDCHANNELS.words().arg(pattern).command(TEXTS); }

    /** Returns for each shard channel how many listen to it. O(N), since 7.0.0: <a href="https://redis.io/docs/latest/commands/pubsub-shardnumsub/">PUBSUB SHARDNUMSUB</a>. */
    @Redis("PUBSUB SHARDNUMSUB") public static Command<Map<String, Long>> pubsubShardnumsub(String... channels) { return PUBSUB_SHARDNUMSUB.words().args(channels).command(COUNTS); }

    /** Sends a message to all who listen to a shard channel, whose slot is that of a key of its name, and returns how many of them the server has. O(N) in the listeners, since 7.0.0: <a href="https://redis.io/docs/latest/commands/spublish/">SPUBLISH</a>. */
    @Redis("SPUBLISH") public static Command<Long> spublish(String channel, Object message) { return SPUBLISH.key(channel).value(message).command(LONG); }
    // spotless:on
}
