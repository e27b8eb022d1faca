package dev.carmine.client.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that somebody has damaged: they are read as something, or refused, and nothing else. */
class HostileValuesTest {
    private static final int TRIES = 5_000;

    static List<Serializer> serializers() {
        return HostileValues.SERIALIZERS;
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void areReadOrRefused(Serializer serializer) {
        long seed = Long.getLong("carmine.seed", System.nanoTime());
        System.out.println("[seed] HostileValuesTest runs with -Dcarmine.seed=" + seed);
        Random random = new Random(seed);
        byte[] whole = serializer.serialize(Customer.example());
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] damaged = damaged(whole, random);
            TypeRef<?> type = HostileValues.TYPES.get(random.nextInt(HostileValues.TYPES.size()));
            try {
                refused += HostileValues.readOrRefuse(serializer, damaged, type) ? 0 : 1;
            } catch (Throwable e) {
                throw new AssertionError("seed " + seed + ", try " + i + ", " + type, e);
            }
        }
        assertThat(refused).as("refused with seed %d", seed).isBetween(1, TRIES - 1);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 ->
                Arrays.fill(
                        bytes,
                        random.nextInt(bytes.length / 2),
                        bytes.length / 2 + random.nextInt(bytes.length / 2),
                        (byte) random.nextInt(256));
            case 2 ->
                System.arraycopy(
                        whole,
                        random.nextInt(whole.length / 2),
                        bytes,
                        random.nextInt(whole.length / 2),
                        random.nextInt(whole.length / 2));
            default -> {
                for (int i = random.nextInt(8); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }
}
