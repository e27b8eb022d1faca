package dev.carmine.mq.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRecordTest {
    private static final String FIXED = "l+c1790000000000123000003000002worker000001";
    private static final String FURTHER = ":1234:60000:1790000360000:17:-3:1790000000000:5:9:customer:7";

    @Test
    void everyFieldHasItsPlace() {
        MessageRecord message = MessageRecord.parse(FIXED + FURTHER);

        assertThat(message)
                .isEqualTo(new MessageRecord(
                        'l',
                        'c',
                        "1790000000000123",
                        3,
                        2,
                        "worker000001",
                        17,
                        -3,
                        1_790_000_000_000L,
                        60_000,
                        5,
                        9,
                        1_790_000_360_000L,
                        1234,
                        "customer:7"));
        assertThat(message.attempt()).isEqualTo(3);
        assertThat(message.isCancelling()).isTrue();
    }

    @Test
    void aNewMessageHasNoWorkerAndNoGroup() {
        MessageRecord message =
                MessageRecord.parse("r--0000000000000000000000000000            :5:0:0:1:0:1790000000000:0:0:");

        assertThat(message.worker()).isEmpty();
        assertThat(message.group()).isEmpty();
        assertThat(message.deliveries()).isZero();
        assertThat(message.attempt()).isOne();
        assertThat(message.isCancelling()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", FIXED, FIXED + ":1:2:3", FIXED + ":x:0:0:0:0:0:0:0:secret", "r" + FIXED + FURTHER})
    void otherTextIsRefusedWithoutBeingShown(String text) {
        assertThatExceptionOfType(CarmineProtocolException.class)
                .isThrownBy(() -> MessageRecord.parse(text))
                .withMessageStartingWith("the server has returned a malformed record of a message")
                .withMessageNotContaining("secret");
    }
}
