package dev.carmine.client.internal.reply;

/**
 * A stored value as it was read, and as it is stored.
 *
 * @param <V> what it was read as
 */
public final class SeenValue<V> {
    private final byte[] bytes;
    private final V value;

    /**
     * Keeps both.
     *
     * @param bytes what is stored
     * @param value what that was read as
     */
    public SeenValue(byte[] bytes, V value) {
        this.bytes = bytes;
        this.value = value;
    }

    /**
     * What is stored.
     *
     * @return not a copy, and not to be modified
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * What it was read as.
     *
     * @return the value
     */
    public V value() {
        return value;
    }
}
