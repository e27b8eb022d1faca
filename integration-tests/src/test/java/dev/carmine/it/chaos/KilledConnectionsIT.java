package dev.carmine.it.chaos;

import dev.carmine.client.Carmine;
import dev.carmine.client.ReconnectOptions;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.Seed;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.time.Duration;

/** An operator closes connections under load, again and again. */
@RedisTest(isolated = true)
class KilledConnectionsIT {
    private static final int TIMES = 50;

    @EachProtocol
    void readsGoOnAndIncrementsAddUp(Resp resp, RedisServer server) {
        server.flushAll();
        ReconnectOptions quickly = new ReconnectOptions(Duration.ofMillis(1), Duration.ofMillis(20));
        try (Carmine redis = Carmine.connect(
                        Clients.options(server, resp).reconnect(quickly).build());
                RawConnection operator = server.connect();
                Load load = new Load(redis, Clients.PATIENCE, Seed.random("KilledConnectionsIT"))) {
            load.threads(ThreadKind.PLATFORM, 16).futures(64);
            if (ThreadKind.VIRTUAL.isAvailable()) {
                load.threads(ThreadKind.VIRTUAL, 100);
            }
            for (int i = 0; i < TIMES; i++) {
                load.awaitSuccesses(200);
                operator.call("CLIENT", "KILL", "TYPE", "normal");
            }
            load.awaitSuccesses(200);
            load.stop();
            load.counters().assertTrue(server);
            load.awaitRoomGivenBack();
        }
    }
}
