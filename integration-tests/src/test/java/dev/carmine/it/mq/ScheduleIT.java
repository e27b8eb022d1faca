package dev.carmine.it.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.Carmine;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadLeaks;
import dev.carmine.it.server.RedisServer;
import dev.carmine.mq.Cron;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.Message;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.Overlap;
import dev.carmine.mq.Schedule;
import dev.carmine.mq.ScheduleOptions;
import dev.carmine.mq.ScheduleResult;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.QueueScript;
import dev.carmine.mq.internal.QueueScripts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recurring messages: who enqueues them, when, and what becomes of ticks at which nobody was there. */
@RedisTest
class ScheduleIT {
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final QueueKeys KEYS = new QueueKeys("q", null);

    private final BlockingQueue<Message<String>> handled = new LinkedBlockingQueue<>();
    private final List<Worker> workers = new ArrayList<>();
    private Carmine redis;
    private MessageQueue<String> queue;

    @BeforeEach
    void connect(RedisServer server) {
        server.flushAll();
        redis = Clients.connect(server);
        queue = MessageQueue.of(redis, "q", String.class);
    }

    @AfterEach
    void close() {
        workers.forEach(Worker::close);
        assertThat(queue.check(10_000)).isEmpty();
        redis.close();
        ThreadLeaks.awaitNone();
    }

    private Worker startWorker() {
        return startWorker(queue);
    }

    private Worker startWorker(MessageQueue<String> of) {
        Worker worker = of.worker(WorkerOptions.defaults(), message -> {
            handled.add(message);
            return Outcome.success();
        });
        workers.add(worker);
        worker.start();
        return worker;
    }

    private Message<String> poll() throws InterruptedException {
        Message<String> message = handled.poll(15, TimeUnit.SECONDS);
        assertThat(message).as("a message within 15 seconds").isNotNull();
        return Objects.requireNonNull(message);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(5, TimeUnit.MILLISECONDS)
                .until(condition);
    }

    private Schedule only() {
        assertThat(queue.schedules()).hasSize(1);
        return queue.schedules().get(0);
    }

    private static long tickOf(Message<?> message) {
        return Long.parseLong(message.id().substring(message.id().lastIndexOf('@') + 1));
    }

    /** Makes a schedule as it would be if nobody had been there since a tick some time ago. */
    private long due(String name, Duration ago) {
        long tick = redis.time().minus(ago).toEpochMilli();
        String text = Objects.requireNonNull(redis.hget(KEYS.part("s"), name));
        redis.hset(KEYS.part("s"), name, String.format("%016d", tick) + text.substring(16));
        redis.zadd(KEYS.part("st"), (double) tick, name);
        return tick;
    }

    private @Nullable Object run(QueueScript script, Object... args) {
        return redis.call(QueueScripts.production().get(script).on(KEYS.all(), args));
    }

    // Saying it

    @EachProtocol
    void aScheduleIsListedAsItWasSaid(Resp resp, RedisServer server) {
        try (Carmine client = Clients.connect(server, resp)) {
            MessageQueue<String> same = MessageQueue.of(client, "q", String.class);
            Instant now = redis.time();
            ScheduleOptions how = ScheduleOptions.builder()
                    .missed(MissedTicks.SKIP)
                    .overlap(Overlap.SKIP)
                    .build();

            assertThat(same.schedule("digest", Cron.of("0 7 * * *"), ROME, "b", MissedTicks.RUN_ONCE))
                    .isEqualTo(ScheduleResult.ADDED);
            assertThat(same.schedule("poll", HOUR, "b", how)).isEqualTo(ScheduleResult.ADDED);

            assertThat(same.stats().schedules()).isEqualTo(2);
            Instant seven =
                    now.atZone(ROME).withHour(7).truncatedTo(ChronoUnit.HOURS).toInstant();
            Schedule digest = same.schedules().stream()
                    .filter(schedule -> schedule.name().equals("digest"))
                    .findFirst()
                    .orElseThrow();
            assertThat(digest.nextTick()).isIn(seven, nextDay(seven));
            assertThat(digest)
                    .isEqualTo(new Schedule(
                            "digest", "0 7 * * *", ROME, MissedTicks.RUN_ONCE, Overlap.ALLOW, digest.nextTick(), null));
            assertThat(same.unschedule("digest")).isTrue();
            Schedule poll = only();
            assertThat(poll)
                    .isEqualTo(
                            new Schedule("poll", "PT1H", null, MissedTicks.SKIP, Overlap.SKIP, poll.nextTick(), null));
            assertThat(poll.nextTick())
                    .isBetween(now.plus(HOUR).minusMillis(1), redis.time().plus(HOUR));
        }
    }

