package dev.carmine.examples;

import static dev.carmine.client.command.Strings.get;
import static dev.carmine.client.command.Strings.incr;
import static dev.carmine.client.command.Strings.set;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineTimeoutException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Command;
import dev.carmine.client.Pipeline;
import dev.carmine.client.Reply;
import dev.carmine.client.command.SetArgs;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Starts a Redis from inside a jar, shows what client and queue do on it, and measures a little. */
public final class Demonstration {
    private final Carmine redis;
    private final Narrator narrator;

    private Demonstration(Carmine redis, Narrator narrator) {
        this.redis = redis;
        this.narrator = narrator;
    }

    /**
     * Runs the demonstration.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException {
        Narrator narrator = new Narrator(System.out);
        narrator.title("Carmine, a Redis and Valkey toolkit for Java");
        try (EmbeddedServer server = EmbeddedServer.start();
                Carmine redis = Carmine.connect(ClientOptions.builder()
                        .uri(server.uri())
                        .clientName("demonstration")
                        .build())) {
            narrator.says("Redis " + version(redis) + " at " + server.uri() + ", started from inside a jar; Java "
                    + Runtime.version().feature() + " on "
                    + Runtime.getRuntime().availableProcessors() + " processors");
            Demonstration demonstration = new Demonstration(redis, narrator);
            demonstration.values();
            demonstration.threeWays();
            demonstration.sharedConnection();
            demonstration.blocking();
            demonstration.errors();
            demonstration.lostConnection();
            new QueueDemonstration(redis, narrator).run();
            new Measurements(redis, narrator).run();
        }
        narrator.says("");
        narrator.says("Everything is closed: no connection, thread or process is left.");
    }

    private void values() {
        narrator.chapter("Commands are methods, results have types");
        redis.set("greeting", "hello, world", SetArgs.always().expireIn(Duration.ofMinutes(5)));
        narrator.shows("redis.get(\"greeting\")", redis.get("greeting"));
        redis.hset("user:42", Map.of("name", "Ada", "language", "Analytical Engine"));
        narrator.shows("redis.hgetall(\"user:42\")", redis.hgetall("user:42"));
        narrator.shows("redis.incrby(\"visits\", 41) + 1", redis.incrby("visits", 41) + 1);
        narrator.shows(
                "redis.call(Command.of(\"OBJECT ENCODING\").key(\"visits\"))",
                redis.call(Command.of("OBJECT ENCODING").key("visits")));
    }

    private void threeWays() {
        narrator.chapter("A command is a value: wait for it, do not wait, or send many in one round trip");
        Command<Long> count = incr("count");
        narrator.shows("redis.call(count)", redis.call(count));
        CompletableFuture<Long> later = redis.async().callAsync(count);
        narrator.shows("redis.async().callAsync(count).join()", later.join());
        narrator.shows(
                "redis.pipeline(set(\"a\", 1), get(\"a\"), count)", redis.pipeline(set("a", 1), get("a"), count));
        Pipeline pipeline = redis.pipeline();
        Reply<Long> length = pipeline.rpush("list", "x", "y", "z");
        Reply<List<String>> range = pipeline.lrange("list", 0, -1);
        pipeline.flush();
        narrator.shows("pipeline.rpush(…), pipeline.lrange(…)", length.get() + ", " + range.get());
    }

    private void sharedConnection() {
        narrator.chapter("Eight threads, one connection, no pool to size");
        long start = System.nanoTime();
        IntStream.range(0, 8)
                .mapToObj(i -> {
                    Thread thread = new Thread(() -> IntStream.range(0, 5_000).forEach(n -> redis.incr("shared")));
                    thread.start();
                    return thread;
                })
                .toList()
                .forEach(Demonstration::join);
        narrator.shows("8 × 5,000 × redis.incr(\"shared\")", redis.get("shared"));
        narrator.says("     in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    private void blocking() {
        narrator.chapter("A command that blocks gets a connection of its own; nobody waits behind it");
        CompletableFuture<Object> waiting =
                redis.async().callAsync(Command.of("BLPOP").key("jobs").arg(10));
        redis.rpush("jobs", "write the report");
        narrator.shows("redis.async() BLPOP jobs 10", waiting.join());
    }

    private void errors() {
        narrator.chapter("Errors say what happened, and whether the command may have run");
        try {
            redis.incr("greeting");
        } catch (CarmineServerException e) {
            narrator.shows("redis.incr(\"greeting\")", e.getMessage());
        }
        redis.call(Command.of("CLIENT PAUSE").arg(300).arg("ALL"));
        try {
            redis.withTimeout(Duration.ofMillis(50)).incr("count");
        } catch (CarmineTimeoutException e) {
            narrator.shows("redis.incr(\"count\") on a server that hangs", e.fate() + " — " + e.getMessage());
        }
        narrator.shows("redis.get(\"count\"), the next call on the same connection", redis.get("count"));
        narrator.says("     it was 3 before: that INCR has been executed after all");
    }

    private void lostConnection() {
        narrator.chapter("A lost connection is replaced, and the caller does not notice");
        String before = redis.call(Command.of("CLIENT ID").asText());
        redis.set("survivor", 0);
        redis.session(other -> other.call(Command.of("CLIENT KILL").args("ID", before)));
        narrator.shows("after CLIENT KILL: redis.incr(\"survivor\")", redis.incr("survivor"));
        narrator.says("     executed once, on connection "
                + redis.call(Command.of("CLIENT ID").asText()) + " instead of " + before);
    }

    private static String version(Carmine redis) {
        return redis.call(Command.of("INFO")
                        .arg("server")
                        .asText()
                        .map(info -> info.lines()
                                .filter(line -> line.startsWith("redis_version:"))
                                .findFirst()
                                .orElse(":?")))
                .split(":", -1)[1];
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
