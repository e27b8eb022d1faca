package dev.carmine.mq.internal;

import dev.carmine.mq.MessageStatus;
import org.jspecify.annotations.Nullable;

/**
 * A message that was looked at.
 *
 * @param status how it is
 * @param envelope what is stored of it; null if there was no room for it in the reply
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FoundMessage(MessageStatus status, byte @Nullable [] envelope) {
    /** How many bytes were sent of it. */
    int size() {
        return envelope == null ? 0 : envelope.length;
    }
}
