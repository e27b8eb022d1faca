package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.carmine.client.Carmine;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Command;
import dev.carmine.client.ConnectionEvent;
import dev.carmine.client.ConnectionEvent.AuthenticationFailed;
import dev.carmine.client.ConnectionEvent.Disconnected;
import dev.carmine.client.Credentials;
import dev.carmine.client.RotatingCredentials;
import dev.carmine.client.Session;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens, no password is in a log, a message, an event or the text of an object. */
@RedisTest(password = "sesame", users = "ann on >hush-one ~* &* +@all")
class SecretsIT {
    private static final String[] SECRETS = {"hush", "sesame"};

    private final Logger logger = Logger.getLogger("dev.carmine");
    private final Log log = new Log();
    private final Queue<String> shown = new ConcurrentLinkedQueue<>();
    private final Queue<ConnectionEvent> events = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void logEverything() {
        logger.setLevel(Level.ALL);
        logger.addHandler(log);
    }

    @AfterEach
    void nothingShowsASecret() {
        logger.removeHandler(log);
        logger.setLevel(null);
        events.forEach(event -> shown.add(textOf(event)));
        assertThat(log.lines).as("what was logged").isNotEmpty();
        assertThat(shown).as("what was shown").isNotEmpty();
        assertThat(log.lines).allSatisfy(line -> assertThat(line).doesNotContain(SECRETS));
        assertThat(shown).allSatisfy(text -> assertThat(text).doesNotContain(SECRETS));
    }

    /**
     * All that printing an exception shows.
     *
     * @param thrown the exception
     * @return its stack trace, with causes and what is suppressed
     */
    static String everythingOf(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String textOf(ConnectionEvent event) {
        return event + (event instanceof Disconnected lost ? everythingOf(lost.cause()) : "");
    }

    private void show(Throwable thrown) {
        shown.add(everythingOf(Objects.requireNonNull(thrown)));
    }

    private static String address(RedisServer server) {
        return server.host() + ":" + server.port();
    }

    @EachProtocol
    void whileCredentialsAreRotatedRefusedAndAcceptedAgain(Resp resp, RedisServer server) {
        server.call("ACL", "SETUSER", "ann", "resetpass", ">hush-one");
        RotatingCredentials rotating = new RotatingCredentials(new Credentials("ann", "hush-one"));
        ClientOptions options = Clients.options(server, resp)
                .uri("redis://" + address(server))
                .credentials(rotating)
                .listener(events::add)
                .build();
        shown.add(options + " " + rotating + " " + rotating.credentials());
        try (Carmine redis = Carmine.connect(options)) {
            redis.session(Session::ping);
            rotating.update(new Credentials("ann", "hush-wrong"));
            await().atMost(Clients.PATIENCE)
                    .until(() -> events.stream().anyMatch(AuthenticationFailed.class::isInstance));
            redis.session(Session::ping);
            server.call("CLIENT", "KILL", "USER", "ann");
            show(catchThrowable(redis::ping));
            show(catchThrowable(() -> redis.session(Session::ping)));
            show(catchThrowable(() -> redis.withTimeout(Duration.ofMillis(50)).blpop(Duration.ZERO, "queue")));
            rotating.update(new Credentials("ann", "hush-one"));
            await().atMost(Clients.PATIENCE).ignoreExceptions().until(() -> "PONG".equals(redis.ping()));
        }
    }

    @EachProtocol
    void whenThePasswordOfTheUriIsWrong(Resp resp, RedisServer server) {
        ClientOptions options = Clients.options(server, resp)
                .uri("redis://ann:hush-wrong@" + address(server))
                .listener(events::add)
                .build();
        shown.add(options + " " + options.credentials());
        show(catchThrowable(() -> Carmine.connect(options)));
    }

    @EachProtocol
    void whenTheProviderThrowsOne(Resp resp, RedisServer server) {
        ClientOptions options = Clients.options(server, resp)
                .uri("redis://" + address(server))
                .credentials(() -> {
                    throw new IllegalStateException("hush-hush", new IllegalArgumentException("hush"));
                })
                .listener(events::add)
                .build();
        show(catchThrowable(() -> Carmine.connect(options)));
    }

    @Test
    void whenSomebodySendsThemByHand(RedisServer server) {
        Command<?> auth = Command.of("AUTH").args("ann", "hush-wrong");
        try (Carmine redis =
                Carmine.connect(Clients.options(server).listener(events::add).build())) {
            shown.add(auth.toString());
            show(catchThrowable(() -> redis.call(auth)));
            show(catchThrowable(() -> redis.session(session -> session.call(auth))));
        }
    }

    /** Keeps what is logged, as a log would show it. */
    private static final class Log extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        Log() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(formatter.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
