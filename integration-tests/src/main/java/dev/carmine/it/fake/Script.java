package dev.carmine.it.fake;

import dev.carmine.it.wire.RespBytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What a {@link FakeServer} was told to do. Safe for all threads. */
final class Script {
    /** What clients send on their own account; an expectation is never about these. */
    private static final Set<String> HANDSHAKE = Set.of("HELLO", "AUTH", "CLIENT", "SELECT", "INFO");

    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock.
    private final Queue<Expectation> expectations = new ArrayDeque<>();
    private final Map<String, Deque<Answer>> next = new HashMap<>();
    private final Map<String, Answer> standing = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    private record Expectation(List<String> words, Answer answer) {}

    Script() {
        Answer ok = Answer.reply(RespBytes.simple("OK"));
        standing.put("HELLO", Hello.ACCEPTED);
        standing.put("AUTH", ok);
        standing.put("CLIENT", ok);
        standing.put("SELECT", ok);
        standing.put("INFO", Answer.reply(RespBytes.bulk("# Server\r\nredis_version:7.4.0\r\n")));
        standing.put("PING", Answer.reply(RespBytes.simple("PONG")));
    }

    void always(String name, Answer answer) {
        locked(() -> standing.put(name, answer));
    }

    void next(String name, int times, Answer answer) {
        locked(() -> {
            Deque<Answer> answers = next.computeIfAbsent(name, key -> new ArrayDeque<>());
            for (int i = 0; i < times; i++) {
                answers.add(answer);
            }
        });
    }

    void expect(List<String> words, Answer answer) {
        locked(() -> expectations.add(new Expectation(words, answer)));
    }

    void complain(String complaint) {
        locked(() -> complaints.add(complaint));
    }

    Answer answerTo(ReceivedCommand command) {
        lock.lock();
        try {
            Expectation expected = HANDSHAKE.contains(command.name()) ? null : expectations.poll();
            if (expected != null) {
                return meet(expected, command);
            }
            Answer once = next.getOrDefault(command.name(), new ArrayDeque<>()).poll();
            if (once != null) {
                return once;
            }
            Answer always = standing.get(command.name());
            return always != null ? always : Answer.error("ERR unknown command '" + command.name() + "'");
        } finally {
            lock.unlock();
        }
    }

    /** What did not go as expected, null if everything did. */
    @Nullable String complaint() {
        lock.lock();
        try {
            List<String> all = new ArrayList<>(complaints);
            expectations.forEach(expectation -> all.add("never received " + expectation.words()));
            return all.isEmpty() ? null : String.join("\n", all);
        } finally {
            lock.unlock();
        }
    }

    private Answer meet(Expectation expected, ReceivedCommand command) {
        if (expected.words().equals(command.words())) {
            return expected.answer();
        }
        String complaint = "expected " + expected.words() + ", received " + command.words();
        complaints.add(complaint);
        return Answer.error("ERR " + complaint);
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
