package dev.carmine.benchmarks.trial;

import dev.carmine.benchmarks.client.BenchmarkClient;
import dev.carmine.benchmarks.scenario.Call;
import dev.carmine.benchmarks.trial.Course.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.HdrHistogram.Histogram;

/** Many threads, each of which makes one call after another and waits for every reply. */
final class WaitingLoad implements Load {
    /** Callers begin with different keys: this many keys lie between one caller and the next. */
    private static final int STRIDE = 61;

    private final BenchmarkClient client;
    private final Call call;
    private final Course course;
    private final CountDownLatch dismissed = new CountDownLatch(1);
    private final List<Histogram> latencies = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    WaitingLoad(BenchmarkClient client, Call call, Course course, ThreadFactory factory, int callers) {
        this.client = client;
        this.call = call;
        this.course = course;
        for (int i = 0; i < callers; i++) {
            Histogram own = Latencies.ofOneThread();
            int firstTurn = i * STRIDE;
            latencies.add(own);
            threads.add(factory.newThread(() -> run(firstTurn, own)));
        }
    }

    @Override
    public void start() {
        threads.forEach(Thread::start);
    }

    @Override
    public Histogram finish() throws InterruptedException {
        dismissed.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        Histogram all = Latencies.ofOneThread();
        latencies.forEach(all::add);
        return all;
    }

    private void run(int firstTurn, Histogram own) {
        try {
            makeCalls(firstTurn, own);
        } catch (RuntimeException | Error e) {
            course.fail(e);
        }
        try {
            dismissed.await();
        } catch (InterruptedException e) {
            course.fail(e);
        }
    }

    private void makeCalls(int firstTurn, Histogram own) {
        int turn = firstTurn;
        Stage stage = course.stage();
        while (stage != Stage.OVER) {
            long start = System.nanoTime();
            call.perform(client, turn++);
            long elapsed = System.nanoTime() - start;
            if (stage == Stage.MEASUREMENT) {
                own.recordValue(elapsed);
                course.count();
            }
            stage = course.stage();
        }
    }
}
