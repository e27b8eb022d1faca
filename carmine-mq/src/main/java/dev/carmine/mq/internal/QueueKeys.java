package dev.carmine.mq.internal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one queue, {@code cmq:{queue}:part}, or {@code cmq:{slot}:queue:part} where queues share a slot. The part
 * in braces is what decides the slot, so that all keys of a queue are in one. Immutable.
 */
public final class QueueKeys {
    /** The set of the names of all queues, in a slot of its own. */
    public static final String REGISTRY = "cmq:queues";

    /** In characters, so that keys stay short. */
    private static final int LONGEST_NAME = 200;

    /** Every script gets the keys of all parts, in this order. */
    private static final List<String> PARTS = List.of(
            "b", "t", "r", "d", "l", "x", "q", "u", "g", "gr", "gi", "gl", "s", "st", "m", "w", "k0", "k1", "e", "a",
            "c", "cfg", "p", "rt");

    private final String queue;
    private final @Nullable String slot;
    private final String prefix;
    private final List<String> all;

    /**
     * The keys of a queue.
     *
     * @param queue its name
     * @param slot what decides the slot instead of the name, or null
     * @throws IllegalArgumentException if one of them is empty, longer than 200 characters, or has braces or control
     *     characters in it
     */
    public QueueKeys(String queue, @Nullable String slot) {
        this.queue = requireName("the name of a queue", queue);
        this.slot = slot == null ? null : requireName("slot", slot);
        this.prefix = slot == null ? "cmq:{" + queue + "}:" : "cmq:{" + slot + "}:" + queue + ":";
        this.all = PARTS.stream().map(this::part).toList();
    }

    /**
     * Requires something that can be part of keys.
     *
     * @param what it is, for the message
     * @param name the name
     * @return the name
     */
    public static String requireName(String what, String name) {
        Objects.requireNonNull(name, what);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + LONGEST_NAME + " characters, but has " + name.length());
        }
        if (name.chars().anyMatch(c -> c == '{' || c == '}' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(what + " must have neither braces nor control characters in it");
        }
        return name;
    }

    /**
     * The keys that every script gets first.
     *
     * @return {@code KEYS[1]} and those after it
     */
    public List<String> all() {
        return all;
    }

    /**
     * The keys of a script that has more of them.
     *
     * @param further keys of the same slot
     * @return all keys of the queue, and those after them
     */
    public List<String> allAnd(List<String> further) {
        return Stream.concat(all.stream(), further.stream()).toList();
    }

    /**
     * One key.
     *
     * @param part its last part
     * @return the key
     */
    public String part(String part) {
        return prefix + part;
    }

    /**
     * The queue's name.
     *
     * @return the name as it was given
     */
    public String queue() {
        return queue;
    }

    /**
     * What decides the slot; queues with the same one can chain messages into each other.
     *
     * @return what stands in the braces
     */
    public String tag() {
        return slot == null ? queue : slot;
    }

    /**
     * The member that stands for the queue in the {@linkplain #REGISTRY set of all queues}.
     *
     * @return the name, behind the slot and a zero character if there is a slot
     */
    public String registered() {
        return slot == null ? queue : slot + '\0' + queue;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueueKeys keys && prefix.equals(keys.prefix);
    }

    @Override
    public int hashCode() {
        return prefix.hashCode();
    }

    /** The queue's name behind its slot: {@code shop/emails}. */
    @Override
    public String toString() {
        return slot == null ? queue : slot + "/" + queue;
    }
}
