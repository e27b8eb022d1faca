package dev.carmine.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnqueueOptionsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void byDefaultTheQueueDecides() {
        EnqueueOptions options = EnqueueOptions.defaults();

        assertThat(options.id()).isNull();
        assertThat(options.delay()).isZero();
        assertThat(options.lease()).isNull();
        assertThat(options.maxAttempts()).isNull();
        assertThat(options.maxDeliveries()).isNull();
        assertThat(options.expireAfter()).isNull();
        assertThat(options.priority()).isZero();
        assertThat(options.group()).isNull();
        assertThat(options.onDuplicate()).isEmpty();
        assertThat(options.resetsDelay()).isFalse();
        assertThat(options.headers()).isEmpty();
        assertThat(options.type()).isNull();
    }

    @Test
    void theBuilderKeepsAndChangesThem() {
        EnqueueOptions options = EnqueueOptions.builder()
                .id("i")
                .delay(SECOND)
                .lease(SECOND)
                .maxAttempts(2)
                .maxDeliveries(3)
                .expireAfter(Duration.ofSeconds(2))
                .group("g")
                .onDuplicate(OnDuplicate.UPDATE)
                .resetDelay()
                .header("a", "1")
                .headers(Map.of("b", "2"))
                .type("t")
                .build();

        assertThat(options.toBuilder().build()).usingRecursiveComparison().isEqualTo(options);
        EnqueueOptions changed = options.toBuilder()
                .id("other")
                .onDuplicate(OnDuplicate.REQUEUE)
                .header("a", "3")
                .build();
        assertThat(changed.id()).isEqualTo("other");
        assertThat(changed.onDuplicate()).containsExactly(OnDuplicate.REQUEUE);
        assertThat(changed.headers()).isEqualTo(Map.of("a", "3", "b", "2"));
        assertThat(options.headers()).as("the first are not changed").isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void priorityAndGroupExcludeEachOther() {
        EnqueueOptions.Builder both = EnqueueOptions.builder().group("g").priority(1);

        assertThatIllegalArgumentException().isThrownBy(both::build).withMessageContaining("priority is 1");
        assertThat(both.priority(0).build().group()).isEqualTo("g");
    }

    @Test
    void aMessageMustBecomeDueBeforeItExpires() {
        EnqueueOptions.Builder builder = EnqueueOptions.builder().delay(SECOND).expireAfter(SECOND);

        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("PT1S");
        assertThat(builder.expireAfter(SECOND.plusMillis(1)).build().delay()).isEqualTo(SECOND);
    }

    @ParameterizedTest
    @ValueSource(ints = {-16, 16})
    void prioritiesAreBounded(int priority) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnqueueOptions.builder().priority(priority))
                .withMessage("priority must be at least -15 and at most 15, but is " + priority);
    }

    @Test
    void everyBoundIsChecked() {
        EnqueueOptions.Builder builder = EnqueueOptions.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.delay(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.lease(Duration.ofMillis(99)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.expireAfter(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxAttempts(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxDeliveries(1_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.id(""));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.id("i".repeat(513)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.id("*"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.group("a\0b"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.header("", "v"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.type(""));
    }
}
