package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExchangeReplyTest {
    private static final String RECORD =
            "l--" + "0000001001500000" + "000001" + "000002" + "worker000000" + ":1:0:0:1:0:1000000:0:0:";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsEveryPart() {
        byte[] body = {0, (byte) 0xff};
        ExchangeReply reply = ExchangeReply.read(
                List.of(700L, 3L, List.of(bytes("k"), bytes("ka")), 2L, bytes("id"), bytes(RECORD), 30_000L, body));
        assertThat(reply.block()).isEqualTo(700);
        assertThat(reply.queueSize()).isEqualTo(3);
        assertThat(reply.settled()).containsExactly("k", "ka");
        assertThat(reply.dueSchedules()).isEqualTo(2);
        assertThat(reply.grants()).singleElement().satisfies(grant -> {
            assertThat(grant.id()).isEqualTo("id");
            assertThat(grant.record().attempt()).isEqualTo(3);
            assertThat(grant.term()).isEqualTo(30_000);
            assertThat(grant.envelope()).isEqualTo(body);
            assertThat(grant.queueSize()).isEqualTo(3);
        });
    }

    static List<@Nullable Object> nonsense() {
        return Arrays.asList(
                "text",
                List.of(),
                List.of(1L, 2L, 3L, 4L),
                List.of(1L, 2L, List.of(), 4L, bytes("id")),
                List.of(bytes("1"), 2L, List.of(), 4L));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refusesWhatIsNoAnswer(Object reply) {
        assertThatIllegalStateException().isThrownBy(() -> ExchangeReply.read(reply));
    }
}
