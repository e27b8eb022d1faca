package dev.carmine.it.mq.script;

import dev.carmine.client.Carmine;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.QueueScript;
import dev.carmine.mq.internal.QueueScripts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A queue as its scripts see it: what Java sends them, without anything of Java's in between, and a clock to set. */
final class ScriptedQueue {
    /** When the clock begins, in milliseconds since 1970: as many digits as today's. */
    static final long BEGIN = 1_790_000_000_000L;

    /** How long workers here would block at most. */
    static final long BLOCK = 4_500;

    private final Carmine redis;
    private final QueueKeys keys;
    private final Map<String, Integer> numbers = new HashMap<>();
    private long now = BEGIN;

    ScriptedQueue(Carmine redis, String name) {
        this.redis = redis;
        this.keys = new QueueKeys(name, "tests");
        advance(Duration.ZERO);
    }

    Carmine redis() {
        return redis;
    }

    QueueKeys keys() {
        return keys;
    }

    /** The key of one part. */
    String key(String part) {
        return keys.part(part);
    }

    long now() {
        return now;
    }

    void advance(Duration time) {
        now += time.toMillis();
        redis.hset(key("c"), "clock", now * 1000);
    }

    Object run(QueueScript script, Object... args) {
        return runOn(keys.all(), script, args);
    }

    private Object runOn(List<String> all, QueueScript script, Object... args) {
        return Objects.requireNonNull(
                redis.call(QueueScripts.by(QueueScripts.Clock.FIELD).get(script).on(all, args)));
    }

    /** Enqueues one message without options; its body is its id. */
    String enqueue(String id) {
        return enqueue(id, "");
    }

    /** Enqueues one message; its body is its id. */
    String enqueue(String id, String options) {
        return enqueue(id, id, options);
    }

    String enqueue(String id, String body, String options) {
        return enqueueWith(UUID.randomUUID().toString(), id, body, options);
    }

    /** Enqueues with a token: id, body, options of each message. */
    String enqueueWith(String token, String... words) {
        List<Object> args = new ArrayList<>(List.of(token));
        args.addAll(Arrays.asList(words));
        return (String) run(QueueScript.ENQUEUE, args.toArray());
    }

    /** Options of an enqueue, of which most are left out. */
    static String delayed(Duration delay) {
        return delay.toMillis() + ":::::::";
    }

    static String flags(String flags) {
        return "::::::" + flags + ":";
    }

    static String inGroup(String group) {
        return ":::::::" + group;
    }

    static String priority(int priority) {
        return "::::" + priority + ":::";
    }

    /** Begins the next exchange of a worker. */
    Exchange worker(String name) {
        return new Exchange(name);
    }

    /** Lets a worker take what there is, up to ten messages. */
    Exchanged take(String worker) {
        return worker(worker).slots(10).exchange();
    }

    /** Status of one id: state, content waiting, time, record, last error, progress; empty if there is nothing. */
    List<?> status(String id) {
        return (List<?>) ((List<?>) run(QueueScript.STATUS, id)).get(0);
    }

    /** The letter of its state, with + if content waits behind it; - if there is nothing. */
    String state(String id) {
        List<?> status = status(id);
        return status.isEmpty() ? "-" : status.get(0) + (status.get(1).equals("1") ? "+" : "");
    }

    Map<String, Long> stats() {
        List<?> reply = (List<?>) run(QueueScript.STATS);
        Map<String, Long> stats = new LinkedHashMap<>();
        for (int i = 0; i < reply.size(); i += 2) {
            stats.put((String) reply.get(i), (Long) reply.get(i + 1));
        }
        return stats;
    }

    void configure(Object... fieldsAndValues) {
        run(QueueScript.CONFIGURE, fieldsAndValues);
    }

    /** What is wrong with the queue's keys. */
    Object findings() {
        return run(QueueScript.FSCK, 10_000);
    }

    /** Whether a worker that blocks would be woken. */
    boolean wakes() {
        return redis.exists(key("m")) == 1;
    }

    /** One exchange, being put together. */
    final class Exchange {
        private final String worker;
        private final List<Object> settles = new ArrayList<>();
        private final List<String> furtherKeys = new ArrayList<>();
        private int number; // 0: the next
        private int arrived = -1; // -1: all before it
        private int slots;
        private int ahead;
        private int bytes = 1 << 20;
        private long block = BLOCK;

        /** How many messages are chained to each settle. */
        private final List<Integer> chained = new ArrayList<>();

        private Exchange(String worker) {
            this.worker = worker;
        }

        Exchange slots(int slots) {
            this.slots = slots;
            return this;
        }

        /** How many more messages it may lease than it has slots. */
        Exchange ahead(int messages) {
            this.ahead = messages;
            return this;
        }

        Exchange bytes(int bytes) {
            this.bytes = bytes;
            return this;
        }

        /** It will not block after this, because it is full or ends. */
        Exchange willNotBlock() {
            this.block = 0;
            return this;
        }

        /** Says another number than the next. */
        Exchange number(int number) {
            this.number = number;
            return this;
        }

        /** Says that answers have arrived up to this number only. */
        Exchange arrived(int number) {
            this.arrived = number;
            return this;
        }

        Exchange success(Granted message) {
            settles.add("d" + message.fence() + message.id());
            chained.add(0);
            return this;
        }

        Exchange success(Granted message, Duration window) {
            return settle("s", message.id(), message.fence(), window.toMillis(), "");
        }

        Exchange result(Granted message, String result) {
            return settle("S", message.id(), message.fence(), 0, result);
        }

        Exchange retry(Granted message, Duration delay, String why) {
            return settle("r", message.id(), message.fence(), delay.toMillis(), why);
        }

        Exchange kill(Granted message, String why) {
            return settle("x", message.id(), message.fence(), 0, why);
        }

        Exchange back(Granted message) {
            return settle("b", message.id(), message.fence(), 0, "");
        }

        /** Settles a message; the words are queue, id, body and options of each chained one. */
        Exchange settle(String kind, String id, String fence, long number, String text, Object... words) {
            settles.addAll(List.of(kind + fence + id, number, text, words.length / 4));
            settles.addAll(Arrays.asList(words));
            chained.add(words.length / 4);
            return this;
        }

        /** Another queue that messages are chained into. */
        Exchange into(ScriptedQueue other) {
            furtherKeys.addAll(other.keys.all());
            return this;
        }

        Exchanged exchange() {
            if (number == 0) {
                number = numbers.getOrDefault(worker, 0) + 1;
            }
            numbers.put(worker, number);
            String id = (worker + "000000000000").substring(0, 12);
            List<String> all = new ArrayList<>(keys.all());
            all.add(key("w:" + id));
            all.addAll(furtherKeys);
            List<Object> args = new ArrayList<>(List.of(
                    id,
                    worker,
                    number + ":" + (arrived < 0 ? number - 1 : arrived),
                    slots + "+" + ahead,
                    bytes,
                    block,
                    chained.size()));
            args.addAll(settles);
            return Exchanged.of((List<?>) runOn(all, QueueScript.EXCHANGE, args.toArray()), chained);
        }
    }
}
