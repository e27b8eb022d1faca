package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.carmine.client.internal.Unchecked;
import dev.carmine.client.internal.reply.SeenValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SwapTest {
    /** Answers reads with numbers, or null, and writes with truth values; remembers what it was asked. */
    private static final class Scripted implements Swaps<Long> {
        private final Deque<Object> answers = new ArrayDeque<>();
        private final List<List<String>> asked = new ArrayList<>();

        /** A blank stands for a missing value. */
        static Scripted answering(Object... answers) {
            Scripted scripted = new Scripted();
            scripted.answers.addAll(Arrays.asList(answers));
            return scripted;
        }

        @Override
        public <T extends @Nullable Object> T call(Command<T> command) {
            asked.add(Frames.words(command));
            Object answer = answers.remove();
            if (answer instanceof Long number) {
                return Unchecked.cast(new SeenValue<>(number.toString().getBytes(StandardCharsets.US_ASCII), number));
            }
            return Unchecked.cast(answer.equals("") ? null : answer);
        }

        @Override
        public TypeRef<Long> valueType() {
            return TypeRef.of(Long.class);
        }
    }

    @Test
    void setsWhatTheFunctionSays() {
        Scripted face = Scripted.answering(41L, true);
        long now = face.swap("k", 1, old -> Swap.set(old == null ? 1 : old + 1));
        assertThat(now).isEqualTo(42);
        assertThat(face.asked).hasSize(2);
        assertThat(face.asked.get(0)).containsExactly("GET", "k");
        assertThat(face.asked.get(1)).startsWith("EVALSHA").endsWith("k", "42", "IFEQ", "41", "KEEPTTL");
    }

    @Test
    void setsWhatIsMissing() {
        Scripted face = Scripted.answering("", true, "", true);
        assertThat(face.<Long>swap("k", 1, old -> Swap.set(old == null ? 1L : 2L)))
                .isOne();
        assertThat(face.<Long>hswap("h", "f", 1, old -> Swap.set(old == null ? 1L : 2L)))
                .isOne();
        assertThat(face.asked)
                .containsExactly(
                        List.of("GET", "k"),
                        List.of("SET", "k", "1", "NX"),
                        List.of("HGET", "h", "f"),
                        List.of("HSETNX", "h", "f", "1"));
    }

    @Test
    void deletesWhatIsThere() {
        Scripted face = Scripted.answering(1L, true, "");
        assertThat(face.<@Nullable Long>hswap("h", "f", 1, old -> Swap.delete()))
                .isNull();
        assertThat(face.asked.get(1)).startsWith("EVALSHA").endsWith("h", "f", "IFEQ", "1");
        assertThat(face.<String>swap("k", 1, old -> Swap.delete().returning("was " + old)))
                .isEqualTo("was null");
        assertThat(face.asked).as("nothing to delete").hasSize(3);
    }

    @Test
    void leavesWhatTheFunctionDoesNotWant() {
        Scripted face = Scripted.answering(1L, 5L);
        assertThat(face.<@Nullable Long>swap("k", 1, old -> Swap.abort())).isNull();
        String result =
                face.swap("k", 1, old -> old != null && old == 5 ? Swap.abort().returning("enough") : more(old));
        assertThat(result).isEqualTo("enough");
        assertThat(face.asked).containsExactly(List.of("GET", "k"), List.of("GET", "k"));
    }

    private static Swap<String> more(@Nullable Long old) {
        return Swap.set(old == null ? 1 : old + 1).returning("more");
    }

    @Test
    void asksAgainWhereOthersWereFaster() {
        Scripted face = Scripted.answering(1L, false, 2L, false, 3L, true);
        List<@Nullable Long> seen = new ArrayList<>();
        long now = face.swap("k", 3, old -> {
            seen.add(old);
            return old == null ? Swap.set(1L) : Swap.set(old * 10);
        });
        assertThat(now).isEqualTo(30);
        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        assertThatExceptionOfType(CarmineConflictException.class)
                .isThrownBy(() -> Scripted.answering(1L, false, 1L, false).swap("k", 2, old -> Swap.set(2L)))
                .withMessage("nothing was swapped: others have changed the value in each of 2 attempts;"
                        + " allow more attempts, or change it by a script");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scripted.answering().swap("k", 0, old -> Swap.set(1L)))
                .withMessage("maxAttempts must be at least 1, but is 0");
    }

    @Test
    void endsWithWhatTheFunctionThrows() {
        AtomicInteger calls = new AtomicInteger();
        assertThatIllegalStateException()
                .isThrownBy(() -> Scripted.answering(1L).swap("k", 5, old -> {
                    throw new IllegalStateException("call " + calls.incrementAndGet());
                }))
                .withMessage("call 1");
    }

    @Test
    void wantsAnAnswer() {
        assertThatNullPointerException()
                .isThrownBy(() -> Scripted.answering(1L).swap("k", 5, old -> SwapTest.<Swap<Long>>nothing()))
                .withMessageContaining("Swap.abort()");
        assertThatNullPointerException()
                .isThrownBy(() -> Swap.set(SwapTest.<Long>nothing()))
                .withMessageContaining("Swap.delete()");
    }

    @Test
    void showsNoValue() {
        assertThat(Swap.set("secret")).hasToString("Swap[SET]");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // as a caller who does not look at nullness
    private static <T> T nothing() {
        return null;
    }
}
