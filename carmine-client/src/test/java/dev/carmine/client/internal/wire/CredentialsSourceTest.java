package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.Credentials;
import dev.carmine.client.CredentialsProvider;
import dev.carmine.client.RotatingCredentials;
import dev.carmine.client.internal.wire.CredentialsSource.Stamped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CredentialsSourceTest {
    private static final Credentials OLD = new Credentials(null, "old");
    private static final Credentials NEW = new Credentials("ann", "new");

    private final RotatingCredentials rotating = new RotatingCredentials(OLD);
    private final CredentialsSource source = CredentialsSource.of(rotating);

    @Test
    void hasNoneWithoutAProvider() throws Exception {
        CredentialsSource none = CredentialsSource.of(null);

        assertThat(none.mayBlock()).isFalse();
        assertThat(none.ask()).isEqualTo(new Stamped(null, 0));
        assertThat(none.newest(none.ask()).credentials()).isNull();
        none.close();
    }

    @Test
    void countsThePushes() throws Exception {
        assertThat(source.ask()).isEqualTo(new Stamped(OLD, 0));
        rotating.update(NEW);
        assertThat(source.lastPushed()).isEqualTo(new Stamped(NEW, 1));
        assertThat(source.ask()).isEqualTo(new Stamped(NEW, 1));
    }

    @Test
    void prefersWhatWasPushedSinceTheQuestionToTheAnswer() throws Exception {
        Stamped answer = source.ask();
        assertThat(source.newest(answer)).isSameAs(answer);
        rotating.update(NEW);
        assertThat(source.newest(answer)).isEqualTo(new Stamped(NEW, 1));
    }

    @Test
    void prefersAnAnswerToWhatWasPushedBeforeTheQuestion() throws Exception {
        Pushing pushing = new Pushing();
        CredentialsSource asked = CredentialsSource.of(pushing);
        pushing.client.accept(OLD);

        assertThat(asked.newest(asked.ask())).isEqualTo(new Stamped(NEW, 1));
    }

    @Test
    void tellsOfEachPushUntilItIsClosed() {
        AtomicInteger told = new AtomicInteger();
        source.afterPush(told::incrementAndGet);
        rotating.update(NEW);
        assertThat(told).hasValue(1);
        source.close();
        rotating.update(OLD);
        assertThat(told).hasValue(1);
        assertThat(source.lastPushed().credentials()).isEqualTo(NEW);
    }

    @Test
    void ignoresAProviderThatPushesAfterTheEnd() {
        Pushing pushing = new Pushing();
        CredentialsSource closed = CredentialsSource.of(pushing);
        closed.close();
        closed.close();
        assertThat(pushing.closed).isEqualTo(1);
        pushing.client.accept(NEW);
        assertThat(closed.generation()).isZero();
    }

    @Test
    void asksOnlyItsOwnProvidersDirectly() {
        assertThat(source.mayBlock()).isFalse();
        assertThat(CredentialsSource.of(CredentialsProvider.fixed(OLD)).mayBlock())
                .isFalse();
        assertThat(CredentialsSource.of(() -> OLD).mayBlock()).isTrue();
    }

    @Test
    void namesWhatAProviderThrowsButNotItsMessage() {
        IllegalStateException thrown = new IllegalStateException("GET /token?key=hush");
        CredentialsSource failing = CredentialsSource.of(() -> {
            throw thrown;
        });

        CredentialsUnavailable unavailable = catchThrowableOfType(CredentialsUnavailable.class, failing::ask);
        assertThat(unavailable)
                .hasMessage("the credentials provider threw java.lang.IllegalStateException"
                        + " (its message is withheld, since it might hold a secret)")
                .hasNoCause();
        assertThat(unavailable.getStackTrace()).isEqualTo(thrown.getStackTrace());
    }

    @Test
    @SuppressWarnings("NullAway") // what providers without a checker of nullness can do
    void saysThatAProviderGaveNull() {
        assertThatThrownBy(() -> CredentialsSource.of(() -> null).ask())
                .isInstanceOf(CredentialsUnavailable.class)
                .hasMessage("the credentials provider gave null");
    }

    /** Gives {@link #NEW} when asked, and lets the test push and count closings; its closing throws. */
    private static final class Pushing implements CredentialsProvider {
        private Consumer<? super Credentials> client = credentials -> {};
        private int closed;

        @Override
        public Credentials credentials() {
            return NEW;
        }

        @Override
        public AutoCloseable subscribe(Consumer<? super Credentials> subscriber) {
            client = subscriber;
            return () -> {
                closed++;
                throw new IllegalStateException("on purpose");
            };
        }
    }
}
