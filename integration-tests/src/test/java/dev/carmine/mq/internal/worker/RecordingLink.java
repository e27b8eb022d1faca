package dev.carmine.mq.internal.worker;

import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.it.mq.fault.HistoryFile;
import dev.carmine.mq.internal.Envelope;
import dev.carmine.mq.internal.MessageRecord;
import dev.carmine.mq.internal.Parcel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Writes down each exchange before it is sent, and its answer before the worker hears of it. */
final class RecordingLink implements QueueLink {
    /** Where the options of an enqueue have the time after which a message expires, in ms. */
    private static final int LIFE = 5;

    /** How many fields the options of an enqueue have. */
    private static final int OPTIONS = 8;

    private final QueueLink link;
    private final HistoryFile history;

    RecordingLink(QueueLink link, HistoryFile history) {
        this.link = link;
        this.history = history;
    }

    @Override
    public ExchangeReply exchange(ExchangeCall call) {
        history.write(Kind.EXCHANGE, call.worker(), call.number());
        call.settles().forEach(settle -> settle(call, settle));
        ExchangeReply reply = link.exchange(call);
        List<String> settled = reply.settled(call.settles());
        for (int i = 0; i < settled.size(); i++) {
            Grant grant = call.settles().get(i).lease().grant();
            history.write(
                    Kind.SETTLED,
                    call.worker(),
                    call.number(),
                    grant.id(),
                    RecordedEngine.fence(grant),
                    settled.get(i));
        }
        reply.grants().forEach(grant -> delivery(call, grant));
        history.write(Kind.EXCHANGED, call.worker(), call.number());
        return reply;
    }

    private void settle(ExchangeCall call, Settle settle) {
        Grant grant = settle.lease().grant();
        long fence = RecordedEngine.fence(grant);
        history.write(
                Kind.SETTLE,
                call.worker(),
                call.number(),
                grant.id(),
                fence,
                settle.kind().letter(),
                settle.millis());
        for (Parcel<?> message : settle.chained()) {
            String[] options = message.options().split(":", OPTIONS);
            boolean plain = options.length < OPTIONS;
            history.write(
                    Kind.CHAIN,
                    call.worker(),
                    call.number(),
                    grant.id(),
                    fence,
                    content(message.id(), message.envelope()),
                    message.id(),
                    plain || options[0].isEmpty() ? 0 : options[0],
                    plain ? "" : options[OPTIONS - 1],
                    plain || options[LIFE].isEmpty() ? 0 : options[LIFE]);
        }
    }

    private void delivery(ExchangeCall call, Grant grant) {
        MessageRecord record = grant.record();
        history.write(
                Kind.DELIVERY,
                call.worker(),
                call.number(),
                grant.id(),
                RecordedEngine.fence(grant),
                record.sequence(),
                record.deliveries(),
                record.attempt(),
                grant.term(),
                record.enqueuedAt(),
                record.group(),
                content(grant.id(), grant.envelope()));
    }

    /** Contents are the bodies of messages; those that a schedule enqueues have none, and are called by their ids. */
    private static String content(String id, byte[] envelope) {
        byte[] body = Envelope.decode(envelope).body();
        return body.length == 0 ? id : new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String extend(String worker, List<Extension> extensions) {
        return link.extend(worker, extensions);
    }

    @Override
    public int attendToSchedules() {
        return link.attendToSchedules();
    }

    @Override
    public boolean awaitMarker(Duration limit) {
        return link.awaitMarker(limit);
    }
}
