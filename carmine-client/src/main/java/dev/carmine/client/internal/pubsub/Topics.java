package dev.carmine.client.internal.pubsub;

import dev.carmine.client.CarmineException;
import dev.carmine.client.CarmineServerException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the subscriptions of a client want to hear together, and what the server has confirmed of it: finds what to ask
 * next, and tells the deliveries what has become of it. Thread-safe; messages find their deliveries without a lock.
 */
final class Topics {
    /** How long until a server that is busy is asked again. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReentrantLock lock = new ReentrantLock();

    /** Changed under the lock. */
    private final Map<Topic, Audible> all = new ConcurrentHashMap<>();

    // Guarded by the lock.

    /** To be looked at, since what is wanted may differ from what is confirmed. */
    private final Set<Topic> changed = new LinkedHashSet<>();

    /** To be looked at later, in the order of their times. */
    private final Deque<Later> later = new ArrayDeque<>();

    /** How many deliveries the topics have together. */
    private int pairs;

    private enum State {
        /** The server does not send it. */
        NONE,
        /** The server was asked to send it. */
        BEGINNING,
        /** The server sends it. */
        CONFIRMED,
        /** The server was asked to send it no more. */
        ENDING
    }

    /** A topic that somebody wants, or that the server still sends. */
    private static final class Audible {
        /** Replaced when it changes. */
        private volatile List<Delivery<?>> deliveries = List.of();

        private State state = State.NONE;

        void add(Delivery<?> delivery) {
            List<Delivery<?>> longer = new ArrayList<>(deliveries);
            longer.add(delivery);
            deliveries = List.copyOf(longer);
        }

        boolean remove(Delivery<?> delivery) {
            List<Delivery<?>> shorter = new ArrayList<>(deliveries);
            boolean removed = shorter.remove(delivery);
            deliveries = List.copyOf(shorter);
            return removed;
        }
    }

    private record Later(Topic topic, long at) {}

    /** Something to ask of the server: to send a topic, or to send it no more. */
    record Request(Topic topic, boolean begins) {
        String command() {
            return begins ? topic.kind().beginning() : topic.kind().ending();
        }
    }

