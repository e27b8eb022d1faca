package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.carmine.client.command.SyncPubSub;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import org.junit.jupiter.api.Test;

@EachFace
class PubSubCommandsIT extends CommandContract {
    PubSubCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncPubSub.class, face, resp, server);
    }

    @Test
    void messagesArePublishedAndListenersCounted() {
        assertThat(redis.publish("news.uk", "nobody hears this")).isZero();
        try (RawConnection listener = server.connect();
                RawConnection patterns = server.connect()) {
            listener.call("SUBSCRIBE", "news.uk");
            patterns.call("PSUBSCRIBE", "news.*");
            assertThat(redis.publish("news.uk", "hello")).isEqualTo(2);
            assertThat(redis.pubsubChannels()).contains("news.uk");
            assertThat(redis.pubsubChannels("news.*")).containsExactly("news.uk");
            assertThat(redis.pubsubChannels("weather.*")).isEmpty();
            assertThat(redis.pubsubNumsub("news.uk", "news.fr"))
                    .containsExactly(entry("news.uk", 1L), entry("news.fr", 0L));
            assertThat(redis.pubsubNumpat()).isPositive();
        }
    }

    @Test
    @SinceRedis("7.0")
    void messagesArePublishedOnShardChannels() {
        try (RawConnection listener = server.connect()) {
            listener.call("SSUBSCRIBE", "orders.1");
            assertThat(redis.spublish("orders.1", "hello")).isEqualTo(1);
            assertThat(redis.pubsubShardchannels()).contains("orders.1");
            assertThat(redis.pubsubShardchannels("orders.*")).containsExactly("orders.1");
            assertThat(redis.pubsubShardnumsub("orders.1", "orders.2"))
                    .containsExactly(entry("orders.1", 1L), entry("orders.2", 0L));
        }
    }
}
