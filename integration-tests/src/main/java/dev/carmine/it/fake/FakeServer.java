package dev.carmine.it.fake;

import dev.carmine.it.wire.Address;
import dev.carmine.it.wire.CommandParser;
import dev.carmine.it.wire.Connection;
import dev.carmine.it.wire.Listener;
import dev.carmine.it.wire.Tally;
import dev.carmine.it.wire.Transport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A scripted server at an address of its own. Left alone, it takes part in the usual handshake, answers PING, and knows no
 * other command; over TLS, all of that is said within it. All methods may be called by any thread; waiting ones fail after
 * ten seconds.
 *
 * <p>What answers a command is, in this order: the next {@linkplain #expect expectation}, unless the command belongs to
 * the handshake; an answer for the {@linkplain #next next} times; the {@linkplain #on standing} answer.
 */
public final class FakeServer implements AutoCloseable {
    private static final String THREAD_NAME = "fake-server";

    private final Script script = new Script();
    private final CommandLog log = new CommandLog();
    private final Tally accepted = new Tally("connections");
    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock.
    private final List<FakeConnection> connections = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private final Listener listener;

    private FakeServer(Transport transport) {
        this.listener = Listener.open(transport, THREAD_NAME, this::accept);
    }

    /**
     * Starts a server that is reached by what the {@linkplain Transport#ofTests tests run over}.
     *
     * @return a server that must be closed
     */
    public static FakeServer start() {
        return start(Transport.ofTests());
    }

    /**
     * Starts a server.
     *
     * @param transport how clients reach it
     * @return a server that must be closed
     */
    public static FakeServer start(Transport transport) {
        return new FakeServer(transport);
    }

    /**
     * Where the server listens.
     *
     * @return its address
     */
    public Address address() {
        return listener.address();
    }

    /**
     * Sets the standing answer to a command.
     *
     * @param name the command's name
     * @param answer an {@link Answer} such as {@link Answer#reply}, or for HELLO one of {@link Hello}
     * @return this server
     */
    public FakeServer on(String name, Answer answer) {
        script.always(upper(name), answer);
        return this;
    }

    /**
     * Sets what answers a command the next times it comes, before its standing answer does. More of these follow each
     * other.
     *
     * @param name the command's name
     * @param times how often
     * @param answer what to do
     * @return this server
     */
    public FakeServer next(String name, int times, Answer answer) {
        script.next(upper(name), times, answer);
        return this;
    }

    /**
     * Expects a command, after those expected before. Another one instead, or none, is what {@link #verify} complains
     * about.
     *
     * @param words its name and arguments, exactly
     * @return asks for the answer
     */
    public Expected expect(String... words) {
        List<String> expected = List.of(words);
        return answer -> {
            script.expect(expected, answer);
            return this;
        };
    }

    /** The second half of an expectation. */
    @FunctionalInterface
    public interface Expected {
        /**
         * Completes the expectation.
         *
         * @param answer what to do
         * @return the server
         */
        FakeServer answer(Answer answer);

        /**
         * Completes the expectation.
         *
         * @param bytes what to send
         * @return the server
         */
        default FakeServer reply(byte[] bytes) {
            return answer(Answer.reply(bytes));
        }
    }

    /**
     * Fails if an expectation was not met, or something was received that is not a command.
     *
     * @throws AssertionError with all that is wrong
     */
    public void verify() {
        String complaint = script.complaint();
        if (complaint != null) {
            throw new AssertionError(complaint);
        }
    }

    /**
     * All commands so far.
     *
     * @return in the order of their arrival
     */
    public List<ReceivedCommand> commands() {
        return log.all(command -> true);
    }

    /**
     * Waits for commands.
     *
     * @param name their name
     * @param count how many at least
     * @return all of that name so far
     */
    public List<ReceivedCommand> awaitCommands(String name, int count) {
        return log.await(upper(name), count);
    }

    /**
     * How many connections there have been.
     *
     * @return the number of the latest one
     */
    public long connections() {
        return accepted.value();
    }

    /**
     * Waits for a connection.
     *
     * @param number 1 for the first one
     * @return that connection, open or not
     */
    public FakeConnection connection(int number) {
        accepted.awaitAtLeast(number);
        lock.lock();
        try {
            return connections.get(number - 1);
        } finally {
            lock.unlock();
        }
    }

    /** Closes all connections and ends all threads, those that wait for a signal too. */
    @Override
    public void close() {
        listener.close();
        try {
            for (FakeConnection connection : connections) {
                connection.close();
            }
            for (Thread thread : threads) {
                thread.interrupt();
                thread.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while closing the fake server at " + address(), e);
        }
    }

    private void accept(Connection client) {
        lock.lock();
        try {
            int number = connections.size() + 1;
            FakeConnection connection = new FakeConnection(number, client);
            connections.add(connection);
            Thread thread = new Thread(() -> serve(connection), THREAD_NAME + "-" + number);
            thread.setDaemon(true);
            threads.add(thread);
            accepted.add(1);
            thread.start();
        } finally {
            lock.unlock();
        }
    }

    private void serve(FakeConnection connection) {
        try (connection) {
            converse(connection, new CommandParser(new BufferedInputStream(connection.in())));
        } catch (IOException e) {
            // The client has gone, or the script has closed the connection.
        }
    }

    private void converse(FakeConnection connection, CommandParser parser) throws IOException {
        try {
            List<String> words;
            while ((words = parser.next()) != null) {
                ReceivedCommand command = new ReceivedCommand(connection.number(), words);
                log.add(command);
                script.answerTo(command).give(connection, words);
            }
        } catch (StreamCorruptedException e) {
            script.complain("connection " + connection.number() + ": " + e.getMessage());
        }
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
