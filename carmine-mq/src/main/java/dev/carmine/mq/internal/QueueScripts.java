package dev.carmine.mq.internal;

import dev.carmine.client.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of the scripts: each is the prelude, which all share, and its own. Read from the module's resources when
 * they are first needed, and kept. Thread-safe.
 */
public final class QueueScripts {
    private static final String BEGIN_OF_CLOCK = "-- clock: ";
    private static final String END_OF_CLOCK = "-- end of clock\n";

    private static final QueueScripts PRODUCTION = new QueueScripts(Clock.SERVER);
    private static final QueueScripts TESTS = new QueueScripts(Clock.FIELD);

    private final Clock clock;
    private final Map<QueueScript, Script> scripts = new ConcurrentHashMap<>();

    private QueueScripts(Clock clock) {
        this.clock = clock;
    }

    /** Where scripts read the time from. */
    public enum Clock {
        /** The server's own clock. */
        SERVER,

        /** A field that tests set: {@code clock} in the queue's key {@code c}, in microseconds. */
        FIELD
    }

    /**
     * The scripts as they are run outside tests.
     *
     * @return scripts that read the server's clock
     */
    public static QueueScripts production() {
        return PRODUCTION;
    }

    /**
     * The scripts with a clock.
     *
     * @param clock which one
     * @return scripts that read it
     */
    public static QueueScripts by(Clock clock) {
        return clock == Clock.SERVER ? PRODUCTION : TESTS;
    }

    /**
     * One script.
     *
     * @param name which one
     * @return always the same instance
     * @throws IllegalStateException if its resource is missing
     */
    public Script get(QueueScript name) {
        return scripts.computeIfAbsent(name, key -> Script.of(prelude() + text(key.resource())));
    }

    private String prelude() {
        String prelude = text("prelude.lua");
        if (clock == Clock.SERVER) {
            return prelude;
        }
        int begin = prelude.indexOf(BEGIN_OF_CLOCK);
        int end = prelude.indexOf(END_OF_CLOCK);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("prelude.lua has no line '-- clock: …' before one '-- end of clock'");
        }
        return prelude.substring(0, begin)
                + "local micros = tonumber(redis.call('HGET', KEYS[21], 'clock'))\n"
                + prelude.substring(end + END_OF_CLOCK.length());
    }

    private static String text(String resource) {
        try (InputStream in = QueueScripts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " beside " + QueueScripts.class.getName()
                        + " is missing: carmine-mq was packed without it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + resource + " cannot be read", e);
        }
    }
}
