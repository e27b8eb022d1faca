package dev.carmine.it.engine;

import dev.carmine.it.fake.Answer;
import java.util.concurrent.CountDownLatch;

/** Holds answers of a fake server back until a test opens it. It is closed at first. */
final class Gate {
    private volatile CountDownLatch latch = new CountDownLatch(1);

    /** An answer that waits until the gate that it finds closed is opened; the server reads no further meanwhile. */
    Answer before(Answer answer) {
        return (connection, words) -> Answer.await(latch).then(answer).give(connection, words);
    }

    void open() {
        latch.countDown();
    }

    /** Holds back what comes from now on. */
    void close() {
        latch = new CountDownLatch(1);
    }
}
