package dev.carmine.mq;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.TypeRef;
import dev.carmine.client.ValueCodec;
import dev.carmine.mq.internal.Envelope;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was found in a queue, without taking it out. The body is decoded when it is asked for, so that one that
 * cannot be read hides neither the others nor what else is known of it. Immutable and thread-safe.
 *
 * @param <T> what the body is read as
 */
public final class MessageInfo<T> {
    private final MessageStatus status;
    private final byte @Nullable [] envelope;
    private final ValueCodec codec;
    private final TypeRef<T> type;

    MessageInfo(MessageStatus status, byte @Nullable [] envelope, ValueCodec codec, TypeRef<T> type) {
        this.status = status;
        this.envelope = envelope;
        this.codec = codec;
        this.type = type;
    }

    /**
     * The id.
     *
     * @return the id
     */
    public String id() {
        return status.id();
    }

    /**
     * How it was when it was found.
     *
     * @return all that the server knows of it
     */
    public MessageStatus status() {
        return status;
    }

    /**
     * The body.
     *
     * @return the body; empty if the list was too large for it, which {@link MessageQueue#find} has no limit for
     * @throws CarmineSerializationException if it cannot be read as that type
     */
    public Optional<T> body() {
        return opened().map(content -> codec.decode(content.body(), type));
    }

    /**
     * The headers.
     *
     * @return names and values in their order; empty if there are none, or the body is not there
     * @throws CarmineSerializationException if the message was not enqueued by this library
     */
    public Map<String, String> headers() {
        return opened().map(Envelope::headers).orElse(Map.of());
    }

    /**
     * The name of the body's type.
     *
     * @return the name; empty if it has none, or the body is not there
     * @throws CarmineSerializationException if the message was not enqueued by this library
     */
    public Optional<String> type() {
        return opened().map(Envelope::type).filter(name -> !name.isEmpty());
    }

    private Optional<Envelope> opened() {
        return Optional.ofNullable(envelope).map(Envelope::decode);
    }

    /** Its status; not its content. */
    @Override
    public String toString() {
        return "MessageInfo[" + status + "]";
    }
}
