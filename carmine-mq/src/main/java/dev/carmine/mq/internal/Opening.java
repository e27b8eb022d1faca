package dev.carmine.mq.internal;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.Info;
import dev.carmine.mq.QueueFormatException;
import dev.carmine.mq.QueueOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

/** What is done on the server when a program begins to use a queue. */
public final class Opening {
    /** Of the layout of keys, records and envelopes. */
    private static final int FORMAT = 1;

    private static final Logger LOGGER = System.getLogger("dev.carmine.mq");

    private Opening() {}

    /**
     * Writes the format and the name of a new queue, checks that of an old one, and sets the limits that the options name.
     *
     * @param redis where the queue is
     * @param calls of the queue
     * @param options of this program
     * @throws QueueFormatException if a newer library has made the queue; then nothing was changed
     */
    public static void open(Carmine redis, QueueCalls calls, QueueOptions options) {
        String format = redis.call(calls.configure(Map.of("?format", String.valueOf(FORMAT))))
                .get("format");
        if (format == null || !format.equals(String.valueOf(FORMAT))) {
            throw new QueueFormatException("the queue " + calls.keys() + " has format " + format
                    + ", and this version of carmine-mq knows formats up to " + FORMAT
                    + ": use the version that made it");
        }
        register(redis, calls.keys().registered());
        Map<String, String> settings = Settings.of(options);
        if (!settings.isEmpty()) {
            redis.call(calls.configure(settings));
        }
        warnOfEviction(redis, calls.keys());
    }

    /** A server whose memory is full refuses SADD, and must not keep workers from opening a queue to empty it. */
    private static void register(Carmine redis, String name) {
        if (!redis.sismember(QueueKeys.REGISTRY, name)) {
            redis.sadd(QueueKeys.REGISTRY, name);
        }
    }

    /** Any other policy deletes parts of a queue when the server is full, and says nothing. */
    private static void warnOfEviction(Carmine redis, QueueKeys keys) {
        String policy;
        try {
            Info memory = redis.info("memory");
            policy = memory.value("maxmemory_policy");
        } catch (CarmineServerException e) {
            return; // the user may not ask
        }
        if (policy != null && !policy.equals("noeviction")) {
            LOGGER.log(
                    Level.WARNING,
                    "The server of the queue {0} has maxmemory-policy {1}, by which it may delete messages when its"
                            + " memory is full: set it to noeviction",
                    keys,
                    policy);
        }
    }
}
