package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.it.process.Polling;
import dev.carmine.it.wire.Address;
import dev.carmine.it.wire.Transport;
import dev.carmine.mq.EnqueueResult;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.internal.worker.Engine;
import dev.carmine.mq.internal.worker.Lease;
import dev.carmine.mq.internal.worker.RecordedHand;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A fault at the one moment where it hurts. Each leaves the queue empty, if the queue keeps its promises. */
enum Scenario {
    /** A lease expires, the message is cancelled and its id used again; then the first worker says it is done. */
    ID_USED_AGAIN {
        @Override
        void play(Stage stage, String uri) {
            RecordedHand zombie = stage.hand();
            RecordedHand heir = stage.hand();
            stage.enqueue("first", "id");
            Lease old = zombie.lease();
            await("the lease to expire", () -> stage.queue().status("id").state() == QueueState.READY);
            stage.cancel("id");
            stage.enqueue("second", "id");
            Lease held = heir.lease();
            zombie.succeed(old);
            heir.succeed(held);
        }
    },

    /** Somebody is woken by a message and dies; then comes another message. */
    WAKE_UP_LOST {
        @Override
        void play(Stage stage, String uri) {
            CompletableFuture<?> phantom = stage.redis().async().bzpopmin(PATIENCE, stage.key("m"));
            awaitBlocked(stage, 1);
            Engine worker = stage.worker();
            awaitBlocked(stage, 2);
            stage.write(Kind.CALM);
            stage.enqueue("one", "one");
            Object marker = phantom.join();
            if (marker == null) {
                throw new IllegalStateException("nobody was woken");
            }
            stage.enqueue("two", "two");
            stage.drainBy(worker);
            stage.write(Kind.STORM);
        }
    },

    /** The server has no memory left, and the queue is drained. */
    MEMORY_FULL {
        @Override
        void play(Stage stage, String uri) {
            for (int i = 0; i < 20; i++) {
                stage.enqueue("content" + i, "id" + i);
            }
            stage.redis().configSet("maxmemory", "1");
            stage.drainBy(stage.worker());
            stage.redis().configSet("maxmemory", "0");
        }
    },

    /** The reply to an enqueue is lost; another is asked for again when its message has been handled. */
    ENQUEUE_REPEATED {
        @Override
        void play(Stage stage, String uri) {
            Command<EnqueueResult> command = stage.command("twice", "twice");
            stage.run(stage.redis(), "twice", command);
            RecordedHand hand = stage.hand();
            hand.succeed(hand.lease());
            stage.run(stage.redis(), "twice", command);
            URI server = URI.create(uri);
            try (FaultProxy proxy = FaultProxy.to(Address.ofPort(Transport.TCP, server.getHost(), server.getPort()));
                    Carmine cut = TestedQueue.connect(proxy.address().uri())) {
                cut.ping();
                proxy.connection(1).dropReply(Cut.RST);
                stage.run(cut, "unheard", stage.command("unheard", "unheard"));
            }
            stage.drainBy(stage.worker());
        }
    },

    /** A body has vanished, as on a server that evicts or was tampered with. Its message dies, and harms no other. */
    BODY_LOST {
        @Override
        void play(Stage stage, String uri) {
            stage.enqueue("bereft", "bereft");
            stage.enqueue("whole", "whole");
            // Whoever takes the body away takes the message: as far as the history goes, it is a cancellation.
            stage.write(Kind.CANCEL, "body", "bereft");
            stage.redis().hdel(stage.key("b"), "bereft");
            stage.write(Kind.CANCELLED, "body", "c");
            stage.drainBy(stage.worker());
            int unused = stage.queue().purge(List.of("bereft"));
        }
    };

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Plays it.
     *
     * @param uri where the server is
     */
    abstract void play(Stage stage, String uri);

    private static void awaitBlocked(Stage stage, int clients) {
        await(
                clients + " blocked clients",
                () -> String.valueOf(clients)
                        .equals(stage.redis().info("clients").value("blocked_clients")));
    }

    private static void await(String what, BooleanSupplier condition) {
        Polling.require(PATIENCE, condition, () -> "waited in vain for " + what);
    }
}
