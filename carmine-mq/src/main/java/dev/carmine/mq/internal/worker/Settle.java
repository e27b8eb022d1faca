package dev.carmine.mq.internal.worker;

import dev.carmine.mq.internal.Parcel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to become of a message whose handling has ended. Immutable. */
public final class Settle {
    /** Beside the id and the body of a chained message: its queue and options. */
    private static final int CHAINED_SIZE = 64;

    private static final int OWN_SIZE = 64;

    /** The script's letter for a success that has a result. */
    private static final String WITH_RESULT = "S";

    /** The script's letter for a success of which there is nothing more to say. */
    private static final String DONE = "d";

    /** A message that is left to other workers comes back after this part of its age, within these bounds. */
    private static final int PART_OF_AGE = 10;

    private static final long SHORTEST_ABSENCE_MILLIS = 1_000;
    private static final long LONGEST_ABSENCE_MILLIS = 60_000;

    private final Lease lease;
    private final Kind kind;
    private final long millis;
    private final String text;
    private final byte @Nullable [] result;
    private final List<Parcel<?>> chained;

    private Settle(
            Lease lease, Kind kind, long millis, String text, byte @Nullable [] result, List<Parcel<?>> chained) {
        this.lease = lease;
        this.kind = kind;
        this.millis = millis;
        this.text = text;
        this.result = result;
        this.chained = chained;
    }

    /** What can become of a message. */
    public enum Kind {
        /** It is done. */
        SUCCESS("s"),

        /** It is to be handled again. */
        RETRY("r"),

        /** It is set aside. */
        DEAD("x"),

        /** It is as if it had not been handed out. */
        BACK("b"),

        /** It is left to other workers, as if it had not been handed out. */
        LEFT("b");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        /** The script's letter for it; some successes have others. */
        String letter() {
            return letter;
        }
    }

    /**
     * A success.
     *
     * @param lease the message
     * @param dedupeWindow for how long its id is refused, in milliseconds
     * @param result what it has given, or null
     * @param chained what is enqueued along with it
     * @return the settle
     */
    public static Settle success(Lease lease, long dedupeWindow, byte @Nullable [] result, List<Parcel<?>> chained) {
        return new Settle(lease, Kind.SUCCESS, dedupeWindow, "", result, chained);
    }

    /**
     * A failure that is to be followed by another attempt, unless the attempts are used up.
     *
     * @param lease the message
     * @param delay until then, in milliseconds
     * @param reason why
     * @return the settle
     */
    public static Settle retry(Lease lease, long delay, String reason) {
        return new Settle(lease, Kind.RETRY, delay, reason, null, List.of());
    }

    /**
     * A message that is not to be handled again.
     *
     * @param lease the message
     * @param reason why
     * @return the settle
     */
    public static Settle dead(Lease lease, String reason) {
        return new Settle(lease, Kind.DEAD, 0, reason, null, List.of());
    }

    /**
     * A message that was not handled.
     *
     * @param lease the message
     * @return the settle
     */
    public static Settle back(Lease lease) {
        return new Settle(lease, Kind.BACK, 0, "", null, List.of());
    }

    /**
     * A message that this worker cannot handle. It is handed out again after a while, so that what comes behind it is not
     * kept by it: after a tenth of its age, but no sooner than after a second and no later than after a minute. So one that
     * nobody can handle comes ever more seldom, and one that waits for the right worker never loses much of its time.
     *
     * @param lease the message
     * @return the settle
     */
    public static Settle left(Lease lease) {
        long part = lease.grant().waited() / PART_OF_AGE;
        long absence = Math.max(SHORTEST_ABSENCE_MILLIS, Math.min(part, LONGEST_ABSENCE_MILLIS));
        return new Settle(lease, Kind.LEFT, absence, "", null, List.of());
    }

    /** The message. */
    Lease lease() {
        return lease;
    }

    /** What is to become of it. */
    Kind kind() {
        return kind;
    }

    /** The dedupe window of a success, or the delay of a retry, in milliseconds; else 0. */
    long millis() {
        return millis;
    }

    /** What is enqueued along with a success. */
    List<Parcel<?>> chained() {
        return chained;
    }

    /**
     * What the script is told of it: a word of kind, fence and id, and unless that says it all, number, text or result, and
     * how many are chained.
     */
    List<Object> words() {
        String message = lease.grant().record().fence() + lease.grant().id();
        if (result != null) {
            return List.of(WITH_RESULT + message, millis, result, chained.size());
        } else if (kind == Kind.SUCCESS && millis == 0 && chained.isEmpty()) {
            return List.of(DONE + message);
        }
        return List.of(kind.letter() + message, millis, text, chained.size());
    }

    /** About how many bytes it takes in a call. */
    long size() {
        long size = OWN_SIZE;
        size += lease.grant().id().length();
        size += result == null ? text.getBytes(StandardCharsets.UTF_8).length : result.length;
        for (Parcel<?> message : chained) {
            size += CHAINED_SIZE;
            size += message.id().length();
            size += message.envelope().length;
        }
        return size;
    }
}
