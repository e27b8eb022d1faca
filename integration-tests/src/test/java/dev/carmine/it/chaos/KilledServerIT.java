package dev.carmine.it.chaos;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.Seed;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;

/** The server is killed and started again under load. It persists every change before it answers. */
@RedisTest(appendOnly = true)
class KilledServerIT {
    private static final int TIMES = 4;

    @EachProtocol
    void everyCallHasATruthfulEndAndTheClientRecovers(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp);
                Load load = new Load(redis, Clients.PATIENCE, Seed.random("KilledServerIT"))) {
            load.threads(ThreadKind.PLATFORM, 64).futures(256);
            if (ThreadKind.VIRTUAL.isAvailable()) {
                load.threads(ThreadKind.VIRTUAL, 1_000);
            }
            for (int i = 0; i < TIMES; i++) {
                load.awaitSuccesses(2_000);
                server.kill();
                server.start();
            }
            load.awaitSuccesses(2_000);
            load.stop();
            load.counters().assertTrue(server);
            load.awaitRoomGivenBack();
        }
        ThreadLeaks.awaitNone();
    }
}
