package dev.carmine.client.internal.pubsub;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.wire.Audience;
import dev.carmine.client.internal.wire.ListeningLink;
import dev.carmine.protocol.RespError;
import dev.carmine.protocol.RespReader;
import dev.carmine.protocol.RespType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which {@code MONITOR} runs, and runs again after it was lost, and the delivery to which each line goes.
 * Thread-safe.
 */
public final class MonitorConnection implements AutoCloseable {
    /** What the delivery hears of. */
    public static final Topic TOPIC = new Topic(Topic.Kind.MONITOR, "MONITOR");

    private static final EncodedCommand<?> MONITOR = EncodedCommand.of(Command.of("MONITOR"));
    private static final EncodedCommand<?> PING = EncodedCommand.of(Command.of("PING"));

    /** How long until a server that is busy is asked again. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Delivery<?> delivery;
    private final Consumer<MonitorConnection> whenClosed;
    private final ListeningLink link;

    private volatile @Nullable Throwable lastFailure;

    /**
     * Prepares a connection; {@link #start} makes it.
     *
     * @param links makes the link
     * @param delivery hears of {@link #TOPIC}
     * @param whenClosed told when the connection has ended for good
     */
    MonitorConnection(
            Function<Audience, ListeningLink> links, Delivery<?> delivery, Consumer<MonitorConnection> whenClosed) {
        this.delivery = delivery;
        this.whenClosed = whenClosed;
        this.link = links.apply(new Ear());
    }

    void start() {
        link.start();
    }

    /** Has the connection authenticate with the newest credentials. */
    void renewCredentials() {
        link.wake();
    }

    /** Why there is no connection at present; null if there is one, or none was tried. */
    public @Nullable Throwable lastFailure() {
        return lastFailure;
    }

    /** Ends the connection without waiting for its thread. */
    @Override
    public void close() {
        link.close();
    }

    /**
     * Waits for the thread to end after it was told to.
     *
     * @param nanos the longest wait
     */
    void awaitEnd(long nanos) {
        link.awaitEnd(nanos);
    }

    /** Confined to the link's thread. */
    private final class Ear implements Audience {
        /** Whether MONITOR must be sent. */
        private boolean wanted = true;

        /** When it may be sent, if the server was busy; in the time of {@link System#nanoTime()}. */
        private long notBefore = System.nanoTime();

        /** Whether the server shows commands. */
        private boolean running;

        private boolean refused;
        private boolean pingWanted;

        /** What has no answer yet, oldest first. */
        private final Deque<EncodedCommand<?>> sent = new ArrayDeque<>();

        @Override
        public void connected() {
            lastFailure = null;
        }

        @Override
        public @Nullable EncodedCommand<?> next() {
            if (wanted && notBefore - System.nanoTime() <= 0) {
                wanted = false;
                delivery.asked(TOPIC);
                sent.add(MONITOR);
                return MONITOR;
            }
            if (pingWanted) {
                pingWanted = false;
                sent.add(PING);
                return PING;
            }
            return null;
        }

        @Override
        public long untilNext() {
            return wanted ? Math.max(0, notBefore - System.nanoTime()) : Long.MAX_VALUE;
        }

        @Override
        public void ask() {
            pingWanted = true;
        }

        /** Of AUTH only matters that there is an answer. */
        @Override
        public void authenticating() {
            sent.add(PING);
        }

        @Override
        public boolean isAwaiting() {
            return !sent.isEmpty();
        }

        @Override
        public void received(RespReader frame) {
            if (frame.isError()) {
                refused(frame.readError());
            } else if (frame.type() == RespType.SIMPLE_STRING) {
                received(frame.readBytes());
            } // else the server says something to everybody
        }

        private void received(byte @Nullable [] line) {
            if (line != null && line.length > 0 && Character.isDigit(line[0])) {
                delivery.add(new Message(TOPIC, TOPIC.name(), line));
            } else if (sent.poll() == MONITOR) {
                running = true;
                delivery.confirmed(TOPIC);
            }
        }

        private void refused(RespError error) {
            if (sent.poll() != MONITOR) {
                return; // PING or AUTH is refused; that there is an answer will do
            }
            if (ListeningLink.isPassing(error)) {
                wanted = true;
                notBefore = System.nanoTime() + PAUSE;
            } else {
                refused = true;
                delivery.refused(TOPIC, new CarmineServerException(error.code(), "MONITOR: " + error.message()));
            }
        }

        @Override
        public void endOfBatch() {
            delivery.flush();
        }

        @Override
        public void lost(Throwable cause) {
            lastFailure = cause;
            if (running) {
                delivery.interrupted(TOPIC, cause);
            }
            running = false;
            wanted = true;
            notBefore = System.nanoTime();
            pingWanted = false;
            sent.clear();
        }

        @Override
        public void credentialsRefused(Throwable cause) {
            delivery.refuseAll(new CarmineConnectionException(
                    "the server refuses the credentials: " + cause.getMessage(), Fate.NOT_SENT, cause));
        }

        @Override
        public boolean isOver() {
            if (!refused) {
                return false;
            }
            whenClosed.accept(MonitorConnection.this);
            return true;
        }

        @Override
        public void closed() {
            delivery.ended();
            whenClosed.accept(MonitorConnection.this);
        }
    }
}
