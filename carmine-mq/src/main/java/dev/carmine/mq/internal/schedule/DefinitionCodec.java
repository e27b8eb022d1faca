package dev.carmine.mq.internal.schedule;

import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.Overlap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Definitions as the server stores them. Texts in UTF-8, each followed by a zero byte, and an envelope:
 *
 * <pre>
 * version   1
 * kind      every | cron
 * when      milliseconds | the expression
 * zone      empty for every; the id of the time zone
 * missed    SKIP | RUN_ONCE | RUN_ALL
 * overlap   ALLOW | SKIP
 * options   as the script of enqueues takes them
 * envelope  to the end
 * </pre>
 *
 * A definition is the same if its bytes are: another order or spelling would be a change at each start of a program.
 */
final class DefinitionCodec {
    private static final String VERSION = "1";
    private static final String EVERY = "every";
    private static final String CRON = "cron";
    private static final int FIELDS = 7;

    private DefinitionCodec() {}

    static byte[] encode(Definition definition) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(definition.envelope().length + 100);
        write(out, VERSION);
        if (definition.recurrence() instanceof CronTicks ticks) {
            write(out, CRON);
            write(out, ticks.cron().text());
            write(out, ticks.zone().getId());
        } else if (definition.recurrence() instanceof Recurrence.Every every) {
            write(out, EVERY);
            write(out, Long.toString(every.millis()));
            write(out, "");
        }
        write(out, definition.missed().name());
        write(out, definition.overlap().name());
        write(out, definition.options());
        out.writeBytes(definition.envelope());
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write(0);
    }

    /**
     * Reads what {@link #encode} of this or another version has made.
     *
     * @throws UnreadableDefinitionException if that cannot be followed here
     */
    static Definition decode(byte[] bytes) {
        List<String> fields = new ArrayList<>(FIELDS);
        int begin = 0;
        for (int i = 0; i < bytes.length && fields.size() < FIELDS; i++) {
            if (bytes[i] == 0) {
                fields.add(new String(bytes, begin, i - begin, StandardCharsets.UTF_8));
                begin = i + 1;
            }
        }
        if (fields.isEmpty() || !fields.get(0).equals(VERSION)) {
            throw new UnreadableDefinitionException("it is not written in version " + VERSION
                    + ", which is all that this program reads: was it made by a newer one?");
        }
        if (fields.size() < FIELDS) {
            throw new UnreadableDefinitionException("it ends too early");
        }
        return new Definition(
                recurrence(fields.get(1), fields.get(2), fields.get(3)),
                constant(MissedTicks.class, fields.get(4)),
                constant(Overlap.class, fields.get(5)),
                fields.get(6),
                Arrays.copyOfRange(bytes, begin, bytes.length));
    }

    private static Recurrence recurrence(String kind, String when, String zone) {
        try {
            switch (kind) {
                case EVERY -> {
                    long millis = Long.parseLong(when);
                    if (millis > 0) {
                        return new Recurrence.Every(millis);
                    }
                }
                case CRON -> {
                    return new CronTicks(CronExpression.parse(when), ZoneId.of(zone));
                }
                default -> {}
            }
        } catch (DateTimeException e) {
            throw new UnreadableDefinitionException("this program does not know the time zone " + zone, e);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDefinitionException("this program cannot read " + kind + " " + when, e);
        }
        throw new UnreadableDefinitionException("this program does not know what " + kind + " " + when + " means");
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDefinitionException("this program does not know the policy " + name, e);
        }
    }
}
