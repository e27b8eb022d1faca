package dev.carmine.client.internal.wire;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.Fate;
import dev.carmine.client.Protocol;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.RespError;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is listened to, with the thread that owns it: it connects, and connects again with growing pauses
 * when the connection is lost, sends what its {@link Audience} wants to send, and hands over everything that comes.
 */
public final class ListeningLink implements Runnable, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ListeningLink.class.getName());

    /** A connection that has lasted for so long was a good one: the next attempts begin with short waits again. */
    private static final long GOOD_CONNECTION = TimeUnit.SECONDS.toNanos(1);

    /** About how many bytes of commands are gathered for one write. */
    private static final int GATHERED = 16 * 1024;

    private final LinkSettings settings;
    private final Audience audience;
    private final Doorbell bell;
    private final Connector connector;
    private final Backoff backoff;
    private final Thread thread;

    /** Whether there may be something to send, or to end. */
    private volatile boolean workThere;

    private volatile boolean closing;

    // The rest is confined to the thread.
    private @Nullable Wire wire;
    private Protocol protocol = Protocol.AUTO;

    /** Of the credentials that the connection has. */
    private long generation;

    /** Commands that are leaving. */
    private ByteBuffer leaving = ByteBuffer.allocate(0);

    private long connectedAt;
    private long nextAttempt = System.nanoTime();

    /** When the last command began to leave. */
    private long lastSent;

    /**
     * Prepares a link; {@link #start} connects it.
     *
     * @param settings of which the listener is not called
     * @param audience who listens
     */
    public ListeningLink(LinkSettings settings, Audience audience) {
        this.settings = settings;
        this.audience = audience;
        try {
            this.bell = new Doorbell();
        } catch (IOException e) {
            throw new CarmineConnectionException(
                    "the system gives no selector for " + settings.node() + ": are there too many open files?",
                    Fate.NOT_SENT,
                    e);
        }
        try {
            this.connector = new Connector(settings, bell);
        } catch (Throwable e) {
            bell.close();
            throw e;
        }
        this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff(), new SplittableRandom());
        this.thread = new Thread(this, settings.threadName());
        thread.setDaemon(true);
    }

    /** Starts the thread; once. */
    public void start() {
        try {
            thread.start();
        } catch (Throwable e) {
            connector.close();
            bell.close();
            throw e;
        }
    }

    /** Has the thread ask its audience what to send; by any thread. */
    public void wake() {
        workThere = true;
        bell.ring();
    }

    /** Ends the link without waiting for its thread; by any thread. */
    @Override
    public void close() {
        closing = true;
        wake();
    }

    /**
     * Waits for the thread to end after it was told to, or for an interrupt of the waiting thread.
     *
     * @param nanos the longest wait
     */
    public void awaitEnd(long nanos) {
        try {
            thread.join(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (!closing && !audience.isOver()) {
                turn();
            }
        } finally {
            hangUp();
            connector.close();
            bell.close();
            if (closing) {
                audience.closed();
            }
        }
    }

    private void turn() {
        try {
            // An interrupt is nobody's business here, and would keep every wait from waiting.
            Thread.interrupted();
            Wire current = wire;
            if (current == null) {
                connect();
            } else {
                serve(current);
            }
        } catch (Throwable e) { // also an Error: who listens must hear of it, and go on
            lost(e);
        }
    }

    private void connect() throws IOException {
        long wait = nextAttempt - System.nanoTime();
        if (wait > 0) {
            pause(wait, () -> false);
            return;
        }
        Connector.Connected connected = connector.connect(this::pause, audience::received);
        connected.wire().listen();
        wire = connected.wire();
        protocol = connected.greeting().protocol();
        generation = connected.generation();
        connectedAt = System.nanoTime();
        leaving = ByteBuffer.allocate(GATHERED).limit(0);
        lastSent = connectedAt;
        audience.connected();
    }

    private void pause(long nanos, BooleanSupplier over) throws IOException {
        bell.await(nanos, () -> over.getAsBoolean() || isWorkThere());
        if (closing) {
            throw new IOException("the client is closed");
        }
    }

    private void serve(Wire current) throws IOException {
        boolean allSent = send(current);
        boolean due = audience.isAwaiting() || !allSent;
        long now = System.nanoTime();
        long silence = now - Math.max(current.lastProgress(), lastSent);
        long limit = due ? settings.commandTimeout() : settings.idleCheck();
        if (silence < limit) {
            if (!current.hasInput()) {
                bell.await(Math.min(limit - silence, audience.untilNext()), this::isWorkThere);
            }
            read(current);
        } else if (due) {
            throw new SocketTimeoutException("the server has been silent for " + TimeUnit.NANOSECONDS.toMillis(silence)
                    + " ms while an answer was due");
        } else {
            audience.ask();
        }
    }

    private void read(Wire current) throws IOException {
        try {
            int unused = current.read(call -> {});
        } finally {
            audience.endOfBatch();
        }
    }

    /** Whether all that was to be sent has left. */
    private boolean send(Wire current) throws IOException {
        while (current.send(leaving)) {
            leaving.clear();
            for (byte[] command = next(); command != null; command = next()) {
                gather(command);
                if (leaving.position() >= GATHERED) {
                    break;
                }
            }
            leaving.flip();
            if (!leaving.hasRemaining()) {
                return true;
            }
            lastSent = System.nanoTime();
        }
        return false;
    }

    private byte @Nullable [] next() {
        EncodedCommand<?> command = authIfDue();
        if (command != null) {
            audience.authenticating();
        } else {
            command = audience.next();
        }
        return command == null ? null : command.bytes();
    }

    private void gather(byte[] command) {
        if (leaving.remaining() < command.length) {
            ByteBuffer larger = ByteBuffer.allocate(leaving.position() + command.length);
            leaving = larger.put(leaving.flip());
        }
        leaving.put(command);
    }

    /** With RESP2 a connection that listens cannot authenticate: there the next one has the newest credentials. */
    private @Nullable EncodedCommand<?> authIfDue() {
        CredentialsSource.Stamped newest = settings.credentials().lastPushed();
        if (newest.generation() <= generation || protocol != Protocol.RESP3) {
            return null;
        }
        generation = newest.generation();
        return newest.credentials() == null ? null : Handshake.auth(newest.credentials());
    }

    /** Whether an error says "not executed, try again". */
    public static boolean isPassing(RespError error) {
        return Replies.isPassing(error);
    }

    private boolean isWorkThere() {
        boolean there = workThere;
        workThere = false;
        return there;
    }

    private void lost(Throwable cause) {
        boolean good = wire != null && System.nanoTime() - connectedAt > GOOD_CONNECTION;
        hangUp();
        if (good) {
            backoff.reset();
        }
        nextAttempt = System.nanoTime() + backoff.next();
        if (closing) {
            return;
        }
        try {
            audience.lost(cause);
            if (cause instanceof ConnectionRefused refused && refused.isAuthentication()) {
                audience.credentialsRefused(cause);
            }
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.ERROR, settings.threadName() + " could not tell of a lost connection", e);
        }
    }

    private void hangUp() {
        if (wire != null) {
            wire.close();
            wire = null;
        }
    }
}
