package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.mq.internal.Parcel;
import dev.carmine.mq.internal.QueueKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeReplyTest {
    private static final String RECORD =
            "l--" + "0000001001500000" + "000001" + "000002" + "worker000000" + ":1:0:0:1:0:1000000:0:0:";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsEveryPart() {
        byte[] body = {0, (byte) 0xff};
        ExchangeReply reply =
                ExchangeReply.read(List.of(700L, 3L, bytes("kka"), 2L, bytes("id"), bytes(RECORD), 30_000L, body));
        assertThat(reply.block()).isEqualTo(700);
        assertThat(reply.queueSize()).isEqualTo(3);
        assertThat(reply.letters()).isEqualTo("kka");
        assertThat(reply.dueSchedules()).isEqualTo(2);
        assertThat(reply.grants()).singleElement().satisfies(grant -> {
            assertThat(grant.id()).isEqualTo("id");
            assertThat(grant.record().attempt()).isEqualTo(3);
            assertThat(grant.term()).isEqualTo(30_000);
            assertThat(grant.envelope()).isEqualTo(body);
            assertThat(grant.queueSize()).isEqualTo(3);
        });
    }

    private static ExchangeReply letters(String letters) {
        return ExchangeReply.read(List.of(700L, 3L, bytes(letters), 2L));
    }

    private static Settle success(int chained) {
        Parcel<?> message = new Parcel<>(new QueueKeys("q", null), "id", new byte[0], "");
        return Settle.success(Grants.lease("a"), 0, null, Collections.nCopies(chained, message));
    }

    @Test
    void tellsTheLettersOfSettlesApart() {
        List<Settle> settles = List.of(success(0), success(2), success(1), success(1));
        assertThat(letters("kkaulka").settled(settles)).containsExactly("k", "kau", "l", "ka");
        assertThat(letters("").settled(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "kka", "llll", "kkallx", "kkauklk"})
    void refusesLettersThatAreTooFewOrTooMany(String letters) {
        List<Settle> settles = List.of(success(0), success(2), success(0));
        assertThatIllegalStateException().isThrownBy(() -> letters(letters).settled(settles));
    }

    static List<@Nullable Object> nonsense() {
        return Arrays.asList(
                "text",
                List.of(),
                List.of(1L, 2L, 3L, 4L),
                List.of(1L, 2L, bytes(""), 4L, bytes("id")),
                List.of(bytes("1"), 2L, bytes(""), 4L));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refusesWhatIsNoAnswer(Object reply) {
        assertThatIllegalStateException().isThrownBy(() -> ExchangeReply.read(reply));
    }
}
