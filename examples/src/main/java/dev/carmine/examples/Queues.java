package dev.carmine.examples;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.carmine.client.Carmine;
import dev.carmine.client.TypeRef;
import dev.carmine.client.command.Strings;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.EnqueueResult;
import dev.carmine.mq.Handlers;
import dev.carmine.mq.MessageHandler;
import dev.carmine.mq.MessageInfo;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.OnDuplicate;
import dev.carmine.mq.Outcome;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.RetryPolicy;
import dev.carmine.mq.SharedSlots;
import dev.carmine.mq.TestQueue;
import dev.carmine.mq.Worker;
import dev.carmine.mq.WorkerOptions;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The snippets of {@code docs/queue.md}: enqueueing, handling, and looking after a queue. */
final class Queues {
    private Queues() {}

    record Email(String to, String text) {}

    record Shipment(String order) {}

    record Receipt(String order, int amount) {}

    static Worker begin(Carmine redis, Consumer<Email> mailer) {
        MessageQueue<Email> emails = MessageQueue.of(redis, "emails", Email.class);
        emails.enqueue(new Email("ann@example.org", "Welcome!"));

        Worker worker = emails.worker(WorkerOptions.defaults(), message -> {
            mailer.accept(message.body());
            return Outcome.success();
        });
        worker.start();
        return worker;
    }

    static EnqueueResult enqueueWithOptions(MessageQueue<Email> emails, Email email) {
        EnqueueResult result = emails.enqueue(
                email,
                EnqueueOptions.builder()
                        .id("welcome:42")
                        .delay(ofMinutes(5))
                        .expireAfter(ofHours(6))
                        .priority(3)
                        .onDuplicate(OnDuplicate.UPDATE, OnDuplicate.REQUEUE)
                        .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                        .build());
        if (!result.accepted()) {
            System.out.println("nothing new: " + result.status());
        }
        return result;
    }

    static void enqueueTogether(Carmine redis, MessageQueue<Email> emails, List<Email> list) {
        List<EnqueueResult> results = emails.enqueueAll(list);
        System.out.println(results.size() + " in one round trip");

        redis.multi(Strings.incr("orders"), emails.enqueueCommand(new Email("ann@example.org", "Thank you!")));
    }

    static MessageQueue<Email> limited(Carmine redis) {
        QueueOptions options = QueueOptions.builder()
                .lease(ofSeconds(20))
                .maxAttempts(5)
                .maxDeliveries(8)
                .concurrency(50)
                .rate(new QueueOptions.Rate(100, ofSeconds(1)))
                .build();
        return MessageQueue.of(redis, "limited", TypeRef.of(Email.class), options);
    }

    static Worker chained(Carmine redis, Function<String, Shipment> packing) {
        QueueOptions together = QueueOptions.builder().slot("orders").build();
        MessageQueue<String> orders = MessageQueue.of(redis, "paid", TypeRef.of(String.class), together);
        MessageQueue<Shipment> shipments = MessageQueue.of(redis, "shipments", TypeRef.of(Shipment.class), together);

        return orders.worker(WorkerOptions.defaults(), message -> {
            Shipment shipment = packing.apply(message.body());
            return Outcome.success().then(shipments.newMessage(shipment));
        });
    }

    static Worker retrying(MessageQueue<Email> emails, Consumer<Email> mailer) {
        WorkerOptions options = WorkerOptions.builder()
                .concurrency(64)
                .handlerTimeout(ofMinutes(2))
                .retryPolicy(RetryPolicy.exponential(ofSeconds(2), ofMinutes(10))
                        .except(UnknownHostException.class)) // no retry will mend these
                .build();
        return emails.worker(options, message -> {
            if (message.attempt() > 1 && message.age().compareTo(ofHours(1)) > 0) {
                return Outcome.deadLetter("too old to be worth another attempt");
            }
            mailer.accept(message.body());
            return Outcome.success().dedupeFor(ofHours(1));
        });
    }

    static List<Worker> sharing(
            MessageQueue<Email> emails, MessageQueue<Email> newsletters, MessageHandler<Email> handler) {
        SharedSlots slots = SharedSlots.of(32);
        Worker urgent = emails.worker(WorkerOptions.builder().share(slots, 3).build(), handler);
        Worker bulk = newsletters.worker(WorkerOptions.builder().share(slots, 1).build(), handler);
        return List.of(urgent, bulk);
    }

    static Worker byType(MessageQueue<Object> events, Consumer<Email> mailer, Consumer<Shipment> carrier) {
        events.enqueue(
                new Shipment("order 7"),
                EnqueueOptions.builder().type("shipment").build());

        Handlers handlers = Handlers.builder()
                .on("email", Email.class, message -> {
                    mailer.accept(message.body());
                    return Outcome.success();
                })
                .on("shipment", Shipment.class, message -> {
                    carrier.accept(message.body());
                    return Outcome.success();
                })
                .build();
        return events.worker(WorkerOptions.defaults(), handlers);
    }

    static Receipt result(MessageQueue<String> orders) throws InterruptedException {
        EnqueueResult order = orders.enqueue("tea");
        try (Worker worker =
                orders.worker(WorkerOptions.defaults(), message -> Outcome.success(new Receipt(message.body(), 3)))) {
            worker.start();
            return orders.awaitResult(order.id(), Receipt.class, ofSeconds(30));
        }
    }

    static int testing(Carmine redis, Consumer<MessageQueue<Email>> signUp, MessageHandler<Email> handler) {
        TestQueue<Email> test = TestQueue.of(redis, "test", Email.class);
        signUp.accept(test.queue()); // enqueues a reminder with a delay of a day

        test.advance(ofHours(24));
        return test.run(handler); // handles it in this thread
    }

    static void lookAfter(MessageQueue<Email> emails) {
        for (MessageInfo<Email> dead : emails.messages(QueueState.DEAD, 0, 100)) {
            System.out.println(dead.id() + ": " + dead.status().lastError());
        }
        emails.redrive("welcome:42");
        emails.pause();
        emails.resume();
    }
}
