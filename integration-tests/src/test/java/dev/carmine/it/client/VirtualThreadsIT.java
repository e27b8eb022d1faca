package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Limits;
import dev.carmine.client.PoolOptions;
import dev.carmine.client.ReconnectOptions;
import dev.carmine.client.command.Commands;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.process.Polling;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Virtual threads that wait inside the client let go of their carriers. */
@RedisTest(isolated = true)
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads")
class VirtualThreadsIT {
    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final int THREADS = 200;
    private static final int ROUNDS = 40;

    @TempDir
    private Path folder;

    /** They wait for replies, for room, for connections of the pool, and for the connection to come back. */
    @Test
    void noneIsPinnedWhileItWaits(RedisServer server) throws IOException {
        ClientOptions options = Clients.options(server)
                .limits(Limits.defaults().withCommandsInFlight(50))
                .pool(PoolOptions.defaults().withMaxSize(4))
                .reconnect(new ReconnectOptions(Duration.ofMillis(1), Duration.ofMillis(20)))
                .build();
        try (Carmine redis = Carmine.connect(options);
                Recording recording = new Recording()) {
            work(redis, 0); // loads the classes, which pins for a moment whatever does it
            recording.enable(PINNED).withoutThreshold().withStackTrace();
            recording.start();
            // With the first exception that it sees, the recorder loads a class of its own, which pins who waits for
            // it.
            Throwable unused = new Throwable("seen by the recorder");
            run(redis, server);
            recording.stop();
            assertThat(pinnedInClient(recording)).isEmpty();
        }
    }

    private static void run(Carmine redis, RedisServer server) {
        Semaphore progress = new Semaphore(0);
        Callers callers = Callers.start(ThreadKind.VIRTUAL, THREADS, number -> {
            for (int i = 0; i < ROUNDS; i++) {
                work(redis, number);
                progress.release();
            }
        });
        try (RawConnection operator = server.connect()) {
            Polling.require(
                    Clients.PATIENCE.multipliedBy(2),
                    () -> {
                        if (progress.tryAcquire(THREADS * ROUNDS / 10)) {
                            operator.call("CLIENT", "KILL", "TYPE", "normal");
                        }
                        return !callers.areRunning();
                    },
                    () -> "the callers have not ended: " + redis.stats());
        }
        callers.awaitEnd();
    }

    private static void work(Carmine redis, int number) {
        try {
            redis.incr("count");
            redis.pipeline(Commands.ping(), Commands.incr("count"));
            redis.async().ping().exceptionally(e -> "there was no room").join();
            if (number % 10 == 0) {
                redis.session(session -> session.get("count"));
            }
            if (number == 0) {
                redis.blpop(Duration.ofMillis(1), "queue");
            }
        } catch (CarmineConnectionException | CarminePipelineException e) {
            // The connection was killed.
        }
    }

    private List<RecordedEvent> pinnedInClient(Recording recording) throws IOException {
        Path file = folder.resolve("pinned.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(PINNED))
                .filter(event -> isInClient(event.getStackTrace()))
                .toList();
    }

    private static boolean isInClient(RecordedStackTrace stack) {
        return stack != null
                && stack.getFrames().stream()
                        .anyMatch(frame -> frame.getMethod().getType().getName().startsWith("dev.carmine.client"));
    }
}
