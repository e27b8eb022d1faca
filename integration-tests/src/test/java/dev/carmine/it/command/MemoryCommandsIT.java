package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.MemoryStats;
import dev.carmine.client.command.SyncMemory;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import org.junit.jupiter.api.Test;

@EachFace
@RedisTest(isolated = true)
class MemoryCommandsIT extends CommandContract {
    MemoryCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncMemory.class, face, resp, server);
    }

    @Test
    void keysAreMeasured() {
        redis.set("k", "v");
        assertThat(redis.memoryUsage("k")).isPositive().isEqualTo(redis.memoryUsage("k", 0));
        assertThat(redis.memoryUsage("none")).isNull();
        assertThat(redis.memoryUsage("none", 5)).isNull();
    }

    @Test
    void theServerIsMeasured() {
        redis.set("k", "v");
        MemoryStats stats = redis.memoryStats();
        assertThat(stats.keysCount()).isEqualTo(1);
        assertThat(stats.datasetPercentage()).isBetween(0.0, 100.0);
        assertThat(stats.fragmentation()).isPositive();
        assertThat(stats.databases())
                .containsOnlyKeys(0)
                .hasEntrySatisfying(
                        0, database -> assertThat(database.keysOverhead()).isPositive());
        assertThat(stats.numbers())
                .containsEntry("peak.allocated", stats.peakAllocated())
                .containsEntry("fragmentation", stats.fragmentation());
    }

    @Test
    void theAllocatorReports() {
        assertThat(redis.memoryDoctor()).isNotEmpty();
        assertThat(redis.memoryMallocStats()).isNotEmpty();
        assertThat(redis.memoryPurge()).isEqualTo("OK");
    }
}
