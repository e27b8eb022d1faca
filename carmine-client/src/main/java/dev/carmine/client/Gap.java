package dev.carmine.client;

/** Why messages of a {@linkplain Subscription subscription} or {@link Monitor} are missing, or may be. */
public sealed interface Gap {

    /**
     * The connection was lost and made again: what was published meanwhile did not come. Told once everything that the
     * subscription wants is subscribed again, so that nothing is missing after it; messages that were the first to come
     * back may stand before it.
     *
     * @param cause what had become of the connection
     */
    record Disconnected(Throwable cause) implements Gap {}

    /**
     * The handler was slower than the messages came, and the queue was full. Told between the messages before and after
     * those that are missing.
     *
     * @param messages how many were dropped at this place
     */
    record Dropped(long messages) implements Gap {}

    /**
     * The server allows the subscription to something no more: nothing further comes from it, and the subscription has it
     * no more.
     *
     * @param channel the channel or pattern
     * @param error what the server said
     */
    record Refused(String channel, CarmineServerException error) implements Gap {}

    /**
     * A message is not what messages are read as. Told in its place.
     *
     * @param channel where it was published
     * @param cause why it cannot be read; without its content
     */
    record Unreadable(String channel, RuntimeException cause) implements Gap {}
}
