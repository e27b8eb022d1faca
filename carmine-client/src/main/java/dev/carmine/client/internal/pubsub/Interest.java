package dev.carmine.client.internal.pubsub;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one subscription wants to hear, and what of that the server has confirmed. Not thread-safe. */
final class Interest {
    private final Map<Topic, Wish> wishes = new LinkedHashMap<>();

    /** What had been confirmed before, on a connection that was lost, and not again yet. */
    private final Set<Topic> interrupted = new HashSet<>();

    /** Why something was interrupted; null when it is told that nothing is any more. */
    private @Nullable Throwable interruption;

    private final Set<Confirmation> awaited = new LinkedHashSet<>();

    /** One topic that is wanted. */
    private static final class Wish {
        /** The calls that want it and are not over; if they fail, and nobody has kept it, it is wanted no more. */
        private final Set<Confirmation> claims = new HashSet<>();

        private boolean kept;
        private boolean asked;
        private boolean confirmed;
    }

    /** Wants topics, on behalf of a call that waits for those of them that are not confirmed. */
    Confirmation add(Collection<Topic> topics) {
        List<Topic> added = new ArrayList<>();
        List<Topic> missing = new ArrayList<>();
        boolean asked = false;
        for (Topic topic : topics) {
            Wish wish = wishes.get(topic);
            if (wish == null) {
                wish = new Wish();
                wishes.put(topic, wish);
                added.add(topic);
            }
            if (!wish.confirmed) {
                missing.add(topic);
                asked |= wish.asked;
            }
        }
        Confirmation confirmation = new Confirmation(topics, added, missing, asked);
        topics.forEach(topic -> wish(topic).claims.add(confirmation));
        if (!confirmation.isOver()) {
            awaited.add(confirmation);
        }
        return confirmation;
    }

    private Wish wish(Topic topic) {
        return wishes.computeIfAbsent(topic, name -> new Wish());
    }

    /** The call has returned: what it wanted stays wanted. */
    void keep(Confirmation confirmation) {
        for (Topic topic : confirmation.topics()) {
            Wish wish = wishes.get(topic);
            if (wish != null && wish.claims.remove(confirmation)) {
                wish.kept = true;
            }
        }
    }

    /** The call has failed: what nobody else wants is wanted no more, and given. */
    List<Topic> release(Confirmation confirmation) {
        awaited.remove(confirmation);
        List<Topic> released = new ArrayList<>();
        for (Topic topic : confirmation.topics()) {
            Wish wish = wishes.get(topic);
            if (wish != null && wish.claims.remove(confirmation) && !wish.kept && wish.claims.isEmpty()) {
                released.add(topic);
            }
        }
        return released;
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
        interrupted.remove(topic);
        return wishes.remove(topic) != null;
    }

    private void refuse(Topic topic, CarmineException cause) {
        List<Confirmation> refused =
                awaited.stream().filter(one -> one.isAbout(topic)).toList();
        refused.forEach(one -> one.refuse(cause));
        refused.forEach(awaited::remove);
    }

    void refuseAll(CarmineException cause) {
        awaited.forEach(one -> one.refuse(cause));
        awaited.clear();
    }

    /** The server is asked for something. */
    void asked(Topic topic) {
        Wish wish = wishes.get(topic);
        if (wish != null) {
            wish.asked = true;
            awaited.forEach(one -> one.asked(topic));
        }
    }

    /**
     * The server has confirmed something.
     *
     * @return see {@link #restored}
     */
    @Nullable Throwable confirmed(Topic topic) {
        Wish wish = wishes.get(topic);
        if (wish != null) {
            wish.confirmed = true;
        }
        interrupted.remove(topic);
        awaited.forEach(one -> one.confirm(topic));
        awaited.removeIf(Confirmation::isOver);
        return restored();
    }

    /** The server has refused something: whether that is news, since it had been confirmed before. */
    boolean refused(Topic topic, CarmineServerException refusal) {
        boolean news = interrupted.contains(topic);
        if (forget(topic)) {
            refuse(topic, refusal);
        }
        return news;
    }

    void interrupted(Topic topic, Throwable cause) {
        Wish wish = wishes.get(topic);
        if (wish != null) {
            wish.confirmed = false;
            interrupted.add(topic);
            interruption = cause;
        }
    }

    /** Why messages may be missing, if all that was interrupted has come back just now; else null. */
    @Nullable Throwable restored() {
        if (!interrupted.isEmpty()) {
            return null;
        }
        Throwable cause = wishes.isEmpty() ? null : interruption;
        interruption = null;
        return cause;
    }

    /** What is wanted; a copy. */
    List<Topic> wanted() {
        return List.copyOf(wishes.keySet());
    }

    void clear() {
        wishes.clear();
        interrupted.clear();
        interruption = null;
    }
}
