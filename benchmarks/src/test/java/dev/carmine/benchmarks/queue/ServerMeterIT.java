package dev.carmine.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import org.junit.jupiter.api.Test;

class ServerMeterIT {
    private final RedisServer redis = RedisServers.shared();
    private final ServerMeter meter = new ServerMeter(redis);

    @Test
    void countsAScriptOnceWhateverItRuns() {
        ServerMeter.Reading start = meter.read();

        redis.call("EVAL", "for i = 1, 1000 do redis.call('ZADD', KEYS[1], i, i) end", "1", "zset");
        redis.call("BZPOPMIN", "zset", "1");
        redis.call("ZCARD", "zset");

        ServerMeter.Reading used = meter.read().since(start);
        assertThat(used.scripts()).isEqualTo(1);
        assertThat(used.commands()).isEqualTo(2);
        assertThat(used.micros()).isPositive();
    }
}