    /** Has a delivery hear of topics. */
    void add(Collection<Topic> topics, Delivery<?> delivery) {
        lock.lock();
        try {
            for (Topic topic : topics) {
                Audible audible = all.computeIfAbsent(topic, name -> new Audible());
                audible.add(delivery);
                pairs++;
                switch (audible.state) {
                    case CONFIRMED -> delivery.confirmed(topic);
                    case BEGINNING -> delivery.asked(topic);
                    default -> changed.add(topic);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Has a delivery hear of topics no more. */
    void remove(Collection<Topic> topics, Delivery<?> delivery) {
        lock.lock();
        try {
            for (Topic topic : topics) {
                Audible audible = all.get(topic);
                if (audible != null && audible.remove(delivery)) {
                    pairs--;
                    changed.add(topic);
                    forgetIfSilent(topic, audible);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void forgetIfSilent(Topic topic, Audible audible) {
        if (audible.state == State.NONE && audible.deliveries.isEmpty()) {
            all.remove(topic);
            changed.remove(topic);
        }
    }

    /** Whether nobody listens. */
    boolean isEmpty() {
        lock.lock();
        try {
            return pairs == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Who listens to a topic; empty if nobody does. */
    List<Delivery<?>> deliveries(Topic topic) {
        Audible audible = all.get(topic);
        return audible == null ? List.of() : audible.deliveries;
    }

    /** There is a connection, on which the server sends nothing yet. */
    void connected() {
        lock.lock();
        try {
            silence(new IOException("the connection was lost")); // should it not have been told
            later.clear();
            changed.clear();
            changed.addAll(all.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** What to ask now; null if there is nothing, or an answer must come first. */
    @Nullable Request next(long now) {
        lock.lock();
        try {
            while (!later.isEmpty() && later.element().at() - now <= 0) {
                changed.add(later.remove().topic());
            }
            while (!changed.isEmpty()) {
                Topic topic = changed.iterator().next();
                changed.remove(topic);
                Request request = requestFor(topic);
                if (request != null) {
                    return request;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Request requestFor(Topic topic) {
        Audible audible = all.get(topic);
        if (audible == null) {
            return null;
        }
        boolean wanted = !audible.deliveries.isEmpty();
        if (audible.state == State.CONFIRMED && !wanted) {
            audible.state = State.ENDING;
            return new Request(topic, false);
        }
        if (audible.state == State.NONE && wanted) {
            audible.state = State.BEGINNING;
            audible.deliveries.forEach(delivery -> delivery.asked(topic));
            return new Request(topic, true);
        }
        forgetIfSilent(topic, audible);
        return null;
    }

    /** How long until there may be something to ask, though nothing changes; {@link Long#MAX_VALUE} if there is nothing. */
    long untilNext(long now) {
        lock.lock();
        try {
            return later.isEmpty()
                    ? Long.MAX_VALUE
                    : Math.max(0, later.element().at() - now);
        } finally {
            lock.unlock();
        }
    }

    /** The server sends a topic, as it was asked to. */
    Collection<Delivery<?>> begun(Topic topic) {
        return change(topic, audible -> {
            audible.state = State.CONFIRMED;
            audible.deliveries.forEach(delivery -> delivery.confirmed(topic));
        });
    }

    /** The server sends a topic no more, as it was asked to. */
    Collection<Delivery<?>> ended(Topic topic) {
        return change(topic, audible -> audible.state = State.NONE);
    }

    /** The server sends a topic no more, though nobody has asked for that. */
    Collection<Delivery<?>> takenAway(Topic topic, Throwable cause) {
        return change(topic, audible -> {
            if (audible.state == State.CONFIRMED) {
                audible.deliveries.forEach(delivery -> delivery.interrupted(topic, cause));
            }
            audible.state = State.NONE;
        });
    }

    /**
     * The server goes on sending a topic.
     *
     * @param again whether to ask again a little later
     */
    void notEnded(Topic topic, boolean again, long now) {
        lock.lock();
        try {
            Audible audible = all.get(topic);
            if (audible != null) {
                audible.state = State.CONFIRMED;
                audible.deliveries.forEach(delivery -> delivery.confirmed(topic));
                if (again) {
                    later.add(new Later(topic, now + PAUSE));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The server will not send a topic now, but perhaps a little later. */
    void notYet(Topic topic, long now) {
        lock.lock();
        try {
            Audible audible = all.get(topic);
            if (audible != null) {
                audible.state = State.NONE;
                later.add(new Later(topic, now + PAUSE));
            }
        } finally {
            lock.unlock();
        }
    }

    /** The server refuses to send a topic. */
    Collection<Delivery<?>> refused(Topic topic, CarmineServerException refusal) {
        lock.lock();
        try {
            Audible refused = all.remove(topic);
            if (refused == null) {
                return List.of();
            }
            pairs -= refused.deliveries.size();
            refused.deliveries.forEach(delivery -> delivery.refused(topic, refusal));
            return refused.deliveries;
        } finally {
            lock.unlock();
        }
    }

    private Collection<Delivery<?>> change(Topic topic, Consumer<Audible> change) {
        lock.lock();
        try {
            Audible audible = all.get(topic);
            if (audible == null) {
                return List.of();
            }
            change.accept(audible);
            changed.add(topic);
            return audible.deliveries;
        } finally {
            lock.unlock();
        }
    }

    /** The connection is lost: the server sends nothing any more. */
    void lost(Throwable cause) {
        lock.lock();
        try {
            silence(cause);
        } finally {
            lock.unlock();
        }
    }

    private void silence(Throwable cause) {
        all.forEach((topic, audible) -> {
            if (audible.state == State.CONFIRMED) {
                audible.deliveries.forEach(delivery -> delivery.interrupted(topic, cause));
            }
            audible.state = State.NONE;
        });
        all.values().removeIf(audible -> audible.deliveries.isEmpty());
    }

    /** Nobody that waits for the server's consent will get it at present. */
    void refuseAll(CarmineException cause) {
        everybody().forEach(delivery -> delivery.refuseAll(cause));
    }

    /** Forgets everything, and gives who had listened. */
    Set<Delivery<?>> clear() {
        lock.lock();
        try {
            Set<Delivery<?>> listening = everybody();
            all.clear();
            changed.clear();
            later.clear();
            pairs = 0;
            return listening;
        } finally {
            lock.unlock();
        }
    }

    private Set<Delivery<?>> everybody() {
        Set<Delivery<?>> listening = new HashSet<>();
        all.values().forEach(audible -> listening.addAll(audible.deliveries));
        return listening;
    }
}
