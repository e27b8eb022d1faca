package dev.carmine.mq.internal;

import java.time.Duration;
import java.util.Objects;

/** Checks of options and arguments, whose messages tell name, value and bound. */
public final class Checks {
    /** Longer times are mistakes, and would not fit where scripts count in milliseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final int LONGEST_ID = 512;

    private Checks() {}

    /**
     * Requires a number within bounds.
     *
     * @param name of the option
     * @param value its value
     * @param least the smallest allowed
     * @param most the largest allowed
     * @return the value
     */
    public static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + " and at most " + most + ", but is " + value);
        }
        return value;
    }

    /**
     * Requires a time that is not too short.
     *
     * @param name of the option
     * @param value its value
     * @param least the shortest allowed
     * @return the value
     */
    public static Duration atLeast(String name, Duration value, Duration least) {
        Objects.requireNonNull(value, name);
        if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + " and at most " + LONGEST + ", but is " + value);
        }
        return value;
    }

    /**
     * A time as scripts take it, rounded up, so that nothing happens too early. What is longer than a hundred years
     * counts as that.
     *
     * @param time the time
     * @return milliseconds
     */
    public static long millis(Duration time) {
        return time.compareTo(LONGEST) > 0
                ? LONGEST.toMillis()
                : time.plusNanos(999_999).toMillis();
    }

    /**
     * Requires something that can be the id of a new message.
     *
     * @param id the id
     * @return the id
     */
    public static String newId(String id) {
        text("id", id);
        withoutControls("id", id);
        return id(id);
    }

    /**
     * Requires text of which ids are made.
     *
     * @param name for messages
     * @param value the text
     * @return the text
     * @throws IllegalArgumentException if there are control characters in it
     */
    public static String withoutControls(String name, String value) {
        value.chars().filter(Character::isISOControl).findFirst().ifPresent(character -> {
            throw new IllegalArgumentException(String.format(
                    "%s must have no control characters, but has U+%04X: encode what it is made from",
                    name, character));
        });
        return value;
    }

    /**
     * Requires something that can be the id of a message. It may be longer than that of a new one, if the message is dead
     * and has given its id up.
     *
     * @param id the id
     * @return the id
     */
    public static String id(String id) {
        Objects.requireNonNull(id, "id");
        if (id.equals("*")) {
            throw new IllegalArgumentException("id must not be '*', which stands for all messages");
        }
        return id;
    }

    /**
     * Requires something that can be the name of a group.
     *
     * @param group the name
     * @return the name
     */
    public static String group(String group) {
        text("group", group);
        if (group.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("group must have no zero character in it");
        }
        return group;
    }

    private static void text(String name, String text) {
        Objects.requireNonNull(text, name);
        if (text.isEmpty() || text.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    name + " must have 1 to " + LONGEST_ID + " characters, but has " + text.length());
        }
    }
}
