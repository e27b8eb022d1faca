package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InquiryTest {
    private final Doorbell bell = new Doorbell();
    private final Pause pause = bell::await;
    private final AtomicInteger asked = new AtomicInteger();

    InquiryTest() throws IOException {}

    @AfterEach
    void close() {
        bell.close();
    }

    private Inquiry<String> inquiry(Callable<String> question) {
        return new Inquiry<>("asking", "asker", bell, () -> {
            asked.incrementAndGet();
            return question.call();
        });
    }

    @Test
    void asksAgainEachTimeOnAThreadOfItsOwn() throws IOException {
        Inquiry<String> inquiry = inquiry(() -> Thread.currentThread().getName());

        assertThat(inquiry.ask(pause, Words.farDeadline())).isEqualTo("asker");
        assertThat(inquiry.ask(pause, Words.farDeadline())).isEqualTo("asker");
        assertThat(asked).hasValue(2);
    }

    @Test
    void waitsForAHangingAnswerTheNextTimeRatherThanAskAgain() throws IOException {
        CountDownLatch free = new CountDownLatch(1);
        Inquiry<String> inquiry = inquiry(() -> {
            free.await();
            return "answer";
        });

        assertThatThrownBy(() -> inquiry.ask(pause, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20)))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("asking took too long");
        free.countDown();
        assertThat(inquiry.ask(pause, Words.farDeadline())).isEqualTo("answer");
        assertThat(asked).hasValue(1);
    }

    @Test
    void throwsWhatTheQuestionThrows() {
        UnknownHostException unknown = new UnknownHostException("nowhere");
        IllegalStateException broken = new IllegalStateException("broken");

        assertThatThrownBy(() -> inquiry(() -> {
                            throw unknown;
                        })
                        .ask(pause, Words.farDeadline()))
                .isSameAs(unknown);
        assertThatThrownBy(() -> inquiry(() -> {
                            throw broken;
                        })
                        .ask(pause, Words.farDeadline()))
                .isInstanceOf(IOException.class)
                .hasMessage("asking failed")
                .hasCause(broken);
    }

    @Test
    void interruptsAHangingQuestionAtTheEnd() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Inquiry<String> inquiry = inquiry(() -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "too late";
        });
        assertThatThrownBy(() -> inquiry.ask(pause, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20)))
                .isInstanceOf(SocketTimeoutException.class);
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        inquiry.close();

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
