package dev.carmine.client.internal.pubsub;

import static dev.carmine.client.internal.pubsub.Hearer.channel;
import static dev.carmine.client.internal.pubsub.Hearer.channels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.SubscriptionOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link Delivery}: where and when a handler runs, and what it cannot disturb. */
class DeliveryTest {
    private static final Topic NEWS = channel("news");

    /** What an executor has been given. */
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private final Hearer hearer = new Hearer();

    @Test
    void nothingRunsBeforeItIsOpen() {
        Delivery<String> delivery = hearer.delivery(SubscriptionOptions.defaults(), tasks::add);
        publish(delivery, "early");
        assertThat(tasks).isEmpty();
        delivery.open();
        runTasks();
        assertThat(hearer.heard).containsExactly("news=early");
    }

    @Test
    void thereIsOneTaskAtATime() {
        Delivery<String> delivery = open(hearer, tasks::add);
        publish(delivery, "a", "b");
        publish(delivery, "c");
        assertThat(tasks).hasSize(1);
        runTasks();
        assertThat(hearer.heard).containsExactly("news=a", "news=b", "news=c");
        publish(delivery, "d");
        assertThat(tasks).as("another when there is something again").hasSize(1);
    }

    @Test
    void anExecutorsOtherTasksHaveTheirTurn() {
        Delivery<String> delivery = open(hearer, tasks::add);
        publish(delivery, numbers(150));
        tasks.remove().run();
        assertThat(hearer.heard).hasSizeLessThan(150);
        assertThat(tasks).hasSize(1);
        runTasks();
        assertThat(hearer.heard).hasSize(150);
    }

    @Test
    void anExecutorOfTheUsersIsUsed() {
        Delivery<String> delivery =
                hearer.delivery(SubscriptionOptions.defaults().withExecutor(tasks::add), task -> {
                    throw new AssertionError("the client's own must not be used");
                });
        delivery.open();
        publish(delivery, "a");
        runTasks();
        assertThat(hearer.heard).containsExactly("news=a");
    }

