package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotatingCredentialsTest {
    private static final Credentials FIRST = new Credentials(null, "first");
    private static final Credentials SECOND = new Credentials("ann", "second");

    private final RotatingCredentials rotating = new RotatingCredentials(FIRST);

    @Test
    void areThoseOfTheLastUpdate() {
        assertThat(rotating.credentials()).isEqualTo(FIRST);
        rotating.update(SECOND);
        assertThat(rotating.credentials()).isEqualTo(SECOND);
    }

    @Test
    void tellSubscribersOfUpdatesUntilTheyHaveEnough() throws Exception {
        List<Credentials> heard = new ArrayList<>();
        AutoCloseable subscription = rotating.subscribe(heard::add);
        rotating.update(SECOND);
        rotating.update(FIRST);
        subscription.close();
        subscription.close();
        rotating.update(SECOND);

        assertThat(heard).containsExactly(SECOND, FIRST);
    }

    @Test
    void endEachSubscriptionByItself() throws Exception {
        List<Credentials> heard = new ArrayList<>();
        Consumer<Credentials> twice = heard::add;
        AutoCloseable ended = rotating.subscribe(twice);
        AutoCloseable kept = rotating.subscribe(twice);
        ended.close();
        rotating.update(SECOND);

        assertThat(heard).containsExactly(SECOND);
        kept.close();
    }

    @Test
    void areTheSameForAllInTheEndWhoeverUpdatesThem() throws Exception {
        List<List<Credentials>> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<Credentials> heard = new CopyOnWriteArrayList<>();
            clients.add(heard);
            AutoCloseable unused = rotating.subscribe(heard::add);
        }
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(number -> new Thread(() -> {
                    for (int i = 0; i < 200; i++) {
                        rotating.update(new Credentials("user" + number, "password" + i));
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(clients).allSatisfy(heard -> assertThat(heard).isEqualTo(clients.get(0)));
        assertThat(clients.get(0)).hasSize(800).endsWith(rotating.credentials());
    }
}
