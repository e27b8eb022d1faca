package dev.carmine.mq.internal.worker;

import dev.carmine.client.Carmine;
import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.it.mq.fault.HistoryFile;
import dev.carmine.mq.internal.QueueScripts;

/** Engines that write down what they say to the server, and what they hear. */
public final class RecordedEngine {
    private RecordedEngine() {}

    /** An engine as it is, but for the pen in its link. */
    public static Engine of(Carmine redis, EngineSettings settings, Work work, HistoryFile history) {
        QueueLink link = new ServerLink(redis, settings.keys(), QueueScripts.production(), settings.name());
        Work recorded = (lease, later) -> {
            Grant grant = lease.grant();
            history.write(Kind.HANDLING, grant.record().worker(), grant.id(), fence(grant));
            return work.handle(lease, later);
        };
        return new Engine(settings, recorded, new RecordingLink(link, history), new Clock(System::nanoTime));
    }

    static long fence(Grant grant) {
        return Long.parseLong(grant.record().fence());
    }
}
