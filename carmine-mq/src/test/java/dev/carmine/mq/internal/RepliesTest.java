package dev.carmine.mq.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.mq.EnqueueStatus;
import dev.carmine.mq.MessageStatus;
import dev.carmine.mq.QueueState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RepliesTest {
    private static final String RECORD = "l+c1790000000000123000003000002worker000001"
            + ":1234:60000:1790000360000:17:0:1790000000000:5:9:customer:7";

    private static List<byte[]> texts(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static void assertRefused(ThrowingCallable reading) {
        assertThatExceptionOfType(CarmineProtocolException.class)
                .isThrownBy(reading)
                .withMessageStartingWith("the queue's script has replied something unknown: ")
                .withMessageNotContaining("secret");
    }

    @Test
    void eachLetterIsAResult() {
        assertThat(Replies.letters("auqldr", QueueCalls::enqueued))
                .containsExactly(
                        EnqueueStatus.ADDED,
                        EnqueueStatus.UPDATED,
                        EnqueueStatus.ALREADY_QUEUED,
                        EnqueueStatus.LOCKED,
                        EnqueueStatus.DEDUPLICATED,
                        EnqueueStatus.REQUEUED);
        assertRefused(() -> Replies.letters("a?", QueueCalls::enqueued));
    }

    @Test
    void statusesKeepTheOrderOfTheIds() {
        List<MessageStatus> statuses = Replies.statuses(
                List.of("a", "b", "c"),
                List.of(
                        texts("l", "1", "1790000060000", RECORD, "why", "50 %"),
                        texts("u", "0", "1.79000006e+12", "", "", ""),
                        List.of()));

        assertThat(statuses.get(0))
                .isEqualTo(new MessageStatus(
                        "a",
                        QueueState.LEASED_WITH_REQUEUE,
                        Instant.ofEpochMilli(1_790_000_000_000L),
                        Instant.ofEpochMilli(1_790_000_060_000L),
                        null,
                        3,
                        3,
                        0,
                        "customer:7",
                        "worker000001",
                        true,
                        "why",
                        "50 %"));
        assertThat(statuses.get(1).state()).isEqualTo(QueueState.DEDUPLICATING);
        assertThat(statuses.get(1).until()).isEqualTo(Instant.ofEpochMilli(1_790_000_060_000L));
        assertThat(statuses.get(2).state()).isEqualTo(QueueState.ABSENT);
    }

    @Test
    void otherShapesAreRefused() {
        assertRefused(() -> Replies.statuses(List.of("a"), null));
        assertRefused(() -> Replies.statuses(List.of("a"), List.of("secret")));
        assertRefused(() -> Replies.statuses(List.of("a"), List.of(List.of(1L, 2L, 3L, 4L, 5L, 6L))));
        assertRefused(() -> Replies.statuses(List.of("a"), List.of(texts("?", "0", "1790000060000", RECORD, "", ""))));
        assertRefused(() -> Replies.stats(Map.of("ready", "1")));
    }
}
