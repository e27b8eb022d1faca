package dev.carmine.mq.internal.worker;

import dev.carmine.client.Carmine;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.QueueScript;
import dev.carmine.mq.internal.QueueScripts;
import dev.carmine.mq.internal.schedule.DueSchedules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The link through a client: scripts on its shared connection, the waiting on a dedicated one. */
final class ServerLink implements QueueLink {
    /** How long a wait for the marker may take beyond its limit: for a dedicated connection, and for the answer. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Carmine redis;
    private final Carmine waiting;
    private final QueueKeys keys;
    private final QueueScripts scripts;
    private final String name;
    private final DueSchedules schedules;

    /**
     * Links a worker.
     *
     * @param name of the worker, for people
     */
    ServerLink(Carmine redis, QueueKeys keys, QueueScripts scripts, String name) {
        this.redis = redis;
        this.waiting = redis.withTimeout(redis.timeout().compareTo(MARGIN) < 0 ? redis.timeout() : MARGIN);
        this.keys = keys;
        this.scripts = scripts;
        this.name = name;
        this.schedules = new DueSchedules(redis, keys, scripts);
    }

    @Override
    public ExchangeReply exchange(ExchangeCall call) {
        return ExchangeReply.read(redis.call(call.command(scripts.get(QueueScript.EXCHANGE), keys, name)));
    }

    @Override
    public String extend(String worker, List<Extension> extensions) {
        List<Object> args = new ArrayList<>();
        args.add(worker);
        for (Extension extension : extensions) {
            Grant grant = extension.lease().grant();
            args.add(grant.id());
            args.add(grant.record().fence());
            args.add(extension.millis());
            args.add(extension.progress());
        }
        String letters = redis.call(
                scripts.get(QueueScript.EXTEND).on(keys.all(), args.toArray()).asText());
        if (letters == null || letters.length() != extensions.size()) {
            throw new IllegalStateException("the script that extends leases has not answered for each of them");
        }
        return letters;
    }

    @Override
    public int attendToSchedules() {
        return schedules.attend();
    }

    @Override
    public boolean awaitMarker(Duration limit) {
        return waiting.bzpopmin(limit, keys.part("m")) != null;
    }
}
