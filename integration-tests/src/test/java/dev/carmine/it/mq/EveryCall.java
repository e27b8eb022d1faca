package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.TypeRef;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.Message;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.NoResultException;
import dev.carmine.mq.OnDuplicate;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.RetryPolicy;
import dev.carmine.mq.TestQueue;
import dev.carmine.mq.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All that a program can ask of a queue, so that each script is called with the keys that it is given in earnest. */
final class EveryCall {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Carmine redis;
    private final TestQueue<String> mail;
    private final MessageQueue<String> queue;

    /** In the same slot. */
    private final MessageQueue<String> parcels;

    EveryCall(Carmine redis) {
        this.redis = redis;
        this.mail = open(redis, "mail");
        this.queue = mail.queue();
        this.parcels = open(redis, "parcels").queue();
    }

    /** Makes all the calls; the queue is empty afterwards. */
    void make() {
        enqueue();
        handle();
        tick();
        administer();
        assertThat(queue.check(1_000)).isEmpty();
    }

    private static TestQueue<String> open(Carmine redis, String name) {
        return TestQueue.of(
                redis,
                name,
                TypeRef.of(String.class),
                QueueOptions.builder().slot("shop").build(),
                Instant.parse("2026-09-21T00:00:00Z"));
    }

    private static EnqueueOptions.Builder id(String id) {
        return EnqueueOptions.builder().id(id);
    }

    private void enqueue() {
        queue.enqueueAll(List.of("dedupe", "result", "retry", "dead", "release", "lost", "extend", "cancel"));
        queue.enqueueMessages(List.of(
                queue.newMessage("chain", id("chain").build()),
                queue.newMessage("requeue", id("requeue").build())));
        redis.call(queue.enqueueCommand(
                "late", EnqueueOptions.builder().delay(SECOND).build()));
        queue.enqueueAsync("old", EnqueueOptions.builder().expireAfter(SECOND).build())
                .join();
        EnqueueOptions inGroup = EnqueueOptions.builder().group("g").build();
        queue.enqueueAll(List.of("first", "second", "retry"), inGroup);
        queue.enqueue("low", id("again").priority(-1).delay(SECOND).build());
        queue.enqueue(
                "high", id("again").onDuplicate(OnDuplicate.UPDATE).resetDelay().build());
        mail.advance(SECOND);
    }

    private void handle() {
        WorkerOptions options =
                WorkerOptions.builder().retryPolicy(RetryPolicy.fixed(SECOND)).build();
        mail.run(options, this::handle);
        mail.advance(SECOND);
        mail.run(options, this::handle);
        mail.advance(Duration.ofMinutes(1)); // windows are over
        mail.run(options, this::handle);
    }

    private Outcome handle(Message<String> message) throws InterruptedException {
        switch (message.body()) {
            case "dedupe" -> {
                return Outcome.success().dedupeFor(SECOND);
            }
            case "requeue" -> {
                queue.enqueue(
                        "again",
                        id(message.id()).onDuplicate(OnDuplicate.REQUEUE).build());
                return Outcome.success().dedupeFor(SECOND);
            }
            case "result" -> {
                awaitInVain(message.id());
                return Outcome.success("done");
            }
            case "retry" -> {
                return message.attempt() == 1 ? Outcome.retry() : Outcome.success();
            }
            case "dead" -> {
                return Outcome.deadLetter("on purpose");
            }
            case "release" -> {
                queue.enqueue(
                        "released",
                        id(message.id()).onDuplicate(OnDuplicate.REQUEUE).build());
                queue.cancel(message.id());
                return Outcome.release();
            }
            case "lost" -> {
                if (message.deliveries() == 1) {
                    mail.advance(Duration.ofMinutes(1));
                    mail.run(this::handle); // reclaims it
                }
                return Outcome.success();
            }
            case "extend" -> {
                message.progress(50);
                message.extendLease(SECOND);
                return Outcome.success();
            }
            case "cancel" -> {
                queue.cancel(message.id());
                throw new IllegalStateException("stopped");
            }
            case "chain" -> {
                return Outcome.success()
                        .then(
                                queue.newMessage("chained"),
                                parcels.newMessage("chained", id("parcel").build()));
            }
            default -> {
                return Outcome.success();
            }
        }
    }

    private void awaitInVain(String id) throws InterruptedException {
        try {
            queue.awaitResult(id, String.class, Duration.ofMillis(1));
        } catch (NoResultException e) {
            assertThat(e.reason()).isEqualTo(NoResultException.Reason.NOT_YET);
        }
    }

    private void tick() {
        queue.schedule("digest", SECOND, "tick", MissedTicks.RUN_ALL);
        queue.schedule("digest", SECOND.multipliedBy(2), "tick", MissedTicks.RUN_ALL);
        assertThat(queue.schedules()).hasSize(1);
        mail.advance(SECOND.multipliedBy(5));
        mail.run(this::handle);
        assertThat(queue.unschedule("digest")).isTrue();
    }

    private void administer() {
        queue.enqueueAll(List.of("dead", "dead", "dead"));
        mail.run(this::handle);
        String dead = queue.messages(QueueState.DEAD, 0, 10).get(0).id();
        queue.enqueue("living", id(dead).build());
        queue.redrive(List.of(dead, "unknown"));
        queue.redriveAll(1);
        queue.purge(List.of("unknown"));
        queue.purgeAll(1);
        queue.enqueue("delayed", id("delayed").delay(SECOND).build());
        queue.enqueue("grouped", id("grouped").group("g").build());
        queue.messages(QueueState.READY, 0, 10);
        queue.status("delayed");
        queue.find("delayed");
        queue.cancelAll(List.of("delayed", "grouped", "unknown"));
        queue.configure(QueueOptions.builder()
                .rate(new QueueOptions.Rate(1, SECOND))
                .concurrency(2)
                .deadCapacity(1)
                .build());
        queue.limitGroup("g", 2);
        queue.enqueueAll(List.of("a", "b"), EnqueueOptions.builder().group("g").build());
        mail.run(this::handle);
        queue.unlimitGroup("g");
        queue.pause();
        queue.resume();
        queue.stats();
        queue.check(1_000);
        queue.clear();
    }
}
