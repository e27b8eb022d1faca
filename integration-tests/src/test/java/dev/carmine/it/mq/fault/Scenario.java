package dev.carmine.it.mq.fault;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.it.process.Polling;
import dev.carmine.it.wire.Address;
import dev.carmine.it.wire.Transport;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.EnqueueResult;
import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.QueueOptions.Rate;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.internal.schedule.TickingHand;
import dev.carmine.mq.internal.schedule.TickingHand.Loan;
import dev.carmine.mq.internal.worker.Engine;
import dev.carmine.mq.internal.worker.Lease;
import dev.carmine.mq.internal.worker.RecordedHand;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            stage.recorded().cancel("id");
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
            RecordedQueue queue = stage.recorded();
            Command<EnqueueResult> command = queue.begin("twice", EnqueueOptions.withId("twice"));
            queue.run(stage.redis(), "twice", command);
            RecordedHand hand = stage.hand();
            hand.succeed(hand.lease());
            queue.run(stage.redis(), "twice", command);
            URI server = URI.create(uri);
            try (FaultProxy proxy = FaultProxy.to(Address.ofPort(Transport.TCP, server.getHost(), server.getPort()));
                    Carmine cut = TestedQueue.connect(proxy.address().uri())) {
                cut.ping();
                proxy.connection(1).dropReply(Cut.RST);
                queue.run(cut, "unheard", queue.begin("unheard", EnqueueOptions.withId("unheard")));
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
    },

    /** More is asked for than the rate allows; what is not handed out is cancelled. */
    RATE_SPENT {
        @Override
        Limits limits() {
            return queue().limits().withRate(new Rate(2, Duration.ofMinutes(1)));
        }

        @Override
        void play(Stage stage, String uri) {
            stage.queue().configure(QueueOptions.builder().rate(limits().rate()).build());
            List<String> ids = List.of("a", "b", "c", "d");
            ids.forEach(id -> stage.enqueue(id, id));
            RecordedHand hand = stage.hand();
            ids.forEach(id -> hand.leaseIfAny().ifPresent(hand::succeed));
            ids.forEach(stage.recorded()::cancel);
        }
    },

    /** A worker attends to a schedule, and takes too long; another one has done so meanwhile. */
    TICK_REPEATED {
        @Override
        void play(Stage stage, String uri) {
            Duration interval = Duration.ofMillis(100);
            stage.queue().schedule("beat", interval, RecordedQueue.TICK, MissedTicks.RUN_ALL);
            stage.write(Kind.SCHEDULE, "beat", nextTick(stage), interval.toMillis());
            TickingHand zombie = stage.tickingHand();
            TickingHand heir = stage.tickingHand();
            List<Loan> old = new ArrayList<>();
            await("the schedule to be due", () -> zombie.borrow().map(old::add).isPresent());
            stage.redis().zadd(stage.key("st"), 0, "beat"); // as if the five seconds were over for which it is lent
            heir.moveOn(heir.borrow().orElseThrow());
            RecordedHand hand = stage.hand();
            Optional<Lease> tick = hand.leaseIfAny();
            while (tick.isPresent()) {
                hand.succeed(tick.get());
                tick = hand.leaseIfAny();
            }
            zombie.moveOn(old.get(0));
            stage.write(Kind.UNSCHEDULE, "beat", nextTick(stage));
            stage.queue().unschedule("beat");
            stage.drainBy(stage.worker());
        }
    },

    /** A message waits for longer than it may live. */
    LIFE_OVER {
        @Override
        void play(Stage stage, String uri) {
            Duration life = Duration.ofMillis(1);
            EnqueueOptions options =
                    EnqueueOptions.builder().id("old").expireAfter(life).build();
            stage.recorded().enqueue("old", options, false);
            Instant later = stage.redis().time().plus(life.multipliedBy(10));
            await("its end", () -> stage.redis().time().isAfter(later));
            stage.drainBy(stage.worker());
        }
    },

    /** More messages of a group than it has slots for, while none of them is finished. */
    GROUP_FULL {
        @Override
        TestedQueue queue() {
            return TestedQueue.GROUPED;
        }

        @Override
        void play(Stage stage, String uri) {
            for (int i = 0; i < 5; i++) {
                EnqueueOptions options =
                        EnqueueOptions.builder().id("id" + i).group("group").build();
                stage.recorded().enqueue("content" + i, options, false);
            }
            RecordedHand hand = stage.hand();
            List<Lease> leases = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                hand.leaseIfAny().ifPresent(leases::add);
            }
            leases.forEach(hand::succeed);
            stage.drainBy(stage.worker());
        }
    };

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    TestedQueue queue() {
        return TestedQueue.MIXED;
    }

    /** What the queue must keep to. */
    Limits limits() {
        return queue().limits();
    }

    /**
     * Plays it.
     *
     * @param uri where the server is
     */
    abstract void play(Stage stage, String uri);

    private static long nextTick(Stage stage) {
        return stage.queue().schedules().get(0).nextTick().toEpochMilli();
    }

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
