package dev.carmine.mq.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.mq.MissedTicks;
import dev.carmine.mq.Overlap;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionCodecTest {
    private static final List<String> EXPRESSIONS = List.of("0 7 * * *", "*/5 9-17 * * 1-5", "0,20 * * * * *");
    private static final List<String> ZONES = List.of("Europe/Rome", "Z", "+01:30", "America/New_York");

    private static byte[] bytes(String text) {
        return text.replace('|', '\0').getBytes(StandardCharsets.UTF_8);
    }

    private static Definition daily(byte[] envelope) {
        return new Definition(
                new CronTicks(CronExpression.parse("0 7 * * *"), ZoneId.of("Europe/Rome")),
                MissedTicks.RUN_ONCE,
                Overlap.SKIP,
                "::::3:::",
                envelope);
    }

    private static <E> E pick(SplittableRandom random, List<E> among) {
        return among.get(random.nextInt(among.size()));
    }

    @Test
    void isLaidOutAsDocumented() {
        assertThat(DefinitionCodec.encode(daily(new byte[] {1, 0, 0})))
                .isEqualTo(bytes("1|cron|0 7 * * *|Europe/Rome|RUN_ONCE|SKIP|::::3:::|\u0001||"));
        assertThat(DefinitionCodec.encode(new Definition(
                        new Recurrence.Every(500), MissedTicks.RUN_ALL, Overlap.ALLOW, "", new byte[] {7})))
                .isEqualTo(bytes("1|every|500||RUN_ALL|ALLOW||\u0007"));
    }

    @Test
    void anyDefinitionIsReadAsItWasWritten() {
        long seed = Long.getLong("carmine.seed", new SplittableRandom().nextLong());
        System.out.println("[seed] DefinitionCodecTest runs with -Dcarmine.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            Recurrence when = random.nextBoolean()
                    ? new Recurrence.Every(random.nextLong(1, 1L << 42))
                    : new CronTicks(CronExpression.parse(pick(random, EXPRESSIONS)), ZoneId.of(pick(random, ZONES)));
            String group = random.ints(random.nextInt(20), 1, Character.MIN_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            byte[] envelope = new byte[random.nextInt(100)];
            random.nextBytes(envelope);
            Definition written = new Definition(
                    when,
                    pick(random, List.of(MissedTicks.values())),
                    pick(random, List.of(Overlap.values())),
                    ":::::::" + group,
                    envelope);

            byte[] bytes = DefinitionCodec.encode(written);
            Definition read = DefinitionCodec.decode(bytes);

            assertThat(DefinitionCodec.encode(read)).isEqualTo(bytes);
            assertThat(read.recurrence().description()).isEqualTo(when.description());
            assertThat(read.recurrence().zone()).isEqualTo(when.zone());
            assertThat(read.missed()).isEqualTo(written.missed());
            assertThat(read.overlap()).isEqualTo(written.overlap());
            assertThat(read.options()).isEqualTo(written.options());
            assertThat(read.envelope()).isEqualTo(envelope);
        }
    }

    @Test
    void everyEndBeforeTheEnvelopeIsNoticed() {
        byte[] bytes = DefinitionCodec.encode(daily(new byte[0]));
        for (int length = 0; length < bytes.length; length++) {
            assertUnreadable(Arrays.copyOf(bytes, length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2|cron|0 7 * * *|Europe/Rome|RUN_ONCE|SKIP||",
                "1|moon|0 7 * * *|Europe/Rome|RUN_ONCE|SKIP||",
                "1|cron|0 7 * * * * *|Europe/Rome|RUN_ONCE|SKIP||",
                "1|cron|0 7 * * *|Europe/Atlantis|RUN_ONCE|SKIP||",
                "1|cron|0 7 * * *|no zone|RUN_ONCE|SKIP||",
                "1|cron|0 7 * * *|Europe/Rome|RUN_TWICE|SKIP||",
                "1|cron|0 7 * * *|Europe/Rome|RUN_ONCE|KILL||",
                "1|every|0||RUN_ONCE|SKIP||",
                "1|every|soon||RUN_ONCE|SKIP||"
            })
    void whatThisProgramDoesNotKnowIsTold(String text) {
        assertUnreadable(bytes(text));
    }

    private static void assertUnreadable(byte[] bytes) {
        assertThatExceptionOfType(UnreadableDefinitionException.class)
                .isThrownBy(() -> DefinitionCodec.decode(bytes))
                .withMessageNotContaining("\0");
    }
}
