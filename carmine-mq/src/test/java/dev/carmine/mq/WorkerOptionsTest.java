package dev.carmine.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkerOptionsTest {

    @Test
    void defaultsAreWhatTheirDocumentationSays() {
        WorkerOptions options = WorkerOptions.defaults();
        assertThat(options.concurrency()).isEqualTo(16);
        assertThat(options.prefetch()).as("the worker sees for itself").isEmpty();
        assertThat(options.handlerTimeout()).isEqualTo(Duration.ofHours(1));
        assertThat(options.undecodable()).isEqualTo(UndecodablePolicy.DEAD_LETTER);
        assertThat(options.name()).isNull();
        assertThat(options.executor()).isNull();
        assertThat(options.throttle()).isNull();
        assertThat(options.monitor()).isNull();
        assertThat(options.sharedSlots()).isNull();
        assertThat(options.weight()).isOne();
        assertThat(options.interceptors()).isEmpty();
    }

    @Test
    void toBuilderKeepsEverything() {
        WorkerOptions options = WorkerOptions.builder()
                .name("web")
                .concurrency(3)
                .prefetch(5)
                .handlerTimeout(Duration.ofSeconds(7))
                .retryPolicy(RetryPolicy.never())
                .undecodable(UndecodablePolicy.RELEASE)
                .executor(Runnable::run)
                .throttle(size -> Duration.ZERO)
                .monitor(size -> {})
                .share(SharedSlots.of(5), 3)
                .intercept((message, handling) -> handling.proceed())
                .build();
        assertThat(options.toBuilder().build()).usingRecursiveComparison().isEqualTo(options);
    }

    @Test
    void interceptorsOfABuilderDoNotReachOptionsThatItHasMade() {
        WorkerOptions.Builder builder = WorkerOptions.builder();
        WorkerOptions options = builder.build();
        builder.intercept((message, handling) -> handling.proceed());
        assertThat(options.interceptors()).isEmpty();
    }

    @Test
    void boundsAreNamed() {
        WorkerOptions.Builder builder = WorkerOptions.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.concurrency(0))
                .withMessageContainingAll("concurrency", "1", "10000", "but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.prefetch(-1))
                .withMessageContainingAll("prefetch", "but is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.handlerTimeout(Duration.ZERO))
                .withMessageContainingAll("handlerTimeout", "PT0.001S", "PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.share(SharedSlots.of(1), 0))
                .withMessageContainingAll("weight", "but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharedSlots.of(0))
                .withMessageContainingAll("slots", "but is 0");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.name("")).withMessageContaining("name");
    }
}
