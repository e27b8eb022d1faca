package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineServerException;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queues of users whom the server's access control list restricts: {@code mute} may have nothing published. */
@RedisTest(
        users = {
            "narrow on >pass ~cmq:* resetchannels &cmq:* +@all",
            "mute on >pass ~cmq:* resetchannels +@all -publish"
        })
class RestrictedUsersIT {
    private static final EnqueueOptions SEVEN = EnqueueOptions.withId("order:7");

    @BeforeEach
    void empty(RedisServer server) {
        server.flushAll();
    }

    @AfterEach
    void noThreadIsLeft() {
        ThreadLeaks.awaitNone();
    }

    private static Carmine connect(RedisServer server, Resp resp, String user) {
        return Carmine.connect(Clients.options(server, resp)
                .uri("redis://" + user + ":pass@" + server.host() + ":" + server.port())
                .build());
    }

    private static Worker answering(MessageQueue<String> queue) {
        return queue.worker(WorkerOptions.defaults(), message -> Outcome.success("done: " + message.body()));
    }

    private static CompletableFuture<String> result(MessageQueue<String> queue) {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return queue.awaitResult("order:7", String.class, Clients.PATIENCE);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .orTimeout(Clients.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @EachProtocol
    void theKeysAndChannelsOfQueuesAreEnough(Resp resp, RedisServer server) {
        try (Carmine redis = connect(server, resp, "narrow")) {
            MessageQueue<String> queue = Queues.open(redis);
            queue.enqueue("tea", SEVEN);
            CompletableFuture<String> result = result(queue);
            Queues.await(() -> redis.zcard("cmq:{q}:a") == 1);
            try (Worker worker = answering(queue)) {
                worker.start();
                assertThat(result.join()).isEqualTo("done: tea");
            }
            assertThat(queue.check(10)).isEmpty();
        }
    }

    /** Who waits looks for itself, after some seconds. */
    @Test
    void aResultReachesWhoWaitsThoughTheWorkerMayNotPublish(RedisServer server) {
        try (Carmine redis = connect(server, Resp.RESP2, "narrow");
                Carmine mute = connect(server, Resp.RESP2, "mute")) {
            MessageQueue<String> queue = Queues.open(redis);
            queue.enqueue("tea", SEVEN);
            CompletableFuture<String> result = result(queue);
            Queues.await(() -> redis.zcard("cmq:{q}:a") == 1);
            try (Worker worker = answering(Queues.open(mute))) {
                worker.start();
                assertThat(result.join()).isEqualTo("done: tea");
                assertThat(worker.stats().errors()).isZero();
            }
            assertThat(queue.check(10)).isEmpty();
        }
    }

    @EachProtocol
    void whoMayNotSubscribeIsToldSoAndGetsAResultThatIsThere(Resp resp, RedisServer server) throws Exception {
        try (Carmine mute = connect(server, resp, "mute")) {
            MessageQueue<String> queue = Queues.open(mute);
            queue.enqueue("tea", SEVEN);
            assertThatExceptionOfType(CarmineServerException.class)
                    .isThrownBy(() -> queue.awaitResult("order:7", String.class, Duration.ofSeconds(1)))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("NOPERM"));
            try (Worker worker = answering(queue)) {
                worker.start();
                Queues.await(() -> worker.stats().succeeded() == 1);
            }
            assertThat(queue.awaitResult("order:7", String.class, Duration.ofSeconds(1)))
                    .isEqualTo("done: tea");
        }
    }
}
