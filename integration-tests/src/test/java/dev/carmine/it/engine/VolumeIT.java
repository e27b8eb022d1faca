package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.get;
import static dev.carmine.client.command.Strings.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.client.Protocol;
import dev.carmine.it.fault.Direction;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More than any buffer holds, in both directions. */
@BothProtocols
@RedisTest
class VolumeIT {
    private static final int MIB = 1 << 20;

    private final RedisServer server;
    private final FaultProxy proxy;
    private final Carmine redis;

    VolumeIT(Protocol protocol, RedisServer server) {
        this.server = server;
        proxy = FaultProxy.to(server.address());
        redis = Carmine.connect(TestOptions.to(proxy, protocol)
                .commandTimeout(Limit.PATIENT.multipliedBy(3))
                .build());
    }

    @AfterEach
    void close() {
        redis.close();
        proxy.close();
        server.flushAll();
    }

    @Test
    void aValueLargerThanAllBuffersComesBackAsItWas() {
        byte[] value = numbered(64 * MIB);
        assertThat(redis.set("large", value)).isTrue();
        byte[] read = redis.call(Command.of("GET").key("large").asBytes());
        assertThat(Arrays.equals(value, read))
                .as("64 MiB come back as they were")
                .isTrue();
        assertGoesOn();
    }

    @Test
    void aPipelineOfAHundredThousandCommandsGetsItsRepliesInOrder() {
        int pairs = 50_000;
        List<Command<?>> commands = new ArrayList<>();
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            String key = "key " + i;
            commands.add(set(key, Keyed.valueOf(key)));
            commands.add(get(key));
            expected.add(true);
            expected.add(Keyed.valueOf(key));
        }
        assertThat(redis.pipeline(commands.toArray(Command<?>[]::new)).equals(expected))
                .as("100,000 replies in their order")
                .isTrue();
        assertGoesOn();
    }

    @Test
    void aPipelineOfAHundredMegabytesOfValuesDoesNotLockUp() {
        assertWritesAndReads(100);
    }

    @Test
    void fullBuffersOnBothSidesAtOnceDoNotLockUp() {
        // A server that is slow to read and a client whose replies are slow to come: both sides' buffers fill up.
        proxy.throttle(Direction.TO_SERVER, 24L * MIB);
        proxy.throttle(Direction.TO_CLIENT, 24L * MIB);
        assertWritesAndReads(24);
    }

    /** Writes and reads values of a MiB in turn, so that commands and replies are under way at the same time. */
    private void assertWritesAndReads(int values) {
        String padding = "x".repeat(MIB);
        List<Command<?>> commands = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            commands.add(set("key " + i, Keyed.valueOf("key " + i) + padding));
            commands.add(get("key " + i));
        }
        List<Object> replies = redis.pipeline(commands.toArray(Command<?>[]::new));
        for (int i = 0; i < values; i++) {
            assertThat(replies.get(2 * i)).isEqualTo(true);
            String value = (String) replies.get(2 * i + 1);
            assertThat(value.length()).isEqualTo(Keyed.valueOf("key " + i).length() + MIB);
            assertThat(value.startsWith(Keyed.valueOf("key " + i)))
                    .as("value of key %d", i)
                    .isTrue();
        }
        assertGoesOn();
    }

    private void assertGoesOn() {
        redis.set("k", Keyed.valueOf("k"));
        Keyed.assertGets(redis, "k");
        assertThat(proxy.connections()).isEqualTo(1);
    }

    private static byte[] numbered(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + (i >>> 16));
        }
        return bytes;
    }
}
