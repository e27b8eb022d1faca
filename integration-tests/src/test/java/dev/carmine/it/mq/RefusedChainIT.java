package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Credentials;
import dev.carmine.client.CredentialsProvider;
import dev.carmine.client.TypeRef;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.MessageHandler;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message that is chained to where the server refuses it: that concerns the message that it follows, and no other. */
@RedisTest
class RefusedChainIT {
    private static final String CLERK = "clerk";
    private static final int NEIGHBOURS = 20;
    private static final QueueOptions SLOT =
            QueueOptions.builder().slot("shop").lease(Duration.ofMillis(300)).build();

    private Carmine redis;
    private MessageQueue<String> shipments;

    @BeforeEach
    void connect(RedisServer server) {
        server.flushAll();
        redis = Clients.connect(server);
        shipments = open(redis, "shipments");
    }

    @AfterEach
    void close(RedisServer server) {
        redis.close();
        server.call("ACL", "DELUSER", CLERK);
    }

    private static MessageQueue<String> open(Carmine redis, String name) {
        return MessageQueue.of(redis, name, TypeRef.of(String.class), SLOT);
    }

    /** Has the first of many orders shipped, which is refused until something is mended. */
    private void shipsInVainUntil(Carmine client, Runnable mend) {
        MessageQueue<String> orders = open(client, "orders");
        orders.enqueue("to be shipped");
        List<String> others =
                IntStream.range(0, NEIGHBOURS).mapToObj(String::valueOf).toList();
        orders.enqueueAll(others);
        MessageHandler<String> handler = message -> message.body().equals("to be shipped")
                ? Outcome.success().then(shipments.newMessage("a parcel"))
                : Outcome.success();
        try (Worker worker = orders.worker(WorkerOptions.defaults(), handler)) {
            worker.start();
            Queues.await(() -> orders.stats().totals().acknowledged() == NEIGHBOURS);
            orders.enqueueAll(others);
            Queues.await(() -> orders.stats().totals().acknowledged() == 2 * NEIGHBOURS);
            Queues.await(() -> worker.stats().leasesLost() > 1); // and it is handed out again meanwhile
            mend.run();
            Queues.await(() -> orders.stats().totals().acknowledged() == 2 * NEIGHBOURS + 1);
        }
        assertThat(shipments.stats().ready()).as("both or none").isOne();
        assertThat(orders.check(1_000)).isEmpty();
        assertThat(shipments.check(1_000)).isEmpty();
    }

    @Test
    void intoAKeyThatIsNoPartOfAQueue() {
        String key = "cmq:{shop}:shipments:r";
        redis.set(key, "something else");
        shipsInVainUntil(redis, () -> redis.del(key));
    }

    @Test
    void intoAQueueThatTheWorkersUserMayNotTouch(RedisServer server) {
        String orders = "~cmq:{shop}:orders:*";
        server.call("ACL", "SETUSER", CLERK, "reset", "on", ">secret", orders, "~cmq:queues", "&*", "+@all");
        CredentialsProvider credentials = CredentialsProvider.fixed(new Credentials(CLERK, "secret"));
        try (Carmine clerk =
                Carmine.connect(Clients.options(server).credentials(credentials).build())) {
            shipsInVainUntil(clerk, () -> server.call("ACL", "SETUSER", CLERK, "~cmq:{shop}:shipments:*"));
        }
    }
}
