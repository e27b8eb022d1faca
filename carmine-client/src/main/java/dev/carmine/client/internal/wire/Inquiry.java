package dev.carmine.client.internal.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A question that a link asks at each attempt to connect, on a thread of its own, because nothing else bounds how long
 * the system or the user's code takes for an answer. One that was not answered within its attempt is waited for by the
 * next, so that there is never more than one thread. Confined to the link's thread.
 */
final class Inquiry<T> implements AutoCloseable {
    private final String what;
    private final String threadName;
    private final Doorbell bell;
    private final Callable<? extends T> question;

    /** Asked, and not yet answered. */
    private @Nullable FutureTask<T> open;

    /**
     * Prepares a question.
     *
     * @param what for messages, as in "looking up the host"
     * @param bell rung when there is an answer
     */
    Inquiry(String what, String threadName, Doorbell bell, Callable<? extends T> question) {
        this.what = what;
        this.threadName = threadName;
        this.bell = bell;
        this.question = question;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws SocketTimeoutException if there is none in time
     * @throws IOException what the question throws, or with it as the cause
     */
    T ask(Pause pause, long deadline) throws IOException {
        FutureTask<T> task = open;
        if (task == null) {
            task = start();
            open = task;
        }
        while (!task.isDone()) {
            long rest = deadline - System.nanoTime();
            if (rest <= 0) {
                throw new SocketTimeoutException(what + " took too long");
            }
            pause.await(Math.min(rest, Pause.LONGEST), task::isDone);
        }
        open = null;
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(what + " failed", e.getCause());
        } catch (InterruptedException e) {
            throw new IOException("interrupted while " + what, e);
        }
    }

    private FutureTask<T> start() {
        FutureTask<T> task = new FutureTask<>(question::call) {
            @Override
            protected void done() {
                bell.ring();
            }
        };
        Thread thread = new Thread(task, threadName);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** Interrupts the thread, if there is one; nobody waits for its answer any more. */
    @Override
    public void close() {
        if (open != null) {
            open.cancel(true);
        }
    }
}
