package dev.carmine.examples;

import dev.carmine.client.AsyncCarmine;
import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.client.command.Strings;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** A few numbers, each from about a second. They say something about this machine; benchmarks compare clients. */
final class Measurements {
    private static final Duration WARM_UP = Duration.ofMillis(500);
    private static final Duration MEASURED = Duration.ofSeconds(1);
    private static final String KEY = "measured";

    private final Carmine redis;
    private final Narrator narrator;

    Measurements(Carmine redis, Narrator narrator) {
        this.redis = redis;
        this.narrator = narrator;
    }

    void run() {
        redis.set(KEY, "x".repeat(64));
        narrator.chapter("How fast that is here, with the server on the same machine and values of 64 bytes");
        Map<String, Double> results = new LinkedHashMap<>();
        results.put("GET, 1 thread", threads(1));
        results.put("GET, 16 threads", threads(16));
        results.put("GET, 64 threads", threads(64));
        results.put("GET, async, 512 in flight", repeat(this::async));
        results.put("GET, pipelines of 100", repeat(this::pipeline));
        double longest = Collections.max(results.values());
        results.forEach((what, perSecond) -> narrator.measured(what, perSecond, longest));
    }

    private double threads(int count) {
        return measure(duration -> {
            LongAdder calls = new LongAdder();
            long end = System.nanoTime() + duration.toNanos();
            List<Thread> threads = IntStream.range(0, count)
                    .mapToObj(i -> new Thread(() -> {
                        while (System.nanoTime() - end < 0) {
                            redis.get(KEY);
                            calls.increment();
                        }
                    }))
                    .toList();
            threads.forEach(Thread::start);
            threads.forEach(Measurements::join);
            return calls.sum();
        });
    }

    private double repeat(LongSupplier work) {
        return measure(duration -> {
            long calls = 0;
            long end = System.nanoTime() + duration.toNanos();
            while (System.nanoTime() - end < 0) {
                calls += work.getAsLong();
            }
            return calls;
        });
    }

    private long async() {
        AsyncCarmine async = redis.async();
        int calls = 20_000;
        Semaphore inFlight = new Semaphore(512);
        for (int i = 0; i < calls; i++) {
            inFlight.acquireUninterruptibly();
            CompletableFuture<?> unused = async.get(KEY).whenComplete((value, e) -> inFlight.release());
        }
        inFlight.acquireUninterruptibly(512);
        return calls;
    }

    private long pipeline() {
        List<Command<String>> commands =
                IntStream.range(0, 100).mapToObj(i -> Strings.get(KEY)).toList();
        return redis.pipeline(commands).size();
    }

    private static double measure(Work work) {
        work.run(WARM_UP);
        long start = System.nanoTime();
        long calls = work.run(MEASURED);
        return calls * 1e9 / (System.nanoTime() - start);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Something that goes on for a while, and counts its calls. */
    private interface Work {
        long run(Duration duration);
    }
}