    @Test
    void anExecutorWithASingleThreadKeepsItWhateverComes() throws InterruptedException {
        int count = 1_000;
        CountDownLatch all = new CountDownLatch(count);
        Set<Thread> threads = new HashSet<>();
        Hearer noting = new Hearer() {
            @Override
            public void onMessage(String channel, String message) {
                threads.add(Thread.currentThread());
                super.onMessage(channel, message);
                all.countDown();
            }
        };
        ExecutorService single = Executors.newSingleThreadExecutor();
        Delivery<String> delivery =
                noting.delivery(SubscriptionOptions.defaults().withExecutor(single), tasks::add);
        publish(delivery, numbers(count));
        delivery.open();
        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        single.shutdown();
        assertThat(single.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
        assertThat(tasks).as("for the client's own").isEmpty();
        assertThat(noting.heard).hasSize(count).startsWith("news=0", "news=1").endsWith("news=999");
    }

    static Stream<Executor> executorsOfNoUse() {
        return Stream.of(
                Runnable::run,
                task -> {
                    throw new RejectedExecutionException("full");
                },
                task -> sneak(new IOException("from another language")),
                task -> {
                    throw new LinkageError("broken");
                });
    }

    @ParameterizedTest
    @MethodSource("executorsOfNoUse")
    void ifAnExecutorIsOfNoUseTheClientsOwnTakesEachTask(Executor useless) {
        Delivery<String> delivery =
                hearer.delivery(SubscriptionOptions.defaults().withExecutor(useless), tasks::add);
        delivery.open();
        publish(delivery, numbers(150));
        assertThat(hearer.heard).as("on the thread that brings the messages").isEmpty();
        assertThat(tasks).hasSize(1);
        runTasks();
        assertThat(hearer.heard).hasSize(150);
        publish(delivery, "later");
        runTasks();
        assertThat(hearer.heard).hasSize(151);
    }

    @Test
    void anExecutorThatTakesATaskAndThrowsAllTheSameHasItRunOnce() {
        Executor confused = task -> {
            tasks.add(task);
            throw new IllegalStateException("taken, all the same");
        };
        Hearer nested = new Hearer() {
            @Override
            public void onMessage(String channel, String message) {
                heard.add("begin " + message);
                runTasks();
                heard.add("end " + message);
            }
        };
        Delivery<String> delivery =
                nested.delivery(SubscriptionOptions.defaults().withExecutor(confused), tasks::add);
        delivery.open();
        publish(delivery, "a", "b");
        assertThat(tasks).as("one taken, and one for the client's own").hasSize(2);
        runTasks();
        assertThat(nested.heard).containsExactly("begin a", "end a", "begin b", "end b");
    }

    @Test
    void ifNoExecutorTakesItThereIsAnotherAttemptWithTheNextMessage() {
        List<Runnable> accepted = new ArrayList<>();
        int[] refusals = {2}; // by the executor, and as the client's own
        Delivery<String> delivery = open(hearer, task -> {
            if (refusals[0]-- > 0) {
                throw new RejectedExecutionException("closed");
            }
            accepted.add(task);
        });
        publish(delivery, "a");
        publish(delivery, "b");
        accepted.forEach(Runnable::run);
        assertThat(hearer.heard).containsExactly("news=a", "news=b");
    }

    static Stream<Throwable> whatHandlersThrow() {
        return Stream.of(
                new IllegalStateException("thrown by a test"),
                new IOException("thrown by a test"),
                new InterruptedException("thrown by a test"),
                new AssertionError("thrown by a test"),
                new StackOverflowError("thrown by a test"));
    }

    @ParameterizedTest
    @MethodSource("whatHandlersThrow")
    void aHandlerMayThrowWhateverItLikes(Throwable thrown) {
        Hearer throwing = new Hearer() {
            @Override
            public void onMessage(String channel, String message) {
                super.onMessage(channel, message);
                sneak(thrown);
            }
        };
        Delivery<String> delivery = open(throwing, Runnable::run);
        publish(delivery, "a", "b");
        publish(delivery, "c");
        assertThat(throwing.heard).containsExactly("news=a", "news=b", "news=c");
    }

    @Test
    void theInterruptOfAHandlerIsForItsThreadAndNotForTheNextMessage() {
        List<Boolean> flags = new ArrayList<>();
        Hearer interrupting = new Hearer() {
            @Override
            public void onMessage(String channel, String message) {
                flags.add(Thread.currentThread().isInterrupted());
                if (message.equals("a")) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        Delivery<String> delivery = open(interrupting, tasks::add);
        publish(delivery, "a", "b", "c");
        runTasks();
        assertThat(Thread.interrupted()).as("the thread keeps it").isTrue();
        assertThat(flags).containsExactly(false, false, false);
    }

    @Test
    void whatCannotBeReadIsToldInItsPlace() {
        Delivery<String> delivery = open(hearer, Runnable::run);
        publish(delivery, "a", "unreadable", "b");
        assertThat(hearer.heard).containsExactly("news=a", "unreadable in news", "news=b");
    }

    @Test
    void messagesOfPatternsComeWithTheirPattern() {
        Delivery<String> delivery = open(hearer, Runnable::run);
        add(delivery, new Topic(Topic.Kind.PATTERN, "n*"), "a");
        add(delivery, new Topic(Topic.Kind.SHARD, "news"), "b");
        delivery.flush();
        assertThat(hearer.heard).containsExactly("n*:news=a", "news=b");
    }

    @Test
    void whatWaitsIsDroppedWhenItIsClosed() {
        Delivery<String> delivery = open(hearer, tasks::add);
        publish(delivery, "a");
        delivery.close();
        publish(delivery, "b");
        runTasks();
        assertThat(hearer.heard).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> delivery.want(List.of(NEWS)));
    }

    @Test
    void aHandlerThatClosesItHearsNothingMore() {
        List<Delivery<?>> own = new ArrayList<>();
        Hearer closing = new Hearer() {
            @Override
            public void onMessage(String channel, String message) {
                super.onMessage(channel, message);
                own.forEach(Delivery::close);
            }
        };
        Delivery<String> delivery = open(closing, Runnable::run);
        own.add(delivery);
        publish(delivery, "a", "b");
        publish(delivery, "c");
        assertThat(closing.heard).containsExactly("news=a");
    }

    @Test
    void theEndOfTheClientDropsWhatWaitsAndRefusesWhoWaits() {
        Delivery<String> delivery = open(hearer, tasks::add);
        Confirmation confirmation = delivery.want(List.of(NEWS));
        publish(delivery, "a");
        delivery.ended();
        runTasks();
        assertThat(hearer.heard).isEmpty();
        assertThat(delivery.wanted()).isEmpty();
        assertThatExceptionOfType(CarmineConnectionException.class).isThrownBy(() -> Hearer.require(confirmation));
        assertThatExceptionOfType(CarmineConnectionException.class).isThrownBy(() -> delivery.want(List.of(NEWS)));
    }

    @Test
    void aGapIsToldAfterTheMessagesThatCameBeforeIt() {
        Delivery<String> delivery = open(hearer, tasks::add);
        List<Topic> both = delivery.want(channels("a", "b")).added();
        both.forEach(delivery::confirmed);
        add(delivery, NEWS, "before");
        both.forEach(topic -> delivery.interrupted(topic, new IOException("reset")));
        delivery.confirmed(channel("b"));
        add(delivery, NEWS, "early");
        delivery.confirmed(channel("a"));
        publish(delivery, "after");
        runTasks();
        assertThat(hearer.heard).containsExactly("news=before", "news=early", "disconnected: reset", "news=after");
    }

    @Test
    void whatIsRefusedIsToldOnlyIfItHadBeenConfirmed() {
        CarmineServerException noperm = new CarmineServerException("NOPERM", "SUBSCRIBE: NOPERM");
        Delivery<String> delivery = open(hearer, Runnable::run);
        delivery.keep(delivery.want(channels("old", "kept")));
        Confirmation confirmation = delivery.want(channels("new"));
        channels("old", "kept").forEach(delivery::confirmed);
        channels("old", "kept").forEach(topic -> delivery.interrupted(topic, new IOException("reset")));
        delivery.refused(channel("new"), noperm);
        delivery.confirmed(channel("kept"));
        delivery.flush();
        assertThatExceptionOfType(CarmineServerException.class).isThrownBy(() -> Hearer.require(confirmation));
        assertThat(hearer.heard).isEmpty();
        delivery.refused(channel("old"), noperm);
        delivery.flush();
        assertThat(hearer.heard).containsExactly("refused old", "disconnected: reset");
    }

    private static Delivery<String> open(Hearer hearer, Executor handlers) {
        Delivery<String> delivery = hearer.delivery(SubscriptionOptions.defaults(), handlers);
        delivery.open();
        return delivery;
    }

    private static void publish(Delivery<?> delivery, String... messages) {
        for (String message : messages) {
            add(delivery, NEWS, message);
        }
        delivery.flush();
    }

    private static void add(Delivery<?> delivery, Topic topic, String message) {
        delivery.add(new Message(topic, "news", message.getBytes(StandardCharsets.UTF_8)));
    }

    private static String[] numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    /** Throws what the compiler would not allow. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // inferred as RuntimeException
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
