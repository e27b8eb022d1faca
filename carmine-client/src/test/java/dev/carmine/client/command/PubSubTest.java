package dev.carmine.client.command;

import java.util.stream.Stream;

class PubSubTest extends FactoryContract {
    PubSubTest() {
        super(PubSub.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(PubSub.publish("c", "m"), "PUBLISH c m"),
            row(PubSub.pubsubChannels(), "PUBSUB CHANNELS"),
            row(PubSub.pubsubChannels("p*"), "PUBSUB CHANNELS p*"),
            row(PubSub.pubsubNumpat(), "PUBSUB NUMPAT"),
            row(PubSub.pubsubNumsub("c1", "c2"), "PUBSUB NUMSUB c1 c2"),
            row(PubSub.pubsubShardchannels(), "PUBSUB SHARDCHANNELS"),
            row(PubSub.pubsubShardchannels("p*"), "PUBSUB SHARDCHANNELS p*"),
            row(PubSub.pubsubShardnumsub("c1", "c2"), "PUBSUB SHARDNUMSUB c1 c2"),
            row(PubSub.spublish("c", "m"), "SPUBLISH c m", "c"));
    }
    // spotless:on
}
