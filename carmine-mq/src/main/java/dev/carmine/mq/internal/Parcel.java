package dev.carmine.mq.internal;

import dev.carmine.mq.NewMessage;

/**
 * A message as scripts take it.
 *
 * @param <T> what its queue takes
 */
public final class Parcel<T> implements NewMessage<T> {
    private final QueueKeys keys;
    private final String id;
    private final byte[] envelope;
    private final String options;

    /**
     * Puts it together.
     *
     * @param keys of its queue
     * @param id its id
     * @param envelope its bytes, which nobody modifies any more
     * @param options how it is to be enqueued, as the script has it
     */
    public Parcel(QueueKeys keys, String id, byte[] envelope, String options) {
        this.keys = keys;
        this.id = id;
        this.envelope = envelope;
        this.options = options;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String queue() {
        return keys.queue();
    }

    /**
     * Where it is to go.
     *
     * @return the keys of its queue
     */
    public QueueKeys keys() {
        return keys;
    }

    /**
     * What is stored.
     *
     * @return the array itself
     */
    public byte[] envelope() {
        return envelope;
    }

    /**
     * How it is to be enqueued.
     *
     * @return the word that scripts read
     */
    public String options() {
        return options;
    }

    /** About how many bytes of a call it takes. */
    int size() {
        return envelope.length + id.length() + options.length();
    }

    /** Where it is to go and how large it is; not its content. */
    @Override
    public String toString() {
        return "NewMessage[" + id + " for " + keys + ", " + envelope.length + " bytes]";
    }
}
