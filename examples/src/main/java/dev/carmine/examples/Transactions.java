package dev.carmine.examples;

import static dev.carmine.client.command.Commands.get;
import static dev.carmine.client.command.Commands.incr;
import static dev.carmine.client.command.Commands.rpush;
import static dev.carmine.client.command.Commands.set;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.client.Key;
import dev.carmine.client.Outcome;
import dev.carmine.client.Pipeline;
import dev.carmine.client.Reply;
import dev.carmine.client.command.PipelineCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The snippets of {@code docs/transactions.md}: several commands in one go. */
final class Transactions {
    private Transactions() {}

    static List<Object> pipeline(Carmine redis) {
        List<Object> replies = redis.pipeline(set("a", 1), incr("a"), get("a")); // true, 2, "2"
        return replies;
    }

    static List<Long> ofOneType(Carmine redis, List<String> pages) {
        List<Command<Long>> commands = pages.stream().map(page -> incr(page)).toList();
        List<Long> visits = redis.pipeline(commands);
        return visits;
    }

    static long outcomes(Carmine redis, List<String> pages) {
        List<Command<Long>> commands = pages.stream().map(page -> incr(page)).toList();
        long counted = 0;
        for (Outcome<Long> outcome : redis.tryPipeline(commands)) {
            if (outcome instanceof Outcome.Value) {
                counted++;
            }
        }
        return counted;
    }

    static String handles(Carmine redis) {
        Pipeline pipeline = redis.pipeline();
        Reply<Long> visits = pipeline.incr("visits");
        Reply<String> name = pipeline.get("name");
        pipeline.flush();
        String line = name.get() + " was visited " + visits.get() + " times";
        return line;
    }

    static List<Object> whatIsNeeded(Carmine redis, boolean newcomer) {
        List<Command<?>> commands = new ArrayList<>(List.of(incr("visits"), get("name")));
        if (newcomer) {
            commands.add(rpush("newcomers", "Ann"));
        }
        List<Object> replies = redis.pipeline(commands);
        return replies;
    }

    static List<String> parts(Carmine redis) {
        Pipeline pipeline = redis.pipeline();
        Reply<String> ann = greeting(pipeline, "ann");
        Reply<String> bob = greeting(pipeline, "bob");
        pipeline.flush(); // one round trip for all four commands
        return List.of(ann.get(), bob.get());
    }

    static Reply<String> greeting(PipelineCommands<String> pipeline, String user) {
        Reply<String> name = pipeline.get(Key.of("name", user));
        Reply<Long> messages = pipeline.llen(Key.of("inbox", user));
        return () -> name.get() + " has " + messages.get() + " messages";
    }

    static List<Object> multi(Carmine redis) {
        List<Object> replies = redis.multi(incr("orders"), rpush("log", "ordered"));
        return replies;
    }

    static long sell(Carmine redis) {
        long left = redis.transaction(10, tx -> {
            tx.watch("stock");
            long stock = Long.parseLong(Objects.requireNonNull(tx.now().get("stock")));
            if (stock == 0) {
                throw new IllegalStateException("sold out");
            }
            tx.rpush("orders", "one more");
            return tx.decr("stock");
        });
        return left;
    }

    static String sum(Carmine redis) {
        String sum = redis.transaction(3, tx -> {
            Reply<Long> apples = tx.incr("apples");
            Reply<Long> pears = tx.incr("pears");
            return () -> apples.get() + pears.get() + " fruits";
        });
        return sum;
    }
}
