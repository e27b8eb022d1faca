package dev.carmine.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueOptionsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void byDefaultTheServerDecides() {
        QueueOptions options = QueueOptions.defaults();

        assertThat(options).hasAllNullFieldsOrPropertiesExcept("maxBodySize");
        assertThat(options.maxBodySize()).isEqualTo(1_048_576);
    }

    @Test
    void theBuilderKeepsThem() {
        QueueOptions options = QueueOptions.builder()
                .slot("s")
                .maxBodySize(7)
                .lease(SECOND)
                .maxAttempts(2)
                .maxDeliveries(3)
                .deadCapacity(4)
                .deadRetention(SECOND)
                .concurrency(5)
                .rate(new QueueOptions.Rate(6, SECOND))
                .groupConcurrency(8)
                .resultRetention(SECOND)
                .build();

        assertThat(options).hasNoNullFieldsOrProperties();
        assertThat(options.toBuilder().build()).usingRecursiveComparison().isEqualTo(options);
    }

    @Test
    void everyBoundIsChecked() {
        QueueOptions.Builder builder = QueueOptions.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.slot("{"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxBodySize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.lease(Duration.ofMillis(99)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxAttempts(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxDeliveries(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.deadCapacity(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.deadRetention(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.concurrency(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new QueueOptions.Rate(-1, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new QueueOptions.Rate(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.groupConcurrency(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.resultRetention(Duration.ZERO));
    }
}
