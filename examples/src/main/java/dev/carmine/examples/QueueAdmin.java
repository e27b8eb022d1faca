package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineException;
import dev.carmine.client.TypeRef;
import dev.carmine.mq.MessageInfo;
import dev.carmine.mq.MessageQueue;
import dev.carmine.mq.MessageStatus;
import dev.carmine.mq.QueueName;
import dev.carmine.mq.QueueOptions;
import dev.carmine.mq.QueueState;
import dev.carmine.mq.QueueStats;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What an operator does with queues, from a terminal:
 *
 * <pre>
 * QueueAdmin redis://localhost:6379 queues
 * QueueAdmin redis://localhost:6379 dead emails
 * QueueAdmin redis://localhost:6379 redrive emails welcome:42
 * </pre>
 */
public final class QueueAdmin {
    private static final int PAGE = 100;
    private static final int LONGEST_BODY = 200;
    private static final String USAGE = """
            usage: QueueAdmin <uri> <command> [<queue> [<argument>...]]
              queues                       every queue, with its depth
              stats <queue>                messages by state, and what has gone through
              list <queue> <state> [from]  a page of messages: ready, delayed, leased or dead
              dead <queue>                 the same as: list <queue> dead
              show <queue> <id>            one message: where it is, its history, headers and body
              redrive <queue> <id>...      has dead messages handled again
              redrive-all <queue>          has the oldest dead messages handled again, up to 10,000
              purge <queue> <id>...        deletes dead messages for ever
              cancel <queue> <id>...       cancels messages; those being handled, when their run ends
              pause <queue>, resume <queue>
              check <queue>                whether the queue's keys fit together""";

    private final Carmine redis;
    private final PrintStream out;

    QueueAdmin(Carmine redis, PrintStream out) {
        this.redis = redis;
        this.out = out;
    }

    /**
     * Runs one command.
     *
     * @param args a URI, a command and what it needs
     */
    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try (Carmine redis = Carmine.connect(args[0])) {
            new QueueAdmin(redis, System.out).run(Arrays.asList(args).subList(1, args.length));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        } catch (CarmineException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void run(List<String> words) {
        String command = words.get(0);
        if (command.equals("queues")) {
            queues();
            return;
        }
        if (words.size() < 2) {
            throw new IllegalArgumentException("which queue?");
        }
        MessageQueue<byte[]> queue = open(words.get(1));
        List<String> further = words.subList(2, words.size());
        switch (command) {
            case "stats" -> stats(queue);
            case "list" -> list(queue, state(first(further, "a state")), from(further));
            case "dead" -> list(queue, QueueState.DEAD, 0);
            case "show" -> show(queue, first(further, "an id"));
            case "redrive" -> each(ids(further), queue.redrive(ids(further)));
            case "redrive-all" -> out.println(queue.redriveAll(10_000) + " redriven");
            case "purge" -> out.println(queue.purge(ids(further)) + " purged");
            case "cancel" -> each(ids(further), queue.cancelAll(ids(further)));
            case "pause" -> queue.pause();
            case "resume" -> queue.resume();
            case "check" -> check(queue);
            default -> throw new IllegalArgumentException("there is no command " + command);
        }
    }

    /** Opens a queue that exists, so that a mistyped name makes no new one. */
    private MessageQueue<byte[]> open(String name) {
        QueueName found = MessageQueue.names(redis).stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no queue " + name));
        return open(found);
    }

    private MessageQueue<byte[]> open(QueueName name) {
        QueueOptions.Builder options = QueueOptions.builder();
        if (name.slot() != null) {
            options.slot(name.slot());
        }
        return MessageQueue.of(redis, name.name(), TypeRef.of(byte[].class), options.build());
    }

    private void queues() {
        out.printf("%-30s %9s %9s %9s %9s%n", "queue", "ready", "delayed", "leased", "dead");
        for (QueueName name : MessageQueue.names(redis)) {
            QueueStats stats = open(name).stats();
            out.printf(
                    "%-30s %9d %9d %9d %9d%s%n",
                    name.name(),
                    stats.ready() + stats.backlog(),
                    stats.delayed(),
                    stats.leased(),
                    stats.dead(),
                    stats.paused() ? "  paused" : "");
        }
    }

    private void stats(MessageQueue<byte[]> queue) {
        QueueStats stats = queue.stats();
        out.println("ready " + stats.ready() + ", in groups " + stats.backlog() + ", delayed " + stats.delayed()
                + ", leased " + stats.leased() + ", dead " + stats.dead() + (stats.paused() ? ", paused" : ""));
        Instant oldest = stats.oldestReady();
        if (oldest != null) {
            out.println("the next has waited for " + seconds(oldest));
        }
        out.println(stats.totals());
    }

    private void list(MessageQueue<byte[]> queue, QueueState state, int from) {
        List<MessageInfo<byte[]>> page = queue.messages(state, from, PAGE);
        for (MessageInfo<byte[]> message : page) {
            MessageStatus status = message.status();
            out.println(message.id() + "  attempt " + status.attempt() + ", handed out " + status.deliveries()
                    + " times" + (status.lastError() == null ? "" : ", " + status.lastError()));
        }
        out.println(page.size() + " messages, from " + from);
    }

    private void show(MessageQueue<byte[]> queue, String id) {
        MessageInfo<byte[]> message = queue.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no message " + id + ": " + queue.status(id).state()));
        out.println(message.status());
        out.println("headers: " + message.headers());
        out.println("body: " + message.body().map(QueueAdmin::readable).orElse("not there, or too large"));
    }

    private void check(MessageQueue<byte[]> queue) {
        List<String> findings = queue.check(100_000);
        out.println(findings.isEmpty() ? "sound" : String.join(System.lineSeparator(), findings));
    }

    private void each(List<String> ids, List<?> results) {
        for (int i = 0; i < ids.size(); i++) {
            out.println(ids.get(i) + ": " + results.get(i));
        }
    }

    private static String first(List<String> words, String what) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return words.get(0);
    }

    private static List<String> ids(List<String> words) {
        first(words, "an id");
        return words;
    }

    private static QueueState state(String word) {
        return QueueState.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static int from(List<String> words) {
        return words.size() < 2 ? 0 : Integer.parseInt(words.get(1));
    }

    private static String seconds(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds() + " s";
    }

    /** Text as it is, if the terminal can show it; anything else by its length. */
    private static String readable(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        boolean shown = text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0xFFFD);
        return shown ? text.substring(0, Math.min(text.length(), LONGEST_BODY)) : body.length + " bytes";
    }
}
