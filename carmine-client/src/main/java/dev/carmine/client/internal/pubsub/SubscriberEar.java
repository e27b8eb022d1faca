package dev.carmine.client.internal.pubsub;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.pubsub.Topic.Kind;
import dev.carmine.client.internal.wire.Audience;
import dev.carmine.client.internal.wire.ListeningLink;
import dev.carmine.protocol.RespError;
import dev.carmine.protocol.RespReader;
import dev.carmine.protocol.RespType;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with the server about {@link Topics}. Each topic is asked for by a command of its own, so that each command has
 * one answer, and an error says which topic it is about. An answer to anything else than the oldest command without one is
 * doubtful, and doubt ends the connection. Confined to the link's thread.
 */
abstract class SubscriberEar implements Audience {
    private static final System.Logger LOG = System.getLogger(SubscriberEar.class.getName());
    private static final EncodedCommand<?> PING = EncodedCommand.of(Command.of("PING"));

    /** So many messages are enough to wake their handlers before the rest of what has arrived is read. */
    private static final int ENOUGH = 64;

    private final Topics topics;

    /** What has no answer yet, oldest first. */
    private final Deque<Sent> sent = new ArrayDeque<>();

    /** Who may have got something since the last flush; some perhaps twice. */
    private final List<Delivery<?>> reached = new ArrayList<>();

    private int messages;
    private boolean askWanted;

    SubscriberEar(Topics topics) {
        this.topics = topics;
    }

    /** A command that was sent; one without a request is answered by anything that is no message. */
    private record Sent(Topics.@Nullable Request request) {
        boolean is(Topic topic, boolean begins) {
            return request != null
                    && request.begins() == begins
                    && request.topic().equals(topic);
        }

        boolean isAboutShards() {
            return request != null && request.topic().kind() == Kind.SHARD;
        }
    }

    @Override
    public void connected() {
        topics.connected();
    }

    @Override
    public @Nullable EncodedCommand<?> next() {
        Topics.Request request = topics.next(System.nanoTime());
        if (request != null) {
            sent.add(new Sent(request));
            return EncodedCommand.of(
                    Command.of(request.command()).arg(request.topic().name()));
        }
        if (askWanted) {
            askWanted = false;
            sent.add(new Sent(null));
            return PING;
        }
        return null;
    }

    @Override
    public long untilNext() {
        return topics.untilNext(System.nanoTime());
    }

    @Override
    public void ask() {
        askWanted = true;
    }

    @Override
    public void authenticating() {
        sent.add(new Sent(null));
    }

    @Override
    public boolean isAwaiting() {
        return !sent.isEmpty();
    }

    @Override
    public void received(RespReader frame) {
        if (frame.isError()) {
            refused(frame.readError());
        } else if (frame.type() == RespType.ARRAY || frame.type() == RespType.PUSH) {
            int size = frame.readArraySize();
            received(text(frame), size, frame);
        } else {
            answered();
        }
    }

    private void received(String kind, int size, RespReader frame) {
        switch (kind) {
            case "message" -> deliver(new Topic(Kind.CHANNEL, text(frame)), frame);
            case "smessage" -> deliver(new Topic(Kind.SHARD, text(frame)), frame);
            case "pmessage" -> deliverMatching(new Topic(Kind.PATTERN, text(frame)), frame);
            case "subscribe" -> changed(new Topic(Kind.CHANNEL, text(frame)), true);
            case "ssubscribe" -> changed(new Topic(Kind.SHARD, text(frame)), true);
            case "psubscribe" -> changed(new Topic(Kind.PATTERN, text(frame)), true);
            case "unsubscribe" -> changed(new Topic(Kind.CHANNEL, text(frame)), false);
            case "sunsubscribe" -> changed(new Topic(Kind.SHARD, text(frame)), false);
            case "punsubscribe" -> changed(new Topic(Kind.PATTERN, text(frame)), false);
            case "pong" -> answered();
            default -> LOG.log(Level.DEBUG, "a push message of {0} elements named {1} is dropped", size, kind);
        }
    }

    private static String text(RespReader frame) {
        return String.valueOf(frame.readText());
    }

    private void deliver(Topic topic, RespReader frame) {
        deliver(topic, topic.name(), frame);
    }

    private void deliverMatching(Topic pattern, RespReader frame) {
        deliver(pattern, text(frame), frame);
    }

    private void deliver(Topic topic, String channel, RespReader frame) {
        byte[] bytes = frame.readBytes();
        if (bytes == null) {
            return;
        }
        List<Delivery<?>> deliveries = topics.deliveries(topic);
        for (int i = 0; i < deliveries.size(); i++) {
            Delivery<?> delivery = deliveries.get(i);
            // Each handler may keep and change what it gets.
            delivery.add(new Message(topic, channel, i == 0 ? bytes : bytes.clone()));
            if (reached.isEmpty() || reached.get(reached.size() - 1) != delivery) {
                reached.add(delivery);
            }
        }
        if (++messages >= ENOUGH) {
            endOfBatch();
        }
    }

    /** Only now are the handlers' threads woken: one message after the other, they would keep the reading thread waiting. */
    @Override
    public void endOfBatch() {
        reached.forEach(Delivery::flush);
        reached.clear();
        messages = 0;
    }

    /** A topic has begun or ended; shards may end theirs unasked, when a channel moves to another node. */
    private void changed(Topic topic, boolean begun) {
        Sent oldest = sent.peek();
        if (oldest != null && oldest.is(topic, begun)) {
            sent.remove();
            reached.addAll(begun ? topics.begun(topic) : topics.ended(topic));
        } else if (!begun && topic.kind() == Kind.SHARD && sent.stream().noneMatch(Sent::isAboutShards)) {
            reached.addAll(topics.takenAway(topic, new IOException("the channel has moved to another node")));
        } else {
            throw doubt("a subscription was confirmed that was not asked for");
        }
    }

    /** Something without a request was answered. */
    private void answered() {
        Sent oldest = sent.poll();
        if (oldest == null || oldest.request() != null) {
            throw doubt("an answer came to nothing that was asked");
        }
    }

    private void refused(RespError error) {
        Sent oldest = sent.poll();
        if (oldest == null) {
            throw doubt("an error came that answers nothing: " + error.message());
        }
        Topics.Request request = oldest.request();
        if (request == null) {
            LOG.log(Level.DEBUG, "PING or AUTH was refused on the connection of subscriptions: {0}", error.message());
        } else if (!request.begins()) {
            LOG.log(Level.DEBUG, "{0} was refused: {1}", request.command(), error.message());
            topics.notEnded(request.topic(), ListeningLink.isPassing(error), System.nanoTime());
        } else if (ListeningLink.isPassing(error)) {
            topics.notYet(request.topic(), System.nanoTime());
        } else {
            String message = request.command() + ": " + error.message();
            reached.addAll(topics.refused(request.topic(), new CarmineServerException(error.code(), message)));
        }
    }

    private static CarmineProtocolException doubt(String what) {
        return new CarmineProtocolException(what, -1, null);
    }

    @Override
    public void lost(Throwable cause) {
        sent.clear();
        askWanted = false;
        topics.lost(cause);
    }
}
