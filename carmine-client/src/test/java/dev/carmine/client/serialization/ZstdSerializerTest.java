package dev.carmine.client.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZstdSerializerTest {
    private static final TypeRef<List<String>> TEXTS = new TypeRef<>() {};
    private static final List<String> LONG = Collections.nCopies(1_000, "the same");
    private static final List<String> SHORT = List.of("a");

    private final ZstdSerializer zstd = ZstdSerializer.over(JacksonSerializer.smile());

    @Test
    void compressesWhatIsLong() {
        byte[] stored = zstd.serialize(LONG);

        assertThat(stored).startsWith(0x28, 0xb5, 0x2f, 0xfd).hasSizeLessThan(200);
        assertThat(zstd.deserialize(stored, TEXTS)).isEqualTo(LONG);
    }

    @Test
    void leavesWhatIsShort() {
        assertThat(zstd.serialize(SHORT)).isEqualTo(JacksonSerializer.smile().serialize(SHORT));
        assertThat(zstd.withThreshold(0).serialize(SHORT))
                .as("compressed it would be longer")
                .isEqualTo(JacksonSerializer.smile().serialize(SHORT));
    }

    @Test
    void readsWhatWasStoredBeforeAndUnderOtherThresholds() {
        byte[] uncompressed = JacksonSerializer.smile().serialize(LONG);

        assertThat(zstd.deserialize(uncompressed, TEXTS)).isEqualTo(LONG);
        assertThat(zstd.withThreshold(1_000_000).deserialize(zstd.serialize(LONG), TEXTS))
                .isEqualTo(LONG);
    }

    @Test
    void isAskedForByWhoeverCannotReadIt() {
        assertThatThrownBy(() -> JacksonSerializer.smile().deserialize(zstd.serialize(LONG), TEXTS))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageContaining("give the client a ZstdSerializer");
    }

    @Test
    void refusesWhatBecomesTooLong() {
        byte[] bomb = Zstd.compress(new byte[100_000_000]);

        assertThat(bomb).hasSizeLessThan(20_000);
        assertThatThrownBy(() -> zstd.deserialize(bomb, TEXTS))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageContaining("longer than 16777216 bytes when decompressed");
        assertThatThrownBy(() -> zstd.withMaxSize(999).deserialize(zstd.serialize(LONG), TEXTS))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageContaining("longer than 999 bytes");
    }

    @Test
    void storesUncompressedWhatItWouldNotReadBack() {
        ZstdSerializer small = zstd.withMaxSize(1_500);

        assertThat(small.deserialize(small.serialize(LONG), TEXTS)).isEqualTo(LONG);
    }

    @Test
    void refusesDamage() {
        byte[] stored = zstd.serialize(LONG);
        for (int length = 4; length < stored.length; length++) {
            byte[] part = Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> zstd.deserialize(part, TEXTS)).isInstanceOf(CarmineSerializationException.class);
        }
    }

    @Test
    void keepsWhatAnotherSerializerHasMadeToLookCompressed() {
        byte[] looksCompressed = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 1, 2, 3};
        ZstdSerializer over = ZstdSerializer.over(new Serializer() {
            @Override
            public byte[] serialize(Object value) {
                return looksCompressed.clone();
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> @Nullable T deserialize(byte[] bytes, TypeRef<T> type) {
                return (T) bytes;
            }
        });

        assertThat(over.deserialize(over.serialize("x"), TypeRef.of(byte[].class)))
                .isEqualTo(looksCompressed);
    }

    @Test
    void refusesBoundsThatMakeNoSense() {
        assertThatThrownBy(() -> zstd.withThreshold(-1)).hasMessage("threshold must be at least 0, but is -1");
        assertThatThrownBy(() -> zstd.withMaxSize(0)).hasMessageContaining("but is 0");
    }
}
