package dev.carmine.client.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Frames;
import dev.carmine.client.TypeRef;
import dev.carmine.client.internal.value.StoredValues;
import dev.carmine.client.serialization.JacksonSerializer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SwapDecodersTest {

    @Test
    void keepsTheBytesBesideWhatTheyAreReadAs() {
        SeenValue<Long> seen = Objects.requireNonNull(seen(Long.class, "$3|041|"));
        assertThat(seen.value()).isEqualTo(41);
        assertThat(seen.bytes()).isEqualTo("041".getBytes(StandardCharsets.US_ASCII));
        assertThat(Objects.requireNonNull(seen(String.class, "$0||")).value()).isEmpty();
    }

    @Test
    void givesNullForNil() {
        assertThat(seen(Long.class, "$-1|")).isNull();
        assertThat(seen(String.class, "_|")).isNull();
    }

    @Test
    void refusesWhatIsSomethingElse() {
        assertThatExceptionOfType(CarmineSerializationException.class).isThrownBy(() -> seen(Long.class, "$1|x|"));
    }

    private static <V> @Nullable SeenValue<V> seen(Class<V> type, String reply) {
        ReplyDecoder<@Nullable SeenValue<V>> decoder =
                SwapDecoders.seen(TypeRef.of(type)).with(new StoredValues(JacksonSerializer.smile(), "GET"));
        return decoder.finish(decoder.read(Frames.frame(reply)));
    }
}
