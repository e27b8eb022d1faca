package dev.carmine.it.mq.fault;

import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.Direction;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.fault.ProxiedConnection;
import dev.carmine.it.process.ChildJvm;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.SplittableRandom;

/** What happens to a campaign; each goes by within a few seconds. */
enum Fault {
    WORKER_KILLED {
        @Override
        void strike(Campaign campaign) {
            campaign.staff().replaceWorker();
        }
    },
    PRODUCER_KILLED {
        @Override
        void strike(Campaign campaign) {
            campaign.staff().replaceProducer();
        }
    },
    WORKER_FROZEN {
        @Override
        void strike(Campaign campaign) {
            ChildJvm worker = campaign.staff().anyWorker();
            worker.suspend();
            campaign.goOnFor(TestedQueue.LEASE.multipliedBy(2));
            worker.resume();
        }
    },
    CONNECTIONS_CUT {
        @Override
        void strike(Campaign campaign) {
            campaign.proxy().cutAll(campaign.random().nextBoolean() ? Cut.RST : Cut.FIN);
        }
    },
    REPLIES_LOST {
        @Override
        void strike(Campaign campaign) {
            FaultProxy proxy = campaign.proxy();
            for (int number = 1; number <= proxy.connections(); number++) {
                ProxiedConnection connection = proxy.connection(number);
                if (connection.isOpen()) {
                    connection.dropReply(Cut.RST);
                }
            }
        }
    },
    REPLIES_CUT_IN_TWO {
        @Override
        void strike(Campaign campaign) {
            FaultProxy proxy = campaign.proxy();
            for (int number = 1; number <= proxy.connections(); number++) {
                ProxiedConnection connection = proxy.connection(number);
                if (connection.isOpen()) {
                    connection.cutAfter(Direction.TO_CLIENT, campaign.random().nextInt(1, 2_000), Cut.RST);
                }
            }
        }
    },
    NETWORK_SLOW {
        @Override
        void strike(Campaign campaign) {
            campaign.proxy().delay(Duration.ofMillis(campaign.random().nextInt(5, 150)));
            campaign.goOnFor(Duration.ofSeconds(1));
            campaign.proxy().delay(Duration.ZERO);
        }
    },
    NETWORK_SILENT {
        @Override
        void strike(Campaign campaign) {
            SplittableRandom random = campaign.random();
            Direction direction = random.nextBoolean() ? Direction.TO_CLIENT : Direction.TO_SERVER;
            campaign.proxy().stall(direction);
            campaign.goOnFor(Duration.ofMillis(random.nextInt(100, 2_500)));
            campaign.proxy().resume(direction);
        }
    },
    SERVER_KILLED {
        @Override
        void strike(Campaign campaign) {
            campaign.server().kill();
            campaign.server().start();
        }
    },
    SERVER_FROZEN {
        @Override
        void strike(Campaign campaign) {
            RedisServer server = campaign.server();
            server.suspend();
            campaign.goOnFor(Duration.ofMillis(campaign.random().nextInt(100, 2_500)));
            server.resume();
        }
    },
    SERVER_PAUSED {
        @Override
        void strike(Campaign campaign) {
            campaign.server()
                    .call("CLIENT", "PAUSE", String.valueOf(campaign.random().nextInt(1, 1_000)), "ALL");
        }
    },
    SCRIPTS_FORGOTTEN {
        @Override
        void strike(Campaign campaign) {
            campaign.server().call("SCRIPT", "FLUSH");
        }
    };

    abstract void strike(Campaign campaign);
}
