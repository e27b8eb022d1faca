package dev.carmine.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class QueueResultTest {

    @Test
    void readsWhatItWrote() {
        QueueResult result = new QueueResult(
                QueueScenario.CONSUME_100_DELAYED, QueueContender.BULLMQ, 3, Figure.SERVER_TIME, 12.125);

        assertThat(result.toLine()).isEqualTo("consume-100-delayed,bullmq,3,server-time,12.125");
        assertThat(QueueResult.parse(result.toLine())).isEqualTo(result);
    }

    @Test
    void refusesLinesThatAreNoResults() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueueResult.parse("enqueue,carmine,1"))
                .withMessageContaining("enqueue,carmine,1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueueResult.parse("enqueue,carmine,1,beauty,5"))
                .withMessageContaining("beauty");
    }
}
