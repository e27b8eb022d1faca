package dev.carmine.it.client;

import dev.carmine.client.Gap;
import dev.carmine.client.MessageHandler;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what comes. */
class Inbox<T> implements MessageHandler<T> {
    final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    final BlockingQueue<Gap> gaps = new LinkedBlockingQueue<>();

    @Override
    public void onMessage(String channel, T message) {
        messages.add(channel + "=" + message);
    }

    @Override
    public void onGap(Gap gap) {
        gaps.add(gap);
    }

    /** The next message, with its channel; null if none comes. */
    @Nullable String next() throws InterruptedException {
        return messages.poll(Clients.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The next gap; null if there is none. */
    @Nullable Gap nextGap() throws InterruptedException {
        return gaps.poll(Clients.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
