package dev.carmine.client;

/**
 * Handles the messages of one {@linkplain Subscription subscription}: one at a time, in the order in which the server has
 * sent them, on the subscription's executor. It may block, subscribe and close; others do not wait for it. What it throws
 * is logged, and the next message follows.
 *
 * @param <T> what messages are read as
 */
@FunctionalInterface
public interface MessageHandler<T> {

    /**
     * A message has come.
     *
     * @param channel where it was published
     * @param message the message
     */
    void onMessage(String channel, T message);

    /**
     * A message has come because its channel matches a pattern. Unless it is overridden, it is handled as any other.
     *
     * @param pattern the pattern
     * @param channel where it was published
     * @param message the message
     */
    default void onMessage(String pattern, String channel, T message) {
        onMessage(channel, message);
    }

    /**
     * Messages are missing, or may be. Whoever keeps something in step with messages looks at the whole again. Unless it is
     * overridden, and so in a lambda, nothing happens.
     *
     * @param gap why, and where
     */
    default void onGap(Gap gap) {}
}
