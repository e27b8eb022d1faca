package dev.carmine.client.internal.pubsub;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one subscription wants to hear, and what of that the server has confirmed. Not thread-safe. */
final class Interest {
    private final Set<Topic> wanted = new LinkedHashSet<>();

    /** What of it the server has yet to confirm. */
    private final Set<Topic> unconfirmed = new HashSet<>();

    /** What of that had been confirmed before, on a connection that was lost. */
    private final Set<Topic> interrupted = new HashSet<>();

    /** Why something was interrupted; null when it is told that nothing is any more. */
    private @Nullable Throwable interruption;

    private final List<Confirmation> awaited = new ArrayList<>();

    /** Wants more, and gives what of that is new. */
    List<Topic> add(Collection<Topic> topics) {
        List<Topic> added = topics.stream().filter(wanted::add).toList();
        unconfirmed.addAll(added);
        return added;
    }

    /** Waits for what of these is not confirmed yet. */
    Confirmation await(Collection<Topic> topics) {
        Confirmation confirmation =
                new Confirmation(topics.stream().filter(unconfirmed::contains).toList());
        if (!confirmation.isOver()) {
            awaited.add(confirmation);
        }
        return confirmation;
    }

    /**
     * Wants less.
     *
     * @return see {@link #restored}
     */
    @Nullable Throwable remove(Collection<Topic> topics) {
        for (Topic topic : topics) {
            if (forget(topic)) {
                refuse(
                        topic,
                        new CarmineConnectionException(
                                topic.name() + " was removed before it was confirmed", Fate.UNKNOWN, null));
            }
        }
        return restored();
    }

    private boolean forget(Topic topic) {
        unconfirmed.remove(topic);
        interrupted.remove(topic);
        return wanted.remove(topic);
    }

    /** Whether anybody was waiting for this. */
    private boolean refuse(Topic topic, CarmineException cause) {
        List<Confirmation> refused =
                awaited.stream().filter(one -> one.isAbout(topic)).toList();
        refused.forEach(one -> one.refuse(cause));
        awaited.removeAll(refused);
        return !refused.isEmpty();
    }

    void refuseAll(CarmineException cause) {
        awaited.forEach(one -> one.refuse(cause));
        awaited.clear();
    }

    /** The server is asked for something. */
    void asked(Topic topic) {
        awaited.forEach(one -> one.asked(topic));
    }

    /**
     * The server has confirmed something.
     *
     * @return see {@link #restored}
     */
    @Nullable Throwable confirmed(Topic topic) {
        unconfirmed.remove(topic);
        interrupted.remove(topic);
        awaited.forEach(one -> one.confirm(topic));
        awaited.removeIf(Confirmation::isOver);
        return restored();
    }

    /** The server has refused something: whether the one who waits for it is told. */
    boolean refused(Topic topic, CarmineServerException refusal) {
        return !forget(topic) || refuse(topic, refusal);
    }

    void interrupted(Topic topic, Throwable cause) {
        if (wanted.contains(topic)) {
            unconfirmed.add(topic);
            interrupted.add(topic);
            interruption = cause;
        }
    }

    /** Why messages may be missing, if all that was interrupted has come back just now; else null. */
    @Nullable Throwable restored() {
        if (!interrupted.isEmpty()) {
            return null;
        }
        Throwable cause = wanted.isEmpty() ? null : interruption;
        interruption = null;
        return cause;
    }

    /** What is wanted; a copy. */
    List<Topic> wanted() {
        return List.copyOf(wanted);
    }

    void clear() {
        wanted.clear();
        unconfirmed.clear();
        interrupted.clear();
        interruption = null;
    }
}
