package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SubmissionQueueTest {
    private final SubmissionQueue queue = new SubmissionQueue();

    @Test
    void isEmptyAtFirst() {
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.takeAll()).isNull();
    }

    @Test
    void handsOutTheOldestCallFirst() {
        List<Call> calls = List.of(call(), call(), call());
        calls.forEach(queue::push);

        assertThat(queue.isEmpty()).isFalse();
        assertThat(taken()).containsExactlyElementsOf(calls);
    }

    @Test
    void handsOutEachCallOnce() {
        queue.push(call());
        taken();
        Call later = call();
        queue.push(later);

        assertThat(taken()).containsExactly(later);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(taken()).isEmpty();
    }

    @Test
    void takesACallThatIsPushedAgain() {
        Call call = call();
        queue.push(call());
        queue.push(call);
        taken();
        queue.push(call);

        assertThat(taken()).containsExactly(call);
    }

    @Test
    @Timeout(60)
    void keepsTheOrderOfEachThreadAndLosesNothing() throws InterruptedException {
        int each = 2_000;
        List<List<Call>> pushed = List.of(calls(each), calls(each), calls(each));
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (List<Call> calls : pushed) {
            Thread thread = new Thread(() -> {
                awaitUninterrupted(start);
                calls.forEach(queue::push);
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        List<Call> taken = new ArrayList<>();
        while (taken.size() < pushed.size() * each) {
            taken.addAll(taken());
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(queue.isEmpty()).isTrue();
        for (List<Call> calls : pushed) {
            List<Call> ofThread = new ArrayList<>(taken);
            ofThread.retainAll(Set.copyOf(calls));
            assertThat(ofThread).isEqualTo(calls);
        }
    }

    private List<Call> taken() {
        List<Call> calls = new ArrayList<>();
        for (Call call = queue.takeAll(); call != null; call = call.next) {
            calls.add(call);
        }
        return calls;
    }

    private static List<Call> calls(int count) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(call());
        }
        return calls;
    }

    private static Call call() {
        return Words.call(Words.command("PING"));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
