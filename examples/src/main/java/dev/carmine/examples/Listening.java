package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.Gap;
import dev.carmine.client.MessageHandler;
import dev.carmine.client.Monitor;
import dev.carmine.client.MonitorHandler;
import dev.carmine.client.Subscription;
import dev.carmine.client.SubscriptionOptions;
import dev.carmine.client.TypeRef;
import java.util.List;
import java.util.function.Consumer;

/** The snippets of {@code docs/subscriptions.md}: messages as they are published, and commands as they are run. */
final class Listening {
    private Listening() {}

    record User(String name) {}

    static Subscription listen(Carmine redis, Consumer<String> printer) {
        Subscription news = redis.subscribe("news", (channel, message) -> printer.accept(channel + ": " + message));
        redis.publish("news", "hello");
        return news;
    }

    static Subscription users(Carmine redis, MessageHandler<User> greeter) {
        Subscription users =
                redis.subscribe(List.of("signup"), TypeRef.of(User.class), SubscriptionOptions.defaults(), greeter);
        users.add("login", "logout");
        users.remove("logout");
        return users;
    }

    /** Prices that are kept in step with what is published. */
    abstract static class Prices implements MessageHandler<String> {
        @Override
        public void onMessage(String channel, String message) {
            update(channel, message);
        }

        @Override
        public void onGap(Gap gap) {
            reload(); // messages are missing: look at the whole again
        }

        abstract void update(String product, String price);

        abstract void reload();
    }

    static Subscription prices(Carmine redis, Prices prices) {
        SubscriptionOptions options = SubscriptionOptions.defaults().withQueueLimit(1_000);
        return redis.psubscribe(List.of("price:*"), TypeRef.of(String.class), options, prices);
    }

    static void watch(Carmine redis, MonitorHandler handler, Runnable work) {
        try (Monitor monitor = redis.monitor(handler)) {
            work.run();
            System.out.println(monitor.dropped() + " commands were too many");
        }
    }
}
