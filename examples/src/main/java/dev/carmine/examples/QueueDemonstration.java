package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.RetryPolicy;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The part of the demonstration that shows the message queue. */
final class QueueDemonstration {
    private static final int MANY = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Carmine redis;
    private final Narrator narrator;

    QueueDemonstration(Carmine redis, Narrator narrator) {
        this.redis = redis;
        this.narrator = narrator;
    }

    void run() {
        deadLetters();
        throughput();
    }

    private void deadLetters() {
        narrator.chapter("A message that fails is tried again, then set aside, and redriven when the cause is mended");
        MessageQueue<String> orders = MessageQueue.of(redis, "orders", String.class);
        EnqueueOptions twice =
                EnqueueOptions.builder().id("order:7").maxAttempts(2).build();
        narrator.shows(
                "orders.enqueue(\"tea\", id order:7)",
                orders.enqueue("tea", twice).status());
        narrator.shows(
                "orders.enqueue(\"tea\", id order:7)",
                orders.enqueue("tea", twice).status());
        WorkerOptions atOnce = WorkerOptions.builder()
                .retryPolicy(RetryPolicy.fixed(Duration.ZERO))
                .build();
        try (Worker worker = orders.worker(atOnce, message -> {
            throw new IllegalStateException("out of tea, attempt " + message.attempt());
        })) {
            worker.start();
            awaitDead(orders, "order:7");
        }
        narrator.shows(
                "orders.status(\"order:7\")",
                orders.status("order:7").state() + ", "
                        + orders.status("order:7").lastError());
        narrator.shows("orders.redrive(\"order:7\")", orders.redrive("order:7"));
        CountDownLatch delivered = new CountDownLatch(1);
        try (Worker worker = orders.worker(WorkerOptions.defaults(), message -> {
            delivered.countDown();
            return Outcome.success();
        })) {
            worker.start();
            await(delivered);
            worker.drain(PATIENCE);
        }
        narrator.shows("orders.status(\"order:7\")", orders.status("order:7").state());
    }

    private void throughput() {
        narrator.chapter("Many messages, one worker with a hundred slots, everything acknowledged");
        MessageQueue<String> queue = MessageQueue.of(redis, "many", String.class);
        long start = System.nanoTime();
        for (int i = 0; i < MANY / 100; i++) {
            queue.enqueueAll(Collections.nCopies(100, "hello"));
        }
        long enqueued = System.nanoTime();
        CountDownLatch left = new CountDownLatch(MANY);
        try (Worker worker =
                queue.worker(WorkerOptions.builder().concurrency(100).build(), message -> {
                    left.countDown();
                    return Outcome.success();
                })) {
            worker.start();
            await(left);
            worker.drain(PATIENCE);
        }
        long handled = System.nanoTime();
        narrator.shows("enqueued, in batches of 100", perSecond(enqueued - start) + " a second");
        narrator.shows("leased, handled and acknowledged", perSecond(handled - enqueued) + " a second");
    }

    private static String perSecond(long nanos) {
        return String.format("%,d", MANY * TimeUnit.SECONDS.toNanos(1) / nanos);
    }

    private static void awaitDead(MessageQueue<?> queue, String id) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (queue.status(id).state() != QueueState.DEAD) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the message is not dead yet");
            }
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("not everything was handled in time");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
