package dev.carmine.benchmarks.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Who looks at the server and at the process from outside, before a measurement and after it. */
public interface Referee {
    /** What the process of a trial says when all is prepared and nothing happens any more. */
    String READY = "ready";

    /** What it is answered. */
    String GO = "go";

    /** All is prepared: returns when the measurement is to begin. */
    void awaitStart() throws InterruptedException;

    /** The measurement is over: returns when everything may be closed. */
    void finish(Observed observed) throws InterruptedException;

    /**
     * The process that has started this one, behind standard input and output. It ends this one when it has seen enough;
     * and if it has ended itself, so does this one, at once.
     */
    static Referee parent() {
        Parent parent = new Parent();
        Thread reader = new Thread(parent::listen, "parent");
        reader.setDaemon(true);
        reader.start();
        return parent;
    }

    /** The parent; its lines are read by a thread of their own, so that its end is heard whatever goes on. */
    final class Parent implements Referee {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        private Parent() {}

        private void listen() {
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            try {
                for (String line = input.readLine(); line != null; line = input.readLine()) {
                    lines.add(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                Runtime.getRuntime().halt(1);
            }
        }

        @Override
        public void awaitStart() throws InterruptedException {
            System.out.println(READY);
            String answer = lines.take();
            if (!answer.equals(GO)) {
                throw new IllegalStateException("Expected '" + GO + "', got: " + answer);
            }
        }

        @Override
        public void finish(Observed observed) throws InterruptedException {
            System.out.println(observed.toLine());
            var unused = lines.take(); // there are no more
        }
    }
}