    private static Instant nextDay(Instant time) {
        return time.atZone(ROME).plusDays(1).toInstant();
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(queue.schedule("s", HOUR, "b", MissedTicks.SKIP)).isEqualTo(ScheduleResult.ADDED);
        long tick = due("s", HOUR.negated());
        assertThat(queue.schedule("s", HOUR, "b", MissedTicks.SKIP)).isEqualTo(ScheduleResult.KEPT);
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick));
    }

    @Test
    void anotherBodyKeepsTheTickAndAnotherRecurrenceDoesNot() {
        queue.schedule("s", HOUR, "b", MissedTicks.SKIP);
        long tick = due("s", Duration.ofMinutes(-5));
        assertThat(queue.schedule("s", HOUR, "other", MissedTicks.RUN_ALL)).isEqualTo(ScheduleResult.UPDATED);
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick));
        assertThat(only().missed()).isEqualTo(MissedTicks.RUN_ALL);

        assertThat(queue.schedule("s", HOUR.plusMillis(1), "other", MissedTicks.RUN_ALL))
                .isEqualTo(ScheduleResult.UPDATED);
        assertThat(only().nextTick()).isAfter(Instant.ofEpochMilli(tick));
    }

    @Test
    void aDueTickOutlivesAChange() throws Exception {
        queue.schedule("s", Cron.of("0 7 * * *"), ROME, "old", MissedTicks.RUN_ONCE);
        long tick = due("s", Duration.ofMinutes(5));
        queue.schedule("s", HOUR, "new", MissedTicks.RUN_ONCE);
        startWorker();
        Message<String> message = poll();
        assertThat(message.id()).isEqualTo("s@" + tick);
        assertThat(message.body()).isEqualTo("new");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.schedule("", HOUR, "b", MissedTicks.SKIP))
                .withMessageContaining("1 to 256 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.schedule("s", Duration.ofMillis(99), "b", MissedTicks.SKIP))
                .withMessageContaining("PT0.1S");
        assertThat(queue.schedules()).isEmpty();
    }

    // Ticks

    @Test
    void eachTickIsOneMessageHoweverManyWorkersThereAre(RedisServer server) throws Exception {
        List<Carmine> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                clients.add(Clients.connect(server));
                startWorker(MessageQueue.of(clients.get(i), "q", String.class));
            }
            queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
            List<Long> ticks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ticks.add(tickOf(poll()));
            }
            queue.unschedule("s");
            workers.forEach(worker -> worker.drain(Clients.PATIENCE));
            handled.forEach(message -> ticks.add(tickOf(message)));
            long first = Collections.min(ticks);
            assertThat(ticks)
                    .containsExactlyInAnyOrderElementsOf(LongStream.range(0, ticks.size())
                            .mapToObj(i -> first + i * OFTEN.toMillis())
                            .toList());
            assertThat(queue.stats().totals().accepted()).isEqualTo(ticks.size());
        } finally {
            workers.forEach(Worker::close);
            clients.forEach(Carmine::close);
        }
    }

    @Test
    void anExpressionTicksOnTheSecond() throws Exception {
        queue.schedule("s", Cron.of("* * * * * *"), ROME, "b", MissedTicks.RUN_ALL);
        startWorker();
        long first = tickOf(poll());
        assertThat(first % 1_000).isZero();
        assertThat(tickOf(poll())).isEqualTo(first + 1_000);
        assertThat(only().lastTick()).isBetween(Instant.ofEpochMilli(first), redis.time());
    }

    @Test
    void aMessageIsEnqueuedAsTheOptionsSay() throws Exception {
        queue.schedule(
                "s",
                OFTEN,
                "body",
                ScheduleOptions.builder()
                        .message(EnqueueOptions.builder()
                                .group("g")
                                .lease(Duration.ofSeconds(7))
                                .header("trace", "t1")
                                .build())
                        .build());
        startWorker();
        Message<String> message = poll();
        assertThat(message.body()).isEqualTo("body");
        assertThat(message.group()).isEqualTo("g");
        assertThat(message.lease()).isEqualTo(Duration.ofSeconds(7));
        assertThat(message.headers()).containsEntry("trace", "t1");
    }

    @Test
    void anEndedOneTicksNoMore() throws Exception {
        startWorker();
        queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
        poll();
        assertThat(queue.unschedule("s")).isTrue();
        assertThat(queue.unschedule("s")).isFalse();
        assertThat(queue.schedules()).isEmpty();
        assertThat(redis.exists(KEYS.part("s"), KEYS.part("st"))).isZero();
    }

    @Test
    void scriptsMayBeForgotten() throws Exception {
        startWorker();
        queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
        long first = tickOf(poll());
        for (int i = 1; i < 4; i++) {
            redis.scriptFlush();
            assertThat(tickOf(poll())).isEqualTo(first + i * OFTEN.toMillis());
        }
    }

    @Test
    void aWorkerThatDiesWithAScheduleLosesItAfterFiveSeconds() throws Exception {
        queue.schedule("s", HOUR, "b", MissedTicks.RUN_ONCE);
        long tick = due("s", Duration.ofMinutes(5));
        List<?> lent = (List<?>) Objects.requireNonNull(run(QueueScript.DUE));
        assertThat(lent.get(1)).isEqualTo("s");
        long now = Long.parseLong((String) lent.get(0));
        assertThat(redis.zscore(KEYS.part("st"), "s")).isEqualTo(now + 5_000.0);
        redis.zadd(KEYS.part("st"), (double) now, "s"); // they are over

        startWorker();
        assertThat(poll().id()).isEqualTo("s@" + tick);
        assertThat(run(QueueScript.TICK, "s", lent.get(2), tick + 1, "", tick, "late", ""))
                .isNull();
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick).plus(HOUR));
    }

    @Test
    void aFullWorkerAttendsToTicks() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Worker worker = queue.worker(WorkerOptions.builder().concurrency(1).build(), message -> {
            handled.add(message);
            assertThat(Clients.await(release)).isTrue();
            return Outcome.success();
        })) {
            worker.start();
            queue.enqueue("long");
            poll();
            queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
            await(() -> queue.stats().ready() > 5);
            assertThat(handled).isEmpty();
            queue.unschedule("s");
            release.countDown();
            assertThat(worker.drain(Clients.PATIENCE)).isTrue();
        }
    }

    @Test
    void aTickIsDroppedWhileTheMessageBeforeLivesIfThatIsAskedFor() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Worker worker = queue.worker(WorkerOptions.builder().concurrency(4).build(), message -> {
            handled.add(message);
            assertThat(Clients.await(release)).isTrue();
            return Outcome.success();
        })) {
            worker.start();
            queue.schedule(
                    "s",
                    OFTEN,
                    "b",
                    ScheduleOptions.builder().overlap(Overlap.SKIP).build());
            long first = tickOf(poll());
            await(() -> only().nextTick().isAfter(Instant.ofEpochMilli(first).plus(OFTEN.multipliedBy(4))));
            assertThat(queue.stats().totals().accepted()).isOne();
            assertThat(only().lastTick()).isEqualTo(Instant.ofEpochMilli(first));
            release.countDown();
            assertThat(tickOf(poll())).isGreaterThan(first + 4 * OFTEN.toMillis());
        }
    }

    // Missed ticks

    @Test
    void missedTicksAreOneMessage() throws Exception {
        queue.schedule("s", HOUR, "b", MissedTicks.RUN_ONCE);
        long tick = due("s", HOUR.multipliedBy(5).plusMinutes(10));
        startWorker();
        assertThat(poll().id()).isEqualTo("s@" + tick);
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick).plus(HOUR.multipliedBy(6)));
        assertThat(queue.stats().totals().accepted()).isOne();
    }

    @Test
    void missedTicksAreSkipped() {
        queue.schedule("s", HOUR, "b", MissedTicks.SKIP);
        long tick = due("s", HOUR.multipliedBy(5).plusMinutes(10));
        startWorker();
        Instant next = Instant.ofEpochMilli(tick).plus(HOUR.multipliedBy(6));
        await(() -> only().nextTick().equals(next));
        assertThat(only().lastTick()).isNull();
        assertThat(queue.stats().totals().accepted()).isZero();
    }

    @Test
    void theNewestTickIsNotMissedWithinAMinute() throws Exception {
        queue.schedule("s", HOUR, "b", MissedTicks.SKIP);
        long tick = due("s", HOUR.multipliedBy(5).plusSeconds(10));
        startWorker();
        assertThat(tickOf(poll())).isEqualTo(tick + 5 * HOUR.toMillis());
        assertThat(queue.stats().totals().accepted()).isOne();
    }

    @Test
    void allMissedTicksAreDoneInSeveralPasses() throws Exception {
        queue.schedule("s", HOUR, "b", MissedTicks.RUN_ALL);
        long tick = due("s", HOUR.multipliedBy(249).plusMinutes(10));
        startWorker();
        List<Long> ticks = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            ticks.add(tickOf(poll()));
        }
        assertThat(ticks)
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 250)
                        .mapToObj(i -> tick + i * HOUR.toMillis())
                        .toList());
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick).plus(HOUR.multipliedBy(250)));
    }

    // What goes wrong

    @Test
    void aDefinitionThatCannotBeReadIsKeptForAProgramThatCan() throws Exception {
        queue.schedule("new", HOUR, "b", MissedTicks.RUN_ONCE);
        long tick = due("new", HOUR);
        String text = Objects.requireNonNull(redis.hget(KEYS.part("s"), "new"));
        String newer = "9" + text.substring(49);
        redis.hset(KEYS.part("s"), "new", text.substring(0, 48) + newer);
        Worker worker = startWorker();
        queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
        for (int i = 0; i < 5; i++) {
            assertThat(poll().id()).startsWith("s@");
        }
        assertThat(worker.stats().exchanges()).as("it does not spin").isLessThan(100);
        queue.unschedule("s");
        assertThat(only().recurrence()).contains("version 1");
        assertThat(only().missed()).isNull();
        assertThat(only().nextTick()).isEqualTo(Instant.ofEpochMilli(tick));
        assertThat(redis.hget(KEYS.part("s"), "new")).endsWith(newer);
    }

    @Test
    void aWorkerGoesOnWhenSchedulesFail() throws Exception {
        redis.set(KEYS.part("s"), "no hash");
        redis.zadd(KEYS.part("st"), 1, "s");
        Worker worker = startWorker();
        for (int i = 0; i < 5; i++) {
            queue.enqueue("body " + i);
            assertThat(poll().body()).isEqualTo("body " + i);
        }
        await(() -> worker.stats().errors() > 5);
        assertThat(worker.stats().exchanges()).as("it does not spin").isLessThan(150);
        redis.del(KEYS.part("s"), KEYS.part("st"));

        queue.schedule("s", OFTEN, "b", MissedTicks.RUN_ALL);
        assertThat(poll().id()).startsWith("s@");
    }
}
