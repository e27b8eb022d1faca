package dev.carmine.it.fake;

import dev.carmine.it.wire.RespBytes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What a {@link FakeServer} does about a command. It runs on the thread of the connection, which reads no further. */
@FunctionalInterface
public interface Answer {
    /** How long {@link #await} waits. */
    Duration LIMIT = Duration.ofSeconds(30);

    /**
     * Answers a command.
     *
     * @param connection where it came from
     * @param words its name and arguments
     * @throws IOException if the connection fails; it is then closed
     */
    void give(FakeConnection connection, List<String> words) throws IOException;

    /**
     * Sends bytes, whatever they are.
     *
     * @param bytes a reply, or part of one, or several, or garbage
     * @return the answer
     */
    static Answer reply(byte[] bytes) {
        return (connection, words) -> connection.send(bytes);
    }

    /**
     * Sends a reply that depends on the command.
     *
     * @param reply the words of the command to the bytes of the reply
     * @return the answer
     */
    static Answer computed(Function<List<String>, byte[]> reply) {
        return (connection, words) -> connection.send(reply.apply(words));
    }

    /**
     * Sends an error.
     *
     * @param message beginning with its code, as in {@code LOADING Redis is loading the dataset in memory}
     * @return the answer
     */
    static Answer error(String message) {
        return reply(RespBytes.error(message));
    }

    /**
     * Says nothing.
     *
     * @return the answer
     */
    static Answer silence() {
        return (connection, words) -> {};
    }

    /**
     * Closes the connection.
     *
     * @return the answer
     */
    static Answer close() {
        return (connection, words) -> connection.close();
    }

    /**
     * Resets the connection.
     *
     * @return the answer
     */
    static Answer reset() {
        return (connection, words) -> connection.reset();
    }

    /**
     * Waits for the test.
     *
     * @param signal what the test counts down
     * @return the answer; it fails after {@link #LIMIT}
     */
    static Answer await(CountDownLatch signal) {
        return (connection, words) -> {
            try {
                if (!signal.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("the test gave no signal within " + LIMIT.toSeconds() + " s");
                }
            } catch (InterruptedException e) {
                throw new IOException("interrupted while waiting for the test's signal", e);
            }
        };
    }

    /**
     * Goes on with another answer.
     *
     * @param next what follows this
     * @return both
     */
    default Answer then(Answer next) {
        return (connection, words) -> {
            give(connection, words);
            next.give(connection, words);
        };
    }
}
