package dev.carmine.mq;

import dev.carmine.mq.internal.Parcel;

/**
 * A message that is not in its queue yet: encoded, and with an id. Enqueued again it is the same message, so that one
 * whose fate is unknown can be enqueued until there is an answer. Immutable; made by {@link MessageQueue#newMessage}.
 *
 * @param <T> what its queue takes
 */
public sealed interface NewMessage<T> permits Parcel {

    /**
     * The id.
     *
     * @return given by the options, or made
     */
    String id();

    /**
     * The queue that it is for.
     *
     * @return its name
     */
    String queue();
}
