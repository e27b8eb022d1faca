package dev.carmine.mq.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineSerializationException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final byte[] BODY = {0, 1, (byte) 0xff, '\r', '\n'};

    @Test
    void isLaidOutAsDocumented() {
        byte[] bytes = new Envelope(Map.of("k", "\u00fc"), "T", new byte[] {9}).encode();

        assertThat(bytes).containsExactly(1, 1, 1, 'k', 2, 0xc3, 0xbc, 1, 'T', 9);
    }

    @Test
    void lengthsAreWrittenInGroupsOfSevenBits() {
        byte[] bytes = new Envelope(Map.of(), "t".repeat(300), BODY).encode();

        assertThat(Arrays.copyOf(bytes, 4)).containsExactly(1, 0, 0x80 | 44, 2);
        assertThat(Envelope.decode(bytes).type()).isEqualTo("t".repeat(300));
    }

    @Test
    void headersKeepTheirOrder() {
        Map<String, String> headers = new LinkedHashMap<>();
        List.of("z", "a", "m").forEach(name -> headers.put(name, "of " + name));

        assertThat(Envelope.decode(new Envelope(headers, "", BODY).encode()).headers())
                .containsExactly(Map.entry("z", "of z"), Map.entry("a", "of a"), Map.entry("m", "of m"));
    }

    @Test
    void anyEnvelopeIsReadAsItWasWritten() {
        long seed = Long.getLong("carmine.seed", new SplittableRandom().nextLong());
        System.out.println("[seed] EnvelopeTest runs with -Dcarmine.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (int left = random.nextInt(5); left > 0; left--) {
                headers.put(text(random), text(random));
            }
            String type = text(random);
            byte[] body = new byte[random.nextInt(300)];
            random.nextBytes(body);

            Envelope read = Envelope.decode(new Envelope(headers, type, body).encode());

            assertThat(read.headers()).isEqualTo(headers);
            assertThat(List.copyOf(read.headers().keySet())).isEqualTo(List.copyOf(headers.keySet()));
            assertThat(read.type()).isEqualTo(type);
            assertThat(read.body()).isEqualTo(body);
        }
    }

    /** Of any characters but surrogates, and now and then longer than one group of seven bits can say. */
    private static String text(SplittableRandom random) {
        return random.ints(random.nextInt(random.nextInt(8) == 0 ? 200 : 6), 0, Character.MIN_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void everyEndWithinTheHeadIsNoticed() {
        byte[] bytes = new Envelope(Map.of("name", "value"), "type", new byte[0]).encode();

        for (int length = 0; length < bytes.length; length++) {
            assertRefused(Arrays.copyOf(bytes, length), "it ends too early");
        }
        assertThat(Envelope.decode(bytes).body()).isEmpty();
    }

    @Test
    void noBytesMakeItFailInAnotherWay() {
        long seed = Long.getLong("carmine.seed", new SplittableRandom().nextLong());
        System.out.println("[seed] EnvelopeTest runs with -Dcarmine.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(1, 40)];
            random.nextBytes(bytes);
            bytes[0] = 1;
            try {
                Envelope.decode(bytes);
            } catch (CarmineSerializationException e) {
                assertThat(e).hasMessageStartingWith("the message cannot be taken apart: ");
            }
        }
    }

    @Test
    void lengthsThatNoArrayHasAreRefused() {
        String reason = "a length in it is too large";
        assertRefused(new byte[] {1, 0, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 8}, reason);
        assertRefused(new byte[] {1, 0, -1, -1, -1, -1, -1, -1}, reason);
        assertRefused(new byte[] {1, 0, -1, -1, -1, -1, 7}, "it ends too early");
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        assertRefused(new byte[] {1, 0, 1, (byte) 0xff}, "is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 255})
    void otherVersionsAreRefused(int version) {
        assertRefused(new byte[] {(byte) version, 0, 0}, "it is of version " + version);
    }

    @Test
    void contentIsNotShown() {
        assertThatExceptionOfType(CarmineSerializationException.class)
                .isThrownBy(() -> Envelope.decode("secret".getBytes(StandardCharsets.UTF_8)))
                .satisfies(e -> assertThat(e).hasMessageNotContaining("secret"));
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatExceptionOfType(CarmineSerializationException.class)
                .isThrownBy(() -> Envelope.decode(bytes))
                .withMessageContaining(reason);
    }
}
