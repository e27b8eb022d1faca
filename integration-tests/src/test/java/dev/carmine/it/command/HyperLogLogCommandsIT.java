package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.SyncHyperLogLogs;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import org.junit.jupiter.api.Test;

@EachFace
class HyperLogLogCommandsIT extends CommandContract {
    HyperLogLogCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncHyperLogLogs.class, face, resp, server);
    }

    @Test
    void differentElementsAreCounted() {
        assertThat(redis.pfadd("a", "x", "y", 3)).isTrue();
        assertThat(redis.pfadd("a", "x")).isFalse();
        assertThat(redis.pfadd("b", "y", "z")).isTrue();
        assertThat(redis.pfcount("a")).isEqualTo(3);
        assertThat(redis.pfcount("a", "b", "none")).isEqualTo(4);
        assertThat(redis.pfmerge("all", "a", "b")).isEqualTo("OK");
        assertThat(redis.pfcount("all")).isEqualTo(4);
        assertThat(redis.pfcount("none")).isZero();
        assertThat(redis.pfadd("empty")).isTrue();
        assertThat(redis.pfadd("empty")).isFalse();
        assertThat(redis.pfmerge("merged")).isEqualTo("OK");
        assertThat(redis.exists("empty", "merged")).isEqualTo(2);
    }
}
