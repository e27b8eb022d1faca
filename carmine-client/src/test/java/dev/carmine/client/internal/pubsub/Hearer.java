package dev.carmine.client.internal.pubsub;

import dev.carmine.client.Gap;
import dev.carmine.client.MessageHandler;
import dev.carmine.client.SubscriptionOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Keeps what it hears, in words. Its delivery runs it in the caller unless it is given an executor. */
class Hearer implements MessageHandler<String> {
    final List<String> heard = new ArrayList<>();

    @Override
    public void onMessage(String channel, String message) {
        heard.add(channel + "=" + message);
    }

    @Override
    public void onMessage(String pattern, String channel, String message) {
        heard.add(pattern + ":" + channel + "=" + message);
    }

    @Override
    public void onGap(Gap gap) {
        heard.add(describe(gap));
    }

    static String describe(Gap gap) {
        if (gap instanceof Gap.Disconnected disconnected) {
            return "disconnected: " + disconnected.cause().getMessage();
        }
        if (gap instanceof Gap.Dropped dropped) {
            return "dropped " + dropped.messages();
        }
        if (gap instanceof Gap.Refused refused) {
            return "refused " + refused.channel();
        }
        return "unreadable in " + ((Gap.Unreadable) gap).channel();
    }

    /** An open delivery to this. */
    Delivery<String> delivery() {
        Delivery<String> delivery = delivery(SubscriptionOptions.defaults(), Runnable::run);
        delivery.open();
        return delivery;
    }

    /** A delivery to this that is not open yet. */
    Delivery<String> delivery(SubscriptionOptions options, Executor handlers) {
        return new Delivery<>(options, handlers, Hearer::text, this);
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.equals("unreadable")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    static List<Topic> channels(String... names) {
        return Stream.of(names).map(Hearer::channel).toList();
    }

    static Topic channel(String name) {
        return new Topic(Topic.Kind.CHANNEL, name);
    }

    /** Returns if the server has confirmed; throws what became of it otherwise. */
    static void require(Confirmation confirmation) {
        confirmation.await("SUBSCRIBE", 0, () -> null);
    }
}
