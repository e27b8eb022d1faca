package dev.carmine.mq.internal;

import dev.carmine.client.ValueCodec;
import dev.carmine.mq.BodyTooLargeException;
import dev.carmine.mq.EnqueueOptions;
import dev.carmine.mq.OnDuplicate;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is enqueued into messages as scripts take them.
 *
 * @param keys of the queue
 * @param codec for bodies
 * @param maxBodySize how many bytes an envelope may have
 */
public record Packer(QueueKeys keys, ValueCodec codec, int maxBodySize) {

    /**
     * Makes a message.
     *
     * @param body to be encoded now
     * @param options how it is to be enqueued
     * @param <T> what the queue takes
     * @return the message, with an id
     * @throws BodyTooLargeException if it has too many bytes
     */
    public <T> Parcel<T> pack(T body, EnqueueOptions options) {
        String type = options.type();
        byte[] envelope = new Envelope(options.headers(), type == null ? "" : type, codec.encode(body)).encode();
        if (envelope.length > maxBodySize) {
            throw new BodyTooLargeException(keys.queue(), envelope.length, maxBodySize);
        }
        String id = options.id();
        return new Parcel<>(keys, id == null ? UUID.randomUUID().toString() : id, envelope, word(options));
    }

    /**
     * {@code delay:lease:attempts:deliveries:priority:expiresAfter:flags:group}; nothing if all are defaults, and {@code i}
     * if all but the id.
     */
    static String word(EnqueueOptions options) {
        String word = millis(options.delay())
                + ':'
                + millis(options.lease())
                + ':'
                + number(options.maxAttempts())
                + ':'
                + number(options.maxDeliveries())
                + ':'
                + number(options.priority())
                + ':'
                + millis(options.expireAfter())
                + ':'
                + flags(options)
                + ':'
                + (options.group() == null ? "" : options.group());
        return switch (word) {
            case ":::::::" -> "";
            case "::::::i:" -> "i";
            default -> word;
        };
    }

    private static String millis(@Nullable Duration time) {
        return time == null || time.isZero() ? "" : Long.toString(Checks.millis(time));
    }

    private static String number(@Nullable Integer number) {
        return number == null || number == 0 ? "" : number.toString();
    }

    private static String flags(EnqueueOptions options) {
        return (options.onDuplicate().contains(OnDuplicate.UPDATE) ? "u" : "")
                + (options.onDuplicate().contains(OnDuplicate.REQUEUE) ? "q" : "")
                + (options.resetsDelay() ? "d" : "")
                + (options.id() == null ? "" : "i");
    }
}
