package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.client.Carmine;
import dev.carmine.client.TypeRef;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.TestQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A queue in the caller's thread, with a clock that the caller moves. */
@RedisTest
class TestQueueIT {
    private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

    private final List<String> handled = new ArrayList<>();
    private Carmine redis;
    private TestQueue<String> test;

    @BeforeEach
    void open(RedisServer server) {
        server.flushAll();
        redis = Clients.connect(server);
        test = TestQueue.of(redis, "mail", TypeRef.of(String.class), QueueOptions.defaults(), BEGIN);
    }

    @AfterEach
    void close() {
        assertThat(test.queue().check(1_000)).isEmpty();
        redis.close();
    }

    private int run() {
        return test.run(message -> {
            handled.add(message.body() + " in " + Thread.currentThread().getName());
            return Outcome.success();
        });
    }

    private static EnqueueOptions in(Duration delay) {
        return EnqueueOptions.builder().delay(delay).build();
    }

    @Test
    void messagesAreHandledInTheThreadThatCallsWhenTheyAreDue() {
        test.queue().enqueue("later", in(Duration.ofDays(2)));
        test.queue().enqueue("now");
        assertThat(run()).isOne();
        assertThat(handled).containsExactly("now in " + Thread.currentThread().getName());
        test.advance(Duration.ofDays(2).minusMillis(1));
        assertThat(run()).isZero();
        test.advance(Duration.ofMillis(1));
        assertThat(run()).isOne();
        assertThat(test.now()).isEqualTo(BEGIN.plus(Duration.ofDays(2)));
    }

    @Test
    void whatAHandlerThrowsIsAFailureAndRetriedWhenItsTimeHasCome() {
        test.queue()
                .enqueue("a", EnqueueOptions.builder().id("a").maxAttempts(2).build());
        assertThat(test.run(message -> {
                    throw new IllegalStateException("attempt " + message.attempt());
                }))
                .isOne();
        assertThat(test.queue().status("a").state()).isEqualTo(QueueState.DELAYED);
        test.advance(Duration.ofHours(2));
        test.run(message -> {
            throw new IllegalStateException("attempt " + message.attempt());
        });
        assertThat(test.queue().status("a").lastError()).endsWith("attempt 2");
        assertThat(test.queue().status("a").state()).isEqualTo(QueueState.DEAD);
    }

    @Test
    void chainsAreFollowed() {
        MessageQueue<String> queue = test.queue();
        queue.enqueue("a");
        assertThat(test.run(message -> {
                    handled.add(message.body());
                    return message.body().length() < 4
                            ? Outcome.success().then(queue.newMessage(message.body() + "a"))
                            : Outcome.success();
                }))
                .isEqualTo(4);
        assertThat(handled).containsExactly("a", "aa", "aaa", "aaaa");
    }

    @Test
    void leasesFollowTheClockOfTheTest() {
        test.queue().enqueue("a");
        test.run(message -> {
            assertThat(message.enqueuedAt()).isEqualTo(BEGIN);
            test.advance(Duration.ofSeconds(20));
            message.extendLease(Duration.ofSeconds(30));
            test.advance(Duration.ofSeconds(29));
            assertThat(message.isLeaseLost()).isFalse();
            test.advance(Duration.ofSeconds(1));
            assertThat(message.isLeaseLost()).isTrue();
            return Outcome.success();
        });
    }

    @Test
    void aHandlerThatNeverEndsIsFoundOut() {
        MessageQueue<String> queue = test.queue();
        queue.enqueue("a");
        assertThatIllegalStateException()
                .isThrownBy(() -> test.run(message -> Outcome.success().then(queue.newMessage("again"))))
                .withMessageContaining("do handlers make new ones for ever?");
    }

    @Test
    void schedulesFollowTheClockOfTheTest() {
        test.queue().schedule("digest", Duration.ofHours(1), "read this", MissedTicks.RUN_ALL);
        assertThat(run()).isZero();
        test.advance(Duration.ofHours(3));
        assertThat(run()).isEqualTo(3);
    }

    @Test
    void moreThanASliceCanFallDueAtOnce() {
        for (int i = 0; i < 200; i++) {
            test.queue().enqueue("m", in(Duration.ofMinutes(1)));
        }
        test.advance(Duration.ofMinutes(1));
        assertThat(run()).isEqualTo(200);
    }
}
